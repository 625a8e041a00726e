import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { timeText } from "../facts/day-time.ts";
import type { NamedSetting } from "../facts/setting-search.ts";
import { useTimeZone } from "../languages/tables.ts";
import type { Answer, ask, Question } from "./ask.ts";
import { SettingsDesk } from "./settings-desk.ts";

const schema = {
  properties: {
    songs: { type: "integer", minimum: 1, maximum: 9, default: 3 },
    port: { type: "integer", minimum: 0, maximum: 99, default: 7 },
  },
};
const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

let asked: { path: string; question: Question }[];
let answers: ((path: string) => Answer<unknown>)[];
let desk: SettingsDesk;
const ok = (value: unknown): Answer<unknown> => ({ ok: true, value });
const changed = (part: object = {}) =>
  ok({ changed: [], needsRestart: [], overridden: [], awaitsRestart: [], notThere: [], ...part });
const the = (name: string): NamedSetting =>
  desk.settings?.find((each) => each.name === name) ?? expect.fail(`There is no setting ${name}.`);

beforeEach(async () => {
  asked = [];
  answers = [
    () =>
      ok({
        ...{ schema, values: { songs: 3, port: 8 }, withheld: [], overridden: ["port"] },
        ...{ awaitsRestart: [], notThere: [] },
      }),
  ];
  const asks = (async (path: string, question: Question = {}) => {
    asked.push({ path, question });
    return answers.shift()?.(path) ?? expect.fail("Nobody was to be asked.");
  }) as typeof ask;
  desk = new SettingsDesk(host, asks);
  await desk.load();
});

test("the settings are those that the daemon tells, and what is no default is known", () => {
  expect(desk.settings?.map(({ name }) => name)).toEqual(["songs", "port"]);
  expect([desk.isDefault(the("songs")), desk.isDefault(the("port"))]).toEqual([true, false]);
  expect(desk.overridden).toEqual(["port"]);
});

test("a change is sent alone, shown at once, and tells what was before", async () => {
  answers.push(() => changed());
  const sent = desk.change(the("songs"), 5);
  expect([desk.value("songs"), desk.outcome("songs")?.state]).toEqual([5, "saving"]);
  await sent;
  expect(asked.at(-1)).toEqual({ path: "/api/settings", question: { method: "PATCH", body: { songs: 5 } } });
  expect(desk.outcome("songs")).toEqual({ state: "saved", holds: "now", before: 3 });
});

test("what can't be is told beside the field without asking, and what was typed stays there", async () => {
  await desk.change(the("songs"), 12);
  expect(asked).toHaveLength(1);
  expect(desk.value("songs")).toBe(12);
  expect(desk.outcome("songs")).toEqual({ state: "refused", reason: "This takes 1 to 9." });
});

test("a refusal is told in the daemon's words, and the same value may be tried again", async () => {
  const refused: Answer<unknown> = { ok: false, reason: "This is for admins: sign in as one." };
  answers.push(() => refused);
  await desk.change(the("songs"), 5);
  expect(desk.outcome("songs")).toEqual({ state: "refused", reason: refused.ok ? "" : refused.reason });
  answers.push(() => changed());
  await desk.change(the("songs"), 5);
  expect(desk.outcome("songs")).toMatchObject({ state: "saved", before: 3 });
});

test("what holds later says so", async () => {
  answers.push(() => changed({ needsRestart: ["songs"] }));
  await desk.change(the("songs"), 5);
  expect(desk.outcome("songs")).toMatchObject({ holds: "from-next-start" });
  answers.push(() => changed({ overridden: ["port"] }));
  await desk.reset(the("port"));
  expect(asked.at(-1)).toEqual({ path: "/api/settings/port", question: { method: "DELETE" } });
  expect(desk.outcome("port")).toMatchObject({ holds: "without-override" });
  expect(desk.value("port")).toBe(7);
});

test("of what the command line decides, what is kept stands in the field, and a change goes on from that", async () => {
  const values = { songs: 3, port: 8 };
  answers.push(
    () => ok({ schema, values, saved: { port: 9 }, withheld: [], overridden: ["port"], notThere: [] }),
    () => changed({ overridden: ["port"] }),
  );
  await desk.load();
  expect([desk.value("port"), desk.inForce("port"), desk.inForce("songs")]).toEqual([9, 8, undefined]);
  await desk.change(the("port"), 10);
  expect(desk.outcome("port")).toMatchObject({ holds: "without-override", before: 9 });
  expect([desk.value("port"), desk.inForce("port")]).toEqual([10, 8]);
});

test("quick changes go one after the other, and the last one is what stands", async () => {
  answers.push(
    () => changed(),
    () => changed(),
  );
  await Promise.all([desk.change(the("songs"), 4), desk.change(the("songs"), 6)]);
  expect(asked.slice(1).map(({ question }) => question.body)).toEqual([{ songs: 4 }, { songs: 6 }]);
  expect(desk.value("songs")).toBe(6);
  expect(desk.outcome("songs")).toMatchObject({ state: "saved", before: 4 });
});

test("what is changed there and back again while answers are under way is what stands in the field all the time", async () => {
  answers.push(
    () => changed(),
    () => changed(),
    () => changed(),
  );
  const seen: unknown[] = [];
  const sent = [4, 6, 4].map((value) => desk.change(the("songs"), value));
  for (const each of sent) seen.push(await each.then(() => desk.value("songs")));
  expect(seen).toEqual([4, 4, 4]);
  expect(asked.slice(1).map(({ question }) => question.body)).toEqual([
    { songs: 4 },
    { songs: 6 },
    { songs: 4 },
  ]);
  expect(desk.outcome("songs")).toMatchObject({ state: "saved" });
});

test("a value that does not fit stays in the field when an earlier one comes to be saved", async () => {
  answers.push(() => changed());
  const sent = desk.change(the("songs"), 5);
  await desk.change(the("songs"), 12);
  await sent;
  expect([desk.value("songs"), desk.outcome("songs")?.state]).toEqual([12, "refused"]);
});

test("settings that could not be had say why, and are asked for again", async () => {
  answers.push(
    () => ({ ok: false, reason: "Mien can't be reached." }),
    () =>
      ok({
        schema,
        values: { songs: 1, port: 1 },
        withheld: [],
        overridden: [],
        awaitsRestart: [],
        notThere: [],
      }),
  );
  await desk.load();
  expect(desk.failure).toBe("Mien can't be reached.");
  await desk.load();
  expect([desk.failure, desk.value("songs")]).toEqual([null, 1]);
});

test("times are told by the appliance's zone, and by another one as soon as it is set", async () => {
  onTestFinished(() => useTimeZone("UTC"));
  answers.push(() =>
    ok({
      schema,
      values: {},
      withheld: [],
      overridden: [],
      awaitsRestart: [],
      notThere: [],
      timeZone: "Asia/Tokyo",
    }),
  );
  await desk.load();
  expect(timeText(Date.UTC(2026, 10, 22, 12))).toBe("21:00");
  answers.push(() => changed({ timeZone: "Europe/Berlin" }));
  await desk.change(the("songs"), 5);
  expect(timeText(Date.UTC(2026, 10, 22, 12))).toBe("13:00");
});

test("what waits for the change before it goes out as the page closes, of each setting the last", async () => {
  const closing = new EventTarget();
  vi.stubGlobal("addEventListener", closing.addEventListener.bind(closing));
  vi.stubGlobal("removeEventListener", closing.removeEventListener.bind(closing));
  onTestFinished(() => void vi.unstubAllGlobals());
  const never = new Promise<Answer<unknown>>(() => undefined);
  const sent: { path: string; question: Question }[] = [];
  const asks = ((path: string, question: Question = {}) => {
    if (question.method === undefined)
      return Promise.resolve(
        ok({
          schema,
          values: { songs: 3, port: 8 },
          withheld: [],
          overridden: [],
          awaitsRestart: [],
          notThere: [],
        }),
      );
    sent.push({ path, question });
    return never;
  }) as typeof ask;
  desk = new SettingsDesk(host, asks);
  desk.hostConnected();
  await expect.poll(() => desk.settings).not.toBeNull();
  for (const songs of [4, 5]) void desk.change(the("songs"), songs);
  for (const port of [10, 11]) void desk.change(the("port"), port);
  await expect.poll(() => sent).toHaveLength(1);
  closing.dispatchEvent(new Event("pagehide"));
  const question = (body: object) => ({ method: "PATCH", body, keepalive: true });
  expect(sent.slice(1).map((each) => each.question)).toEqual([
    question({ songs: 5 }),
    question({ port: 11 }),
  ]);
  desk.hostDisconnected();
  closing.dispatchEvent(new Event("pagehide"));
  expect(sent).toHaveLength(3);
});

test("which music folders are not there is known with the settings, and anew with each change", async () => {
  answers.push(() => changed({ notThere: ["/srv/musik"] }));
  await desk.change(the("songs"), 5);
  expect(desk.notThere).toEqual(["/srv/musik"]);
  answers.push(() => changed());
  await desk.change(the("songs"), 6);
  expect(desk.notThere).toEqual([]);
});

test("who signs in as an admin is told what was withheld, and who signs out is not told it any more", async () => {
  const told = (withheld: readonly string[], values: object) =>
    ok({ schema, values, withheld, overridden: [], awaitsRestart: [], notThere: [] });
  answers.push(
    () => told(["port"], { songs: 3 }),
    () => told([], { songs: 3, port: 8 }),
    () => told(["port"], { songs: 3 }),
  );
  await desk.load();
  expect([desk.withheld, desk.value("port")]).toEqual([["port"], undefined]);
  for (const [isAdmin, port] of [
    [true, 8],
    [false, undefined],
  ] as const) {
    desk.follow(isAdmin);
    desk.follow(isAdmin);
    await expect.poll(() => desk.value("port")).toBe(port);
  }
  expect(answers).toEqual([]);
});

/** As the daemon tells it to admins and to others. */
const toldAs = (isAdmin: boolean) =>
  ok({
    ...{ schema, values: isAdmin ? { songs: 3, port: 8 } : { songs: 3 }, withheld: isAdmin ? [] : ["port"] },
    ...{ overridden: [], awaitsRestart: [], notThere: [] },
  });

test("who signs in or out while the settings are under way is told what is theirs all the same", async () => {
  for (const isAdmin of [true, false]) {
    desk.follow(!isAdmin);
    await expect.poll(() => answers).toEqual([]);
    answers.push(
      () => toldAs(!isAdmin),
      () => toldAs(isAdmin),
    );
    const loaded = desk.load();
    desk.follow(isAdmin);
    await loaded;
    await expect.poll(() => desk.value("port")).toBe(isAdmin ? 8 : undefined);
    expect(answers).toEqual([]);
  }
});

test("nobody sees what an admin typed once they have signed out, nor a way back to what was before", async () => {
  desk.follow(true);
  answers.push(() => changed());
  await desk.change(the("port"), 9);
  expect(desk.outcome("port")).toMatchObject({ before: 8 });
  let answered: (answer: Answer<unknown>) => void = () => undefined;
  answers.push(() => new Promise((resolve) => (answered = resolve)) as never);
  const underWay = desk.change(the("port"), 10);
  await expect.poll(() => answers).toEqual([]);
  answers.push(() => toldAs(false));
  desk.follow(false);
  await expect.poll(() => desk.withheld).toEqual(["port"]);
  expect([desk.value("port"), desk.outcome("port")]).toEqual([undefined, null]);
  answered(changed());
  await underWay;
  expect([desk.value("port"), desk.outcome("port")]).toEqual([undefined, null]);
});
