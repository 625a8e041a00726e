import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Pick } from "../protocol/music.ts";
import { type Bookmark, BookmarkFile } from "./bookmark.ts";
import { LastingBookmark } from "./lasting-bookmark.ts";
import { pickNumber, quiet } from "./testing.ts";

let folder: string;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-bookmark-"));
  now = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

function opened(log: { warn(o: object, msg: string): void } = quiet): LastingBookmark {
  const monotonic = () => now;
  return new LastingBookmark({
    runtime: new BookmarkFile({ file: at("runtime.json"), monotonic, log }),
    slots: [at("a.json"), at("b.json")],
    monotonic,
    log,
  });
}

function place(song: number, positionMs: number, crashed = true): Bookmark {
  const bookmark = { next: null, heardMs: 0, intended: "playing", volume: 1, crashed, notedAt: 0 } as const;
  return { ...bookmark, song: { pick: pickNumber(song), path: `/music/${song}` }, positionMs };
}

/** Some minutes of music, noted every five seconds, and the end of what was begun to be written. */
async function play(bookmarks: LastingBookmark, song: number, seconds: number): Promise<void> {
  for (let second = 0; second <= seconds; second += 5) {
    now += 5_000;
    await bookmarks.note(place(song, second * 1_000));
  }
  await bookmarks.written();
}

/** What was in memory is gone, and the machine is started anew. */
const cutPower = () => rm(at("runtime.json"), { force: true });

test("after a crash the place in memory holds, which is the newest", async () => {
  await play(opened(), 1, 70);
  expect(await opened().read()).toEqual(place(1, 70_000));
});

test("after a power cut the song goes on within a minute of its place", async () => {
  await play(opened(), 1, 170);
  await cutPower();
  const left = await opened().read();
  expect(left?.song.pick.id).toBe("1");
  expect(170_000 - (left?.positionMs ?? 0)).toBeLessThan(60_000);
});

test("what somebody waits for is on no disk, and what Mien chose by itself is", async () => {
  const [own, wish] = [pickNumber(2), pickNumber(3)];
  const by = { kind: "guest", sessionId: "g" } as const;
  const asked = { ...wish, reasons: [{ kind: "asked", by } as const] };
  for (const pick of [own, asked]) {
    const bookmarks = opened();
    await bookmarks.note({ ...place(1, 0), next: { pick, path: "/music/next" } });
    expect((await opened().read())?.next?.pick.id).toBe(pick.id);
    await bookmarks.written();
    await cutPower();
    expect((await opened().read())?.next ?? null).toEqual(
      pick === own ? { pick, path: "/music/next" } : null,
    );
  }
});

test("who asked for the song that plays, or whose turn it is, is in no file that may be on a disk", async () => {
  const who = ["nina's number", "a phone's number", "a visit", "Nina's band"];
  const [nina = "", phone = "", of = "", value = ""] = who;
  const reasons: Pick["reasons"] = [
    { kind: "asked", by: { kind: "person", id: nina } },
    { kind: "asked", by: { kind: "guest", sessionId: phone } },
    { kind: "turn", of },
    { kind: "preferred", what: "artist", value, by: "person" },
    { kind: "preferred", what: "language", value: "de", by: "owner" },
  ];
  const bookmarks = opened();
  const { song, ...rest } = place(1, 0);
  const pick = { ...song.pick, reasons };
  const bookmark = { ...rest, song: { ...song, pick }, next: { ...song, pick: { ...pick, id: "next" } } };
  await bookmarks.note(bookmark);
  await bookmarks.written();
  expect(await opened().read()).toEqual(bookmark);
  await cutPower();
  expect((await opened().read())?.song.pick.reasons.map(({ kind }) => kind)).toEqual([
    ...["asked", "asked", "preferred"],
  ]);
  // Nor where there is no folder in memory.
  const onDisk = new BookmarkFile({ file: at("tmp.json"), inMemory: false, monotonic: () => 0, log: quiet });
  await onDisk.note(bookmark);
  expect(await onDisk.read()).toMatchObject({ song: { pick: { id: "1" } }, next: null });
  for (const name of ["b.json", "tmp.json"])
    for (const each of who) expect(await readFile(at(name), "utf8")).not.toContain(each);
  expect((await stat(at("tmp.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(at("b.json"))).mode & 0o777).toBe(0o600);
});

test("another song is noted at once", async () => {
  const bookmarks = opened();
  await play(bookmarks, 1, 20);
  await play(bookmarks, 2, 0);
  await cutPower();
  expect((await opened().read())?.song.pick.id).toBe("2");
});

test("an end in good order is noted at once too", async () => {
  const bookmarks = opened();
  await play(bookmarks, 1, 20);
  await bookmarks.note(place(1, 23_000, false));
  await cutPower();
  expect(await opened().read()).toEqual(place(1, 23_000, false));
});

test("a slot that was torn by the power cut gives way to the other one", async () => {
  await play(opened(), 1, 130);
  await cutPower();
  const numbers = await Promise.all(
    ["a.json", "b.json"].map(async (name) => JSON.parse(await readFile(at(name), "utf8")).number as number),
  );
  const [newer, older] = (numbers[0] ?? 0) > (numbers[1] ?? 0) ? ["a.json", "b.json"] : ["b.json", "a.json"];
  const kept = JSON.parse(await readFile(at(older ?? ""), "utf8")).bookmark.positionMs;
  await truncate(at(newer ?? ""), 100);
  expect((await opened().read())?.positionMs).toBe(kept);
  await writeFile(at(older ?? ""), "");
  expect(await opened().read()).toBeNull();
});

test("the numbers go on with the next daemon, so that its newest is the newest", async () => {
  await play(opened(), 1, 130);
  const next = opened();
  await next.read();
  await play(next, 2, 5);
  await cutPower();
  expect((await opened().read())?.song.pick.id).toBe("2");
});

test("an hour of one song writes each slot in place, 36 times, and one page of 4 KiB", async () => {
  const bookmarks = opened();
  await play(bookmarks, 1, 3_600);
  const { size, ino } = await stat(at("a.json"));
  expect(size).toBe(4_096);
  expect(JSON.parse(await readFile(at("a.json"), "utf8")).number).toBeLessThanOrEqual(74);
  await play(bookmarks, 2, 100);
  expect((await stat(at("a.json"))).ino).toBe(ino);
});

test("a note longer than a page is whole too, and so is a short one where it was", async () => {
  const bookmarks = opened();
  const long = place(1, 5_000);
  const song = { ...long.song, path: `/music/${"long ".repeat(1_000)}` };
  for (const slot of ["first", "second"]) {
    await bookmarks.note({ ...long, song: { ...song, pick: { ...song.pick, id: slot } } });
    await bookmarks.written();
  }
  await cutPower();
  expect((await opened().read())?.song).toEqual({ ...song, pick: { ...song.pick, id: "second" } });
  expect((await stat(at("a.json"))).size).toBe(8_192);
  await play(bookmarks, 2, 0);
  await play(bookmarks, 3, 0);
  await cutPower();
  expect((await opened().read())?.song.pick.id).toBe("3");
});

test("a disk that can't be written costs the place, not the music, and is told once", async () => {
  const told: string[] = [];
  const bookmarks = opened({ warn: (_, message) => told.push(message) });
  await rm(folder, { recursive: true });
  await play(bookmarks, 1, 200);
  expect(told.length).toBeLessThanOrEqual(2);
  folder = await mkdtemp(join(tmpdir(), "mien-bookmark-"));
});
