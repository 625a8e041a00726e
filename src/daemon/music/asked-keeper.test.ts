import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Player } from "../../player/player.ts";
import type { Pick as MadePick } from "../../protocol/music.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import { StoreError } from "../../store/store.ts";
import { systemClock } from "../clock.ts";
import {
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  silentLog,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";
import { AskedKeeper } from "./asked-keeper.ts";
import { wasAskedFor } from "./pick-facts.ts";

// What people at the screen wait for over a restart of the daemon: the same store, another appliance.

const guest = { kind: "guest", sessionId: "g" } as const;
const nina = { kind: "person", id: "nina" } as const;

let folder: string;
let file: string;
let under: TestAppliance;
let keeper: AskedKeeper;
let passed = 0;
let songs = 30;
/** Picks of phones. */
const ofPhones = new Set<Id>();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-asked-"));
  file = join(folder, "asked.json");
  passed = 0;
  songs = 30;
  ofPhones.clear();
});
afterEach(async () => {
  await keeper.stop();
  await under.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function open(kept?: TestAppliance["kept"], player?: Pick<Player, "queue" | "on">): Promise<void> {
  under = await makePlayingAppliance(joyAndGloom(songs), kept && { kept });
  const { appliance } = under;
  keeper = new AskedKeeper({
    path: file,
    player: () => player ?? appliance.player,
    asking: appliance.programme.asking,
    isOfPhone: (pick) => ofPhones.has(pick),
    clock: { now: () => systemClock.now() + passed },
    log: silentLog,
  });
  keeper.recall(Promise.resolve());
  // In line behind what waits again.
  await appliance.programme.asking.inLine(async () => undefined);
}

async function restart(meanwhile: () => void = () => undefined): Promise<void> {
  await keeper.stop();
  await under.appliance.stop();
  meanwhile();
  await open(under.kept);
}

const asked = () => under.appliance.player.queue.filter(wasAskedFor);
const titles = () => asked().map(titleOf);
const inFile = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
const ask = async (title: string, by: Actor = guest) =>
  under.appliance.programme.asking.playTrack((await trackCalled(under, title)).id, "next", by);

/** Songs that do not play. */
const some = (count: number): string[] =>
  Array.from({ length: count + 1 }, (_, n) => (n % 2 ? `gloom ${n}` : `joy ${n}`))
    .filter((title) => title !== titleOf(playingOf(under)))
    .slice(0, count);

test("what was asked for at the screen waits on after a restart, in its order and for whom it was", async () => {
  await open();
  const [a = "", b = "", c = ""] = some(3);
  await ask(a);
  await ask(b, nina);
  await ask(c);
  const before = asked();
  await restart();
  expect(titles()).toEqual([a, b, c]);
  expect(asked().map(({ id, reasons }) => ({ id, reasons }))).toEqual(
    before.map(({ id, reasons }) => ({ id, reasons })),
  );
});

test("also after a daemon that came to no good end, and nobody else may read it meanwhile", async () => {
  await open();
  const [title = ""] = some(1);
  await ask(title);
  await expect.poll(inFile).toContain(title);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  copyFileSync(file, `${file}.kept`);
  await restart(() => copyFileSync(`${file}.kept`, file));
  expect(titles()).toEqual([title]);
});

test("what is heard, or taken away, is in no file any more, and with nothing waiting there is none", async () => {
  await open();
  const [a = "", b = ""] = some(2);
  await ask(a);
  await ask(b);
  await expect.poll(inFile).toContain(b);
  await under.appliance.programme.skips.skip({ kind: "owner" });
  await expect.poll(inFile).not.toContain(`"${a}"`);
  await under.appliance.programme.asking.unqueue(asked()[0]?.id ?? "");
  await expect.poll(() => existsSync(file)).toBe(false);
});

test("what may not be played any more does not wait again, and the others do", async () => {
  await open();
  const [a = "", b = ""] = some(2);
  await ask(a);
  await ask(b);
  const { id } = await trackCalled(under, a);
  await keeper.stop();
  await under.appliance.stop();
  await under.kept.store.library.block({ track: id }, true);
  await open(under.kept);
  expect(titles()).toEqual([b]);
});

test("a database that can't be asked as it starts costs nobody their song: it is tried again until it can", async () => {
  await open();
  const [a = "", b = "", c = "", d = ""] = some(4);
  for (const title of [a, b, c]) await ask(title);
  await keeper.stop();
  await under.appliance.stop();
  const { library } = under.kept.store;
  const [path, lastPath] = [library.path, (await trackCalled(under, b)).id];
  let failed = 0;
  library.path = async (track) => {
    if (track !== lastPath || ++failed > 1) return path(track);
    throw new StoreError("unavailable", "Another program holds it.");
  };
  await open(under.kept);
  expect(failed).toBe(1);
  expect(titles()).toEqual([a]);
  // What is left waits in the file meanwhile, also for the next daemon, before what is asked for now.
  await ask(d);
  await expect.poll(() => [a, b, c, d].every((title) => inFile().includes(`"${title}"`))).toBe(true);
  await expect.poll(titles).toEqual([a, d, b, c]);
  library.path = path;
});

test("also where it goes down again before that", async () => {
  await open();
  const [a = "", b = ""] = some(2);
  for (const title of [a, b]) await ask(title);
  await keeper.stop();
  await under.appliance.stop();
  const { library } = under.kept.store;
  const { path } = library;
  library.path = () => Promise.reject(new StoreError("disk-full", "There is no room."));
  await open(under.kept);
  expect(titles()).toEqual([]);
  library.path = path;
  await restart();
  expect(titles()).toEqual([a, b]);
});

test("more than may wait at once, as after an Undo, are all let in again", async () => {
  songs = 60;
  await open();
  // None of those that begin by themselves.
  const wished = Array.from({ length: 20 }, (_, n) => `gloom ${2 * n + 1}`);
  for (const each of wished) await ask(each);
  const { id, title } = await trackCalled(under, "gloom 59");
  const pick = { ...playingOf(under), id: "cut", item: { kind: "track", track: { id } } } as MadePick;
  expect(await under.appliance.programme.asking.putBack(pick)).toBe(true);
  await restart();
  expect(titles()).toEqual([title, ...wished]);
});

test("what sounded while no daemon was there is not heard a second time", async () => {
  await open();
  const [a = "", b = ""] = some(2);
  await ask(a);
  await ask(b);
  const [first] = asked();
  await keeper.stop();
  await under.appliance.stop();
  // As the player tells it of the song that mpv went over to by itself.
  const on: Player["on"] = (listener) => {
    if (first) listener({ type: "began", pick: first, at: 0, alone: true });
    return () => undefined;
  };
  await open(under.kept, { queue: [], on });
  expect(titles()).toEqual([b]);
});

test("what phones wait for is theirs to keep", async () => {
  await open();
  const [a = "", b = ""] = some(2);
  await ask(a);
  await ask(b);
  ofPhones.add(asked()[0]?.id ?? "");
  keeper.look();
  await expect.poll(() => [a, b].map((title) => inFile().includes(`"${title}"`))).toEqual([false, true]);
});

test("who waited for three hours while nothing played does not wait any more", async () => {
  await open();
  const [title = ""] = some(1);
  await ask(title);
  await restart(() => {
    passed += 3 * 3_600_000;
  });
  expect(titles()).toEqual([]);
  await expect.poll(() => existsSync(file)).toBe(false);
});

/** As another version may have written it. */
const askedByNobody = JSON.stringify({
  at: systemClock.now(),
  picks: [
    {
      ...{ id: "p", pickedAt: 0, item: { kind: "track", track: { id: "t" } } },
      reasons: [{ kind: "asked" }],
    },
  ],
});
test.each(["not JSON", "{}", '{"at":0,"picks":[{"id":1}]}', askedByNobody])(
  "of a file that holds %s nothing waits, and the music goes on",
  async (text) => {
    writeFileSync(file, text);
    await open();
    expect(titles()).toEqual([]);
    playingOf(under);
  },
);
