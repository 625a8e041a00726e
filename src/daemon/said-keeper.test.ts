import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../library/testing-music.ts";
import type { Affect, Mood } from "../protocol/mood.ts";
import type { Preferences } from "../protocol/state.ts";
import { SaidKeeper } from "./said-keeper.ts";
import { gloom, silentLog } from "./testing.ts";

const nothing: Preferences = { languages: [], artists: [], policy: null, until: null };
const wish: Preferences = { languages: ["de"], artists: ["Solo"], policy: "glide", until: 90_000 };
const faces: Mood = {
  affect: { valence: 0, arousal: 0 },
  label: "even",
  confidence: 1,
  since: 0,
  until: null,
  basis: "faces",
};
const dial: Mood = { ...faces, affect: gloom, basis: "manual", until: 60_000 };

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
let started: SaidKeeper[] = [];
afterEach(async () => {
  for (const keeper of started) await keeper.stop();
  started = [];
});

/** A daemon that starts at this time. */
async function daemonAt(now: number) {
  const world = { mood: faces, preferences: nothing };
  const again: { moods: [Affect, number][]; wishes: [object, number][]; warnings: string[] } = {
    moods: [],
    wishes: [],
    warnings: [],
  };
  const keeper = new SaidKeeper({
    dataFolder: folder,
    mood: () => world.mood,
    preferences: () => world.preferences,
    overrule: (affect, forMs) => {
      again.moods.push([affect, forMs]);
      world.mood = { ...dial, affect, until: now + forMs };
    },
    wish: ({ languages, artists, policy }, forMs) => {
      again.wishes.push([{ languages, artists, policy }, forMs]);
      world.preferences = { languages, artists, policy, until: now + forMs };
    },
    clock: { now: () => now, monotonic: () => 0 },
    log: { ...silentLog, warn: (_: object, message: string) => void again.warnings.push(message) },
  });
  started.push(keeper);
  await keeper.start();
  const say = async (said: Partial<typeof world>) => {
    Object.assign(world, said);
    keeper.look();
    await keeper.stop();
  };
  return { again, say };
}

const file = () => join(folder, "said.json");

test("the dial and a wish hold after a restart for what is left of their time, and after the next one", async () => {
  await (await daemonAt(0)).say({ mood: dial, preferences: wish });
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const { languages, artists, policy } = wish;
  for (const at of [20_000, 50_000]) {
    const { again } = await daemonAt(at);
    expect(again.moods).toEqual([[gloom, 60_000 - at]]);
    expect(again.wishes).toEqual([[{ languages, artists, policy }, 90_000 - at]]);
  }
  const later = await daemonAt(70_000);
  expect([later.again.moods, later.again.wishes.length]).toEqual([[], 1]);
});

test("what is over, or was taken back, is kept nowhere", async () => {
  const first = await daemonAt(0);
  await first.say({ mood: dial, preferences: wish });
  await first.say({ mood: faces, preferences: nothing });
  await expect(readFile(file())).rejects.toThrow("ENOENT");
  await first.say({ mood: dial });
  const { again } = await daemonAt(60_000);
  expect(again.moods).toEqual([]);
  await expect(readFile(file())).rejects.toThrow("ENOENT");
});

test("a clock that was set back makes nothing hold longer than was promised", async () => {
  await (await daemonAt(50_000)).say({ mood: dial });
  expect((await daemonAt(1_000)).again.moods).toEqual([[gloom, 10_000]]);
});

test.each([
  "not JSON",
  "{}",
  '{"notedAt":0,"mood":{"affect":{"valence":9,"arousal":0},"until":9e9},"wish":null}',
])("of a file that holds %s nothing is taken, and that is told", async (text) => {
  await writeFile(file(), text);
  const { again } = await daemonAt(0);
  expect([again.moods, again.wishes, again.warnings.length]).toEqual([[], [], 1]);
});
