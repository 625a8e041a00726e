import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packShot, SHOTS_PER_SECOND, type Shot, unpackShot } from "../../protocol/preview.ts";
import { systemClock } from "../clock.ts";
import { Preview } from "./preview.ts";

const shot: Shot = {
  seen: { seq: 1, width: 640, height: 480, detections: [] },
  picture: Buffer.from("a picture"),
};
let folder: string;
let server: Server;
/** Vision's end: who is connected, and how often a picture was asked for. */
let viewers: Socket[];
let asked: number;
/** How vision answers a question. */
let answer: (socket: Socket) => void;
let looking: boolean;
/** The place is closed, and a camera that is asked for a picture begins to look. */
let wakes: boolean;
let changes: boolean[];
let preview: Preview;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-preview-"));
  const socket = join(folder, "preview");
  [viewers, asked, looking, wakes, changes] = [[], 0, true, false, []];
  answer = (to) => to.write(packShot(shot));
  server = createServer((viewer) => {
    viewers.push(viewer);
    viewer.on("close", () => {
      viewers = viewers.filter((other) => other !== viewer);
    });
    viewer.on("error", () => undefined);
    viewer.on("data", () => {
      asked++;
      answer(viewer);
    });
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  preview = new Preview({
    socket,
    looking: () => looking,
    wakes: () => wakes,
    monotonic: systemClock.monotonic,
    onChange: () => {
      if (wakes) looking = preview.asked;
      if (changes.at(-1) !== preview.watched) changes.push(preview.watched);
    },
  });
});
afterEach(async () => {
  preview.stop();
  server.close();
  await rm(folder, { recursive: true });
});

const stays = () => new AbortController().signal;

test("a page that asks gets what vision sees, and it is known that somebody looks", async () => {
  expect(preview.watched).toBe(false);
  expect(await preview.next(stays())).toEqual(shot);
  expect(preview.watched).toBe(true);
  expect(changes.at(-1)).toBe(true);
});

test("when no page asks any more the line is cut and vision is asked nothing", async () => {
  await preview.next(stays());
  await expect.poll(() => preview.watched).toBe(false);
  await expect.poll(() => viewers.length).toBe(0);
  expect(changes.slice(-2)).toEqual([true, false]);
  expect(asked).toBe(1);
});

test("a page that closes while it waits ends it as well", async () => {
  answer = () => undefined;
  const page = new AbortController();
  const waiting = preview.next(page.signal);
  await expect.poll(() => asked).toBe(1);
  page.abort();
  expect(await waiting).toBeNull();
  await expect.poll(() => preview.watched).toBe(false);
  await expect.poll(() => viewers.length).toBe(0);
});

test("two pages get the same picture, and vision is asked once", async () => {
  expect(await Promise.all([preview.next(stays()), preview.next(stays())])).toEqual([shot, shot]);
  expect(asked).toBe(1);
});

test("pictures are never closer together than a film of five a second", async () => {
  // By vision's own end: whatever holds this test up makes gaps longer, never shorter.
  const gaps: number[] = [];
  let answered = Number.NEGATIVE_INFINITY;
  answer = (to) => {
    gaps.push(performance.now() - answered);
    answered = performance.now();
    to.write(packShot(shot));
  };
  for (let n = 0; n < 4; n++) await preview.next(stays());
  expect(gaps.length).toBe(4);
  // A timer may be a millisecond early.
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1_000 / SHOTS_PER_SECOND - 2);
});

test("a camera that is switched off shows nothing, nor what it saw before", async () => {
  answer = (to) => {
    looking = false;
    to.write(packShot(shot));
  };
  expect(await preview.next(stays())).toBeNull();
  expect(await preview.next(stays())).toBeNull();
  expect(asked).toBe(1);
});

test("a camera that rests looks for as long as somebody aims it, and one that is switched off stays so", async () => {
  looking = false;
  expect(await preview.next(stays())).toBeNull();
  wakes = true;
  expect(await preview.next(stays())).toEqual(shot);
  expect(looking).toBe(true);
  await expect.poll(() => looking).toBe(false);
});

test("vision that goes away is no picture, and the next one is asked anew", async () => {
  answer = (to) => to.destroy();
  expect(await preview.next(stays())).toBeNull();
  answer = (to) => to.write(packShot(shot));
  expect(await preview.next(stays())).toEqual(shot);
});

test("what is no picture ends the line, and the next one is asked anew", async () => {
  answer = (to) => to.write(Buffer.alloc(64, 0xff));
  expect(await preview.next(stays())).toBeNull();
  answer = (to) => to.write(packShot(shot));
  expect(await preview.next(stays())).toEqual(shot);
});

test("a shot comes through in pieces, and what is none is refused", () => {
  const bytes = packShot(shot);
  for (const end of [0, 4, 8, 20, bytes.length - 1]) expect(unpackShot(bytes.subarray(0, end))).toBeNull();
  expect(unpackShot(Buffer.concat([bytes, Buffer.from("more")]))).toEqual({
    shot,
    rest: Buffer.from("more"),
  });
  expect(() => unpackShot(Buffer.alloc(8, 0xff))).toThrow(RangeError);
});
