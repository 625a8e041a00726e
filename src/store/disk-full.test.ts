import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import type { Track } from "../protocol/music.ts";
import { openStore } from "./open.ts";
import type { Store } from "./store.ts";
import { anyCandidate, openTestStore, playBegun, scannedFile, type TestStore } from "./testing.ts";

let opened: TestStore;
afterEach(() => opened.remove());

/** A megabyte for the database: `PRAGMA max_page_count` makes SQLite say what it says of a full disk. */
const smallDisk = { maxPages: 256 };

async function fill(store: Store): Promise<void> {
  for (const size of [20_000, 2000, 200]) {
    let full: unknown = null;
    for (let index = 0; full === null; index++)
      await store.settings.put({ [`filler ${size} ${index}`]: "x".repeat(size) }).catch((error: unknown) => {
        full = error;
      });
    expect(full).toMatchObject({ name: "StoreError", fault: "disk-full" });
  }
}

async function makeRoom(store: Store): Promise<void> {
  for (const name of Object.keys(await store.settings.all())) await store.settings.remove(name);
}

async function firstTrack(store: Store): Promise<Track> {
  await store.library.put([scannedFile("/music/a.mp3"), scannedFile("/music/b.mp3")]);
  const [candidate] = await store.library.candidates(anyCandidate());
  if (candidate === undefined) throw new Error("The files made no candidate.");
  return candidate.track;
}

/** Plays until one has to be held in memory; answers how many have begun. */
async function playUntilHeld(store: Store, track: Track): Promise<number> {
  let health: Health = { state: "ok" };
  const undo = store.onHealth((now) => {
    health = now;
  });
  let count = 0;
  while (health.state === "ok") {
    await store.plays.begin(playBegun(`pick-${count}`, track, { startedAt: 1000 + count }));
    count += 1;
  }
  undo();
  return count;
}

/** What is on the disk, whatever waits in memory. */
function rowsOf(table: string): number {
  const database = new Database(opened.file, { readonly: true });
  const count = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  database.close();
  return count;
}

describe("while the disk is full", () => {
  test("a batch of files is refused whole, and the message tells the file and the cure", async () => {
    opened = await openTestStore(smallDisk);
    const files = Array.from({ length: 5000 }, (_, index) => scannedFile(`/music/${index}.mp3`));
    await expect(opened.store.library.put(files)).rejects.toMatchObject({
      fault: "disk-full",
      message: `There is no room to write to ${opened.file}. Free some space on its disk, or move the data folder to a larger one.`,
    });
    expect(await opened.store.library.counts()).toEqual({ tracks: 0, unplayable: 0 });
  });

  test("plays are kept in memory, are seen by all who ask, and are written when there is room", async () => {
    opened = await openTestStore(smallDisk);
    const { store } = opened;
    const track = await firstTrack(store);
    const health: Health[] = [];
    store.onHealth((now) => health.push(now));
    await fill(store);
    const count = await playUntilHeld(store, track);
    const held = `pick-${count - 1}`;
    await store.plays.end(held, { how: "skipped", by: { kind: "system" }, heardMs: 77 }, 5000, null);
    const slate = { pickerVersion: "1", target: { valence: 0, arousal: 0 }, candidates: [] };
    await store.plays.begin(playBegun("last", track, { startedAt: 9000, slate }));

    expect(health.at(-1)).toMatchObject({
      state: "degraded",
      reason: "disk-full",
      detail: expect.stringContaining(opened.file),
      since: expect.any(Number),
    });
    expect(opened.warnings).toEqual(["Plays are kept in memory."]);
    const [last, previous] = await store.plays.recent(2);
    expect(last).toMatchObject({ id: "last", endedAt: null, end: null });
    expect(previous).toMatchObject({
      id: held,
      endedAt: 5000,
      end: { how: "skipped", by: "system", heardMs: 77 },
    });
    expect(await store.plays.recent(1000)).toHaveLength(count + 1);
    const rested = await store.library.candidates(anyCandidate({ notPlayedSince: 9000 }));
    expect(rested.map(({ track: { id } }) => id)).not.toContain(track.id);
    const byRested = await store.library.candidates(anyCandidate({ artistsNotPlayedSince: 9000 }));
    expect(byRested.map(({ track: { id } }) => id)).not.toContain(track.id);
    const candidates = await store.library.candidates(anyCandidate());
    expect(candidates.find(({ track: { id } }) => id === track.id)).toMatchObject({
      lastPlayedAt: 9000,
      plays: count + 1,
    });

    await makeRoom(store);
    await store.plays.end("last", { how: "finished", by: null, heardMs: 1 }, 9500, null);
    expect(health.at(-1)).toEqual({ state: "ok" });
    await store.close();
    const again = await openStore({ file: opened.file, log: { warn: () => undefined } });
    const plays = await again.plays.recent(1000);
    expect(plays).toHaveLength(count + 1);
    expect(plays[0]).toMatchObject({ id: "last", endedAt: 9500 });
    expect(plays[1]).toMatchObject({ id: held, endedAt: 5000 });
    await again.close();
    expect(rowsOf("slates")).toBe(0);
  });

  test("no more than the newest thousand beginnings and ends are kept", async () => {
    opened = await openTestStore(smallDisk);
    const { store } = opened;
    const track = await firstTrack(store);
    await fill(store);
    await playUntilHeld(store, track);
    const more = Array.from({ length: 1200 }, (_, index) =>
      store.plays.begin(playBegun(`more-${index}`, track)),
    );
    await Promise.all(more);
    const written = rowsOf("plays");
    const plays = await store.plays.recent(5000);
    expect(plays).toHaveLength(written + 1000);
    expect(plays[0]?.id).toBe("more-1199");
    expect(plays[999]?.id).toBe("more-200");
    expect(opened.warnings).toContainEqual(expect.stringMatching("the oldest are lost"));
  });
});

test("while another program holds the database for too long, plays wait in the same way", async () => {
  opened = await openTestStore();
  const { store } = opened;
  const track = await firstTrack(store);
  const other = new Database(opened.file);
  other.exec("BEGIN IMMEDIATE");
  const health: Health[] = [];
  store.onHealth((now) => health.push(now));
  await store.plays.begin(playBegun("held", track));
  expect(health.at(-1)).toMatchObject({
    reason: "store-unavailable",
    detail: expect.stringContaining("Another program holds"),
  });
  other.close();
  await store.plays.begin(playBegun("next", track));
  expect(health.at(-1)).toEqual({ state: "ok" });
  expect((await store.plays.recent(5)).map(({ id }) => id)).toEqual(["next", "held"]);
});

/** A disk of its own for a test, where this user may mount one. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), "mien-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    // Only root may; the tests above cause the same error of SQLite without a mount.
    rmSync(folder, { recursive: true });
    return null;
  }
}

function fillUp(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, `filler ${readdirSync(disk).length}`), Buffer.alloc(bavail * bsize));
  expect(statfsSync(disk).bavail).toBe(0);
}

test("on a real disk without a free byte, plays go on, over a restart too, and reach it when there is room", async (context) => {
  const disk = mountSmallDisk();
  if (disk === null) return context.skip("this user may mount no disk");
  try {
    opened = await openTestStore({ file: join(disk, "mien.db") });
    const { store } = opened;
    const track = await firstTrack(store);
    fillUp(disk);
    const count = await playUntilHeld(store, track);
    expect(await store.plays.recent(1000)).toHaveLength(count);
    expect(await store.library.candidates(anyCandidate())).toHaveLength(2);
    await store.close();
    expect(opened.warnings).toContainEqual(expect.stringMatching(/in memory are lost/));

    fillUp(disk);
    const restarted = await openStore({ file: opened.file, log: { warn: () => undefined } });
    expect(await restarted.plays.recent(1000)).toHaveLength(count - 1);
    expect(await restarted.library.candidates(anyCandidate())).toHaveLength(2);
    await restarted.plays.begin(playBegun("after the restart", track));
    for (const name of readdirSync(disk)) if (name.startsWith("filler")) rmSync(join(disk, name));
    await restarted.plays.begin(playBegun("last", track));
    await restarted.close();
    const again = await openStore({ file: opened.file, log: { warn: () => undefined } });
    expect(await again.plays.recent(1000)).toHaveLength(count + 1);
    expect((await again.plays.recent(2)).map(({ id }) => id)).toEqual(["last", "after the restart"]);
    await again.close();
  } finally {
    await opened.store.close();
    execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true });
  }
});
