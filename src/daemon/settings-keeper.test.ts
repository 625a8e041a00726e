import { afterEach, beforeEach, expect, test } from "vitest";
import type { Settings } from "../protocol/settings.ts";
import { openTestStore, type TestStore } from "../store/testing.ts";
import { SettingsKeeper } from "./settings-keeper.ts";

let kept: TestStore;
let warnings: string[];
beforeEach(async () => {
  kept = await openTestStore();
  warnings = [];
});
afterEach(() => kept.remove());

async function keep(overrides: Partial<Settings> = {}): Promise<SettingsKeeper> {
  const log = { warn: (_: object, message: string) => void warnings.push(message) };
  const keeper = new SettingsKeeper({ table: kept.store.settings, overrides, log });
  await keeper.start();
  return keeper;
}

test("without any choice the defaults hold", async () => {
  expect((await keep()).current).toMatchObject({
    port: 7373,
    volume: 0.6,
    openToNetwork: false,
    cameraSource: "auto",
  });
});

test("a choice outlives the daemon", async () => {
  await (await keep()).change({ volume: 0.25 });
  expect((await keep()).current.volume).toBe(0.25);
});

test("the command line outranks a choice, and says so", async () => {
  await (await keep()).change({ port: 8000 });
  const keeper = await keep({ port: 9000 });
  expect(keeper.current.port).toBe(9000);
  expect(keeper.overridden).toEqual(["port"]);
});

test("what the command line decides is stored for later, and the answer says that it does not hold now", async () => {
  const keeper = await keep({ port: 9000 });
  expect(await keeper.change({ port: 8000, volume: 0.1 })).toEqual({
    ok: true,
    changed: ["volume"],
    needsRestart: ["volume"],
    overridden: ["port"],
  });
  expect(keeper.current.port).toBe(9000);
  expect(keeper.saved).toEqual({ port: 8000 });
  expect((await keep()).current.port).toBe(8000);
  expect(await keeper.reset("port")).toMatchObject({ changed: [], overridden: ["port"] });
  expect(keeper.saved).toEqual({ port: 7373 });
});

test.each([
  { values: { volume: 2 }, culprit: "volume" },
  { values: { volume: "loud" }, culprit: "volume" },
  { values: { colour: "red" }, culprit: "colour" },
  { values: { usualMood: { valence: 0, arousal: 7 } }, culprit: "usualMood" },
  { values: { cascade: "haarcascade_eye" }, culprit: "cascade" },
  { values: { output: "x; rm -rf" }, culprit: "output" },
  { values: { musicFolders: ["Music"] }, culprit: "musicFolders" },
  { values: { musicFolders: ["smb://nas/music"] }, culprit: "musicFolders" },
])("$values is refused, and the reason names the culprit", async ({ values, culprit }) => {
  const keeper = await keep();
  const before = keeper.current;
  expect(await keeper.change(values)).toEqual({ ok: false, reason: expect.stringContaining(culprit) });
  expect(keeper.current).toEqual(before);
});

test.each([
  { values: { policy: "party" }, cure: "policy must be one of match, lift, calm, energise, glide." },
  { values: { usualMood: { valence: 2, arousal: 0 } }, cure: "usualMood.valence must be <= 1." },
  { values: { musicFolders: ["Music"] }, cure: "as paths from / on" },
])("$values is refused with what it may be", async ({ values, cure }) => {
  expect(await (await keep()).change(values)).toEqual({ ok: false, reason: expect.stringContaining(cure) });
});

test("one wrong value and none is taken", async () => {
  const keeper = await keep();
  await keeper.change({ volume: 0.1, port: -1 });
  expect(keeper.current.volume).toBe(0.6);
  expect((await keep()).current.volume).toBe(0.6);
});

test("a change is told once, with the names that really changed and those that need a restart", async () => {
  const keeper = await keep();
  const heard: (readonly string[])[] = [];
  keeper.onChange((_, changed) => heard.push(changed));
  const change = await keeper.change({ volume: 0.6, port: 8000, moodDwellMs: 1_000 });
  expect(change).toEqual({
    ok: true,
    changed: ["moodDwellMs", "port"],
    needsRestart: ["port"],
    overridden: [],
  });
  expect(heard).toEqual([["moodDwellMs", "port"]]);
});

test("of two changes at a time each is told once", async () => {
  const keeper = await keep();
  const heard: (readonly string[])[] = [];
  keeper.onChange((_, changed) => heard.push(changed));
  await Promise.all([keeper.change({ moodDwellMs: 1_000 }), keeper.change({ moodHoldMs: 1_000 })]);
  expect(heard).toEqual([["moodDwellMs"], ["moodHoldMs"]]);
});

test("a volume at the start is one that needs a restart", async () => {
  expect(await (await keep()).change({ volume: 0.1 })).toMatchObject({ needsRestart: ["volume"] });
});

test("reset goes back to the default", async () => {
  const keeper = await keep();
  await keeper.change({ volume: 0.1 });
  await keeper.reset("volume");
  expect(keeper.current.volume).toBe(0.6);
  expect((await keep()).current.volume).toBe(0.6);
});

test("a stored value that no longer fits gives way to the default, and is named in the log", async () => {
  await kept.store.settings.put({ volume: 17, gone: true });
  expect((await keep()).current.volume).toBe(0.6);
  expect(warnings).toEqual([expect.stringContaining("gone"), expect.stringContaining("volume")]);
});

test("what holds from the next start is told until then, and no longer once it is as it was", async () => {
  const keeper = await keep();
  expect(keeper.awaitsRestart).toEqual([]);
  await keeper.change({ openToNetwork: true, crossfadeSeconds: 3 });
  expect(keeper.awaitsRestart).toEqual(["openToNetwork"]);
  expect((await keep()).awaitsRestart).toEqual([]);
  await keeper.reset("openToNetwork");
  expect(keeper.awaitsRestart).toEqual([]);
});

test("a part that a setting does not have is named, with those that it has", async () => {
  expect(await (await keep()).change({ policyByMood: { blah: "lift" } })).toEqual({
    ok: false,
    reason: "policyByMood has no blah, only elated, content, calm, gloomy, tense, even.",
  });
});
