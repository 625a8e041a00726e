import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OwnSongs } from "./own-songs.ts";

interface Asked {
  path: string;
  body: unknown;
  answer(status: number, body?: unknown): void;
}

let asked: Asked[] = [];
beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    "fetch",
    (path: string, { body }: RequestInit) =>
      new Promise<Response>((resolve) => {
        asked.push({
          path,
          body: body === undefined ? null : JSON.parse(String(body)),
          answer: (status, value) =>
            resolve(new Response(value === undefined ? null : JSON.stringify(value), { status })),
        });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const told = { favourite: ["liked"], blocked: ["never"] };

async function signedIn(): Promise<OwnSongs> {
  const own = new OwnSongs();
  own.follow("anna");
  asked[0]?.answer(200, told);
  await vi.waitFor(() => expect(own.of("liked")).toBe("favourite"));
  return own;
}

test("nobody's songs are asked for while nobody is signed in; then they are known, and forgotten with the next one", async () => {
  const own = await signedIn();
  expect([own.person, own.of("never"), own.of("another")]).toEqual(["anna", "blocked", null]);
  own.follow("anna");
  expect(asked).toHaveLength(1);
  own.follow(null);
  expect([own.person, own.of("liked")]).toEqual([null, null]);
});

test("a heart is shown at once, and taken back where it is refused", async () => {
  const own = await signedIn();
  let changes = 0;
  own.addEventListener("change", () => changes++);
  const setting = own.set("new", "favourite");
  expect([own.of("new"), changes]).toEqual(["favourite", 1]);
  expect(asked[1]).toMatchObject({ path: "/api/me/tastes/new", body: { taste: "favourite" } });
  asked[1]?.answer(409, { error: "1000 songs are enough." });
  expect(await setting).toEqual({ ok: false, reason: "1000 songs are enough." });
  expect([own.of("new"), changes]).toEqual([null, 2]);
});

test("what was on its way before a touch does not undo it", async () => {
  const own = new OwnSongs();
  own.follow("anna");
  const setting = own.set("liked", null);
  asked[0]?.answer(200, told);
  asked[1]?.answer(204);
  await setting;
  expect(own.of("liked")).toBeNull();
});

test("a touch before the others are known leaves none of them out", async () => {
  const own = new OwnSongs();
  own.follow("anna");
  const setting = own.set("new", "favourite");
  asked[0]?.answer(200, told);
  asked[1]?.answer(204);
  await setting;
  expect(asked[2]?.path).toBe("/api/me");
  asked[2]?.answer(200, { ...told, favourite: ["liked", "new"] });
  await vi.waitFor(() => expect(own.of("liked")).toBe("favourite"));
  expect([own.of("new"), own.of("never")]).toEqual(["favourite", "blocked"]);
});
