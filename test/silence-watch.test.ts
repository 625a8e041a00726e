import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { SilenceWatch } from "../bench/soak-sides/silence-watch.ts";

// What the bench says of silence must be the music's, and never its own: with mpvs that say what a test has them say,
// and a clock that goes by hand.

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-ear-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  now = 1_000_000;
});

/** As much of mpv as tells where its song is, in milliseconds. */
async function anMpv(name: string, positionMs: number | null) {
  let position = positionMs;
  const sockets = new Set<Socket>();
  const data = () => (position === null ? {} : { data: position / 1_000 });
  const say = (message: object) => {
    for (const socket of sockets) socket.write(`${JSON.stringify(message)}\n`);
  };
  const tell = () => say({ event: "property-change", id: 1, name: "time-pos", ...data() });
  const server = createServer((socket) => {
    sockets.add(socket);
    createInterface({ input: socket }).on("line", (line) => {
      const { command, request_id } = JSON.parse(line) as { command: string[]; request_id: number };
      say({ request_id, error: "success", ...(command[0] === "get_property" && data()) });
      if (command[0] === "observe_property") tell();
    });
  });
  server.listen(join(folder, `mpv-${name}.sock`));
  await once(server, "listening");
  const end = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  onTestFinished(end);
  return {
    /** Its song is there now; it says so unless it is told to keep quiet. */
    at(positionMs: number | null, isQuiet = false) {
      position = positionMs;
      if (!isQuiet) tell();
    },
    end,
  };
}

/** Whatever was said is heard by then, and a new mpv is found. */
const heard = () => delay(1_600);

async function listening() {
  const watch = new SilenceWatch(folder, () => now);
  onTestFinished(async () => void (await watch.stop()));
  await watch.start();
  await heard();
  return watch;
}

test("a song that plays on while nobody says so until the end is no silence, and the end is told once", async () => {
  const mpv = await anMpv("a", 30_000);
  const watch = await listening();
  now += 5_000;
  mpv.at(35_000, true);
  expect(await watch.stop()).toEqual({ longestMs: 0, atMs: 0, gaps: 0 });
  now += 60_000;
  expect(await watch.stop()).toEqual({ longestMs: 0, atMs: 0, gaps: 0 });
});

test("words that a busy bench hears all at once are no silence", async () => {
  const mpv = await anMpv("a", 0);
  const watch = await listening();
  now += 2_000;
  for (let ms = 100; ms <= 2_000; ms += 100) mpv.at(ms);
  await heard();
  expect((await watch.stop()).gaps).toBe(0);
});

test("a clock that stands still is silence, from when it stopped and for as long", async () => {
  const mpv = await anMpv("a", 0);
  const watch = await listening();
  now += 500;
  mpv.at(500);
  await heard();
  now += 1_500;
  mpv.at(600);
  await heard();
  expect(await watch.stop()).toEqual({ longestMs: 1_400, atMs: 500, gaps: 1 });
});

test("another mpv that begins a song has sounded since it began", async () => {
  const first = await anMpv("a", 170_000);
  const watch = await listening();
  now += 300;
  first.at(170_300);
  await heard();
  first.end();
  now += 1_000;
  await anMpv("b", 800);
  await heard();
  expect(await watch.stop()).toMatchObject({ longestMs: 200, gaps: 1 });
});

test("one that stood by and goes on in the middle of the song has not sounded before", async () => {
  const first = await anMpv("a", 90_000);
  const second = await anMpv("b", null);
  const watch = await listening();
  first.end();
  now += 2_000;
  second.at(90_050);
  await heard();
  expect(await watch.stop()).toMatchObject({ longestMs: 2_000, gaps: 1 });
});

test("music that is gone at the end is silence until the end", async () => {
  const mpv = await anMpv("a", 0);
  const watch = await listening();
  mpv.end();
  await heard();
  now += 3_000;
  expect(await watch.stop()).toMatchObject({ longestMs: 3_000, gaps: 1 });
});
