import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { makePlayingAppliance, playingOf, type TestAppliance, titleOf, trackCalled } from "../testing.ts";
import { songs } from "./testing.ts";

// What phones wait for over a restart of the daemon: the same store, another appliance.

let folder: string;
let file: string;
let under: TestAppliance;
let passed = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-evening-"));
  file = join(folder, "phones.json");
  passed = 0;
});
afterEach(async () => {
  await under.remove();
  rmSync(folder, { recursive: true, force: true });
});

const guests = () => under.appliance.guests;
const queue = () => under.appliance.player.queue.map(titleOf);
const playing = () => titleOf(playingOf(under));

async function open(kept?: TestAppliance["kept"], recalled: () => void = () => undefined): Promise<void> {
  under = await makePlayingAppliance(songs(30), {
    clock: { now: () => systemClock.now() + passed, monotonic: () => systemClock.monotonic() + passed },
    eveningFile: file,
    ...(kept && { kept }),
  });
  await under.appliance.settings.change({
    guestPage: true,
    guestWaiting: 3,
    guestHourly: 3,
    guestSpacing: 0,
  });
  guests().recall();
  recalled();
  await expect.poll(() => queue().length).toBeGreaterThan(0);
}

async function restart(meanwhile: () => void = () => undefined): Promise<void> {
  await under.appliance.stop();
  meanwhile();
  await open(under.kept);
}

/** Says hello; answers the cookie and who that is. */
function hello(): { guest: string; token: string } {
  const arrived = guests().book.arrive("192.168.1.20");
  if (arrived === null) throw new Error("nobody may come");
  return arrived;
}

async function idle(count: number): Promise<readonly string[]> {
  const { tracks } = await under.appliance.store.library.list({ search: null, limit: 30, offset: 0 });
  const busy = new Set([playing(), ...queue()]);
  return tracks
    .map(({ title }) => title)
    .filter((title) => !busy.has(title))
    .slice(0, count);
}
const ask = async (guest: string, title: string) => guests().ask(guest, (await trackCalled(under, title)).id);
async function skipped(): Promise<string> {
  const before = playingOf(under).id;
  await under.appliance.programme.skips.skip({ kind: "owner" });
  await expect.poll(() => playingOf(under).id).not.toBe(before);
  return playing();
}

test("what phones wait for waits on after a restart, for the same phones and in the same order", async () => {
  await open();
  const [anna, ben] = [hello(), hello()];
  const [a1 = "", a2 = "", b1 = ""] = await idle(3);
  await ask(anna.guest, a1);
  await expect.poll(() => queue()[0]).toBe(a1);
  await ask(anna.guest, a2);
  await ask(ben.guest, b1);
  const mine = guests().own(anna.guest).mine;
  await restart();
  expect([guests().book.find(anna.token), guests().book.find(ben.token)]).toEqual([anna.guest, ben.guest]);
  expect(guests().own(anna.guest).mine).toEqual(mine);
  const heard: string[] = [];
  for (const title of [a1, b1, a2]) {
    await expect.poll(() => queue()[0]).toBe(title);
    heard.push(await skipped());
  }
  expect(heard).toEqual([a1, b1, a2]);
  expect(guests().own(anna.guest)).toMatchObject({ mine: [], gone: null });
});

test("the same limits count after a restart, for what is left of their hour", async () => {
  await open();
  const { guest } = hello();
  const titles = await idle(4);
  for (const title of titles.slice(0, 3)) expect(await ask(guest, title)).toBeNull();
  for (let n = 0; n < 3; n++) await skipped();
  const before = await ask(guest, titles[3] ?? "");
  expect(before?.because).toBe("hour");
  passed += 1_800_000;
  await restart();
  expect(await ask(guest, titles[3] ?? "")).toEqual(before);
  passed += 1_800_000;
  expect(guests().own(guest).again).toBeNull();
});

test("a song that began meanwhile is not heard a second time", async () => {
  await open();
  const { guest } = hello();
  const [title = ""] = await idle(1);
  await ask(guest, title);
  await expect.poll(() => queue()[0]).toBe(title);
  const [pick] = under.appliance.player.queue;
  await under.appliance.stop();
  // The player of the next daemon tells what sounded while none was there.
  await open(under.kept, () => pick && guests().heed({ type: "began", pick, at: Date.now(), alone: true }));
  guests().look();
  expect(guests().own(guest)).toMatchObject({ mine: [], left: 3 });
  await under.appliance.programme.asking.inLine(async () => undefined);
  expect(queue()).not.toContain(title);
});

test("nothing that is kept has a cookie in it, nobody else may read it, and off, it is gone", async () => {
  await open();
  const { guest, token } = hello();
  const [title = ""] = await idle(1);
  await ask(guest, title);
  await expect.poll(() => existsSync(file) && readFileSync(file, "utf8")).toContain(title);
  expect(readFileSync(file, "utf8")).not.toContain(token);
  expect(readFileSync(file, "utf8")).not.toContain("192.168.1.20");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await under.appliance.settings.change({ guestPage: false });
  await expect.poll(() => existsSync(file)).toBe(false);
});

test("what waited hours ago does not wait any more, and a phone is known for its day", async () => {
  await open();
  const { guest, token } = hello();
  const [title = ""] = await idle(1);
  await ask(guest, title);
  await restart(() => {
    passed += 4 * 3_600_000;
  });
  expect(guests().book.find(token)).toBe(guest);
  expect(guests().section.waiting).toBe(0);
  expect(queue()).not.toContain(title);
});

test("with nobody known any more nothing is kept, also nothing half written", async () => {
  await open();
  hello();
  guests().look();
  await expect.poll(() => existsSync(file)).toBe(true);
  passed += 24 * 3_600_000;
  guests().look();
  await expect.poll(() => readdirSync(folder)).toEqual([]);
  writeFileSync(`${file}.new`, "half");
  await restart();
  await expect.poll(() => readdirSync(folder)).toEqual([]);
});

test("what was asked for at the last moment is written at the end", async () => {
  await open();
  const { guest } = hello();
  const titles = await idle(3);
  for (const title of titles) await ask(guest, title);
  await under.appliance.stop();
  for (const title of titles) expect(readFileSync(file, "utf8")).toContain(title);
  await open(under.kept);
});

interface InFile {
  guests: { leftMs: number }[];
  line: { turns: string[] };
}
const edit = (how: (kept: InFile) => void) => () => {
  const kept: InFile = JSON.parse(readFileSync(file, "utf8"));
  how(kept);
  writeFileSync(file, JSON.stringify(kept));
};

test("who waits has a turn, also where the file has none for them", async () => {
  await open();
  const [anna, ben] = [hello(), hello()];
  const [a1 = "", b1 = ""] = await idle(2);
  await ask(anna.guest, a1);
  await expect.poll(() => queue()[0]).toBe(a1);
  await ask(ben.guest, b1);
  await restart(
    edit(({ line }) => {
      line.turns = [];
    }),
  );
  expect(guests().section.waiting).toBe(2);
  for (const title of [a1, b1]) {
    await expect.poll(() => queue()[0]).toBe(title);
    expect(await skipped()).toBe(title);
  }
});

test("what nobody waits for does not come back", async () => {
  await open();
  const { guest, token } = hello();
  const [title = ""] = await idle(1);
  await ask(guest, title);
  await restart(
    edit((kept) => {
      kept.guests = [];
    }),
  );
  expect(guests().book.find(token)).toBeNull();
  expect(guests().section.waiting).toBe(0);
});

test.each([
  ["gone", () => rmSync(file)],
  ["of less than no time", edit(({ guests: [first] }) => first && Object.assign(first, { leftMs: -1 }))],
  ["only half there", () => writeFileSync(file, '{"at": 1')],
  ["another one", () => writeFileSync(file, '{"at": 1, "guests": 3}')],
])("with the file %s a phone is nobody, and nothing waits", async (_, meanwhile) => {
  await open();
  const { guest, token } = hello();
  const [title = ""] = await idle(1);
  await ask(guest, title);
  await restart(meanwhile);
  expect(guests().book.find(token)).toBeNull();
  expect(guests().section.waiting).toBe(0);
});
