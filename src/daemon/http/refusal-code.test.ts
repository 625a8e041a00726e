import { afterAll, beforeAll, expect, test } from "vitest";
import { ownerRefusals, roomRefusals } from "../../protocol/refusals.ts";
import { volumeSentence } from "../../protocol/volume-words.ts";
import { codeOf } from "./refusal-code.ts";
import { makeTestServer, type TestServer } from "./testing.ts";

let under: TestServer;
beforeAll(async () => {
  under = await makeTestServer();
});
afterAll(() => under.remove());

test.each(Object.entries({ ...roomRefusals, ...ownerRefusals }))(
  "%s is known by its sentence, and what that names with it",
  (code, text) => {
    const named: Record<string, string> = {};
    const sentence = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      named[name] = `a ${name} and\nso on`;
      return named[name];
    });
    const names = Object.keys(named).length > 0;
    expect(codeOf(sentence)).toEqual({ code, ...(names && { named }) });
  },
);

test.each(["settings", "daypart", "quiet-hours", "clock"] as const)(
  "how far the volume goes is told by why: %s",
  (because) => {
    for (const [floor, ceiling] of [
      [0.2, 0.8],
      [0.2, 1],
      [0, 0.8],
    ] as const)
      expect(codeOf(volumeSentence({ floor, ceiling, because }))?.code).toBe(`volume-${because}`);
  },
);

test("an answer that refuses has its code beside its sentence, wherever that arose", async () => {
  expect((await under.get("/api/nothing")).json()).toEqual({
    ...{ error: "There is nothing at this address.", code: "nothing" },
  });
  const stranger = await under.get("/api/state", { host: "evil.example" });
  expect(stranger.json()).toMatchObject({ code: "unnamed", named: { name: "evil.example" } });
  expect((await under.send("POST", "/api/commands", { do: "seek", positionMs: 0 })).json()).toMatchObject({
    code: "silent",
  });
});

test("what only a program can get wrong has its sentence alone", async () => {
  expect((await under.get("/api/library/tracks?unplayable=perhaps")).json()).toEqual({
    error: "unplayable must be true or false.",
  });
});

const admin = { name: "Ada", passphrase: "ten or more", pin: "1234" };
const given = { admin, stands: "home", place: "Kitchen" };

test.each([
  [
    { ...given, admin: { ...admin, passphrase: "short" } },
    "short",
    { field: "admin.passphrase", count: "10" },
  ],
  [
    { ...given, admin: { ...admin, passphrase: "x".repeat(201) } },
    "long",
    { field: "admin.passphrase", count: "200" },
  ],
  [{ ...given, admin: { name: "Ada" } }, "missing", { field: "admin.passphrase" }],
  [{ ...given, admin: { ...admin, pin: "12" } }, "digits", { field: "admin.pin" }],
  [{ ...given, place: "" }, "empty", { field: "place" }],
])("what is wrong with the first start %j is coded: field-%s", async (body, code, named) => {
  const answer = await under.send("POST", "/api/setup", body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: `field-${code}`, named });
});

test("a passphrase that is too short to be anybody's is wrong, and not against the schema", async () => {
  const answer = await under.send("POST", "/api/session", { name: "Ada", passphrase: "short" });
  expect([answer.statusCode, answer.json().code]).toEqual([401, "wrong"]);
});

test("a sentence that is long, or made to be hard to look through, has none", () => {
  expect(codeOf(`${"a can't be read or written (".repeat(200)}`)).toBeNull();
  expect(codeOf("x".repeat(100_000))).toBeNull();
});
