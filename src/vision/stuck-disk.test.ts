import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ForkedVision } from "./forked-vision.ts";
import { makeFolder } from "./testing.ts";
import { hangingMount } from "./testing-hung-mount.ts";

// A disk that does not answer: the real process, and a file system that really hangs.

let folder: Awaited<ReturnType<typeof makeFolder>>;
let mount: ReturnType<typeof hangingMount>;
let vision: ForkedVision | undefined;

beforeEach(async () => {
  folder = await makeFolder();
  mount = hangingMount(join(folder.path, "share"));
});
afterEach(async () => {
  await vision?.kill();
  mount?.undo();
  await folder.remove();
});

test.for<readonly [string, string]>([
  ["a folder of pictures", "share"],
  ["a film", "share/film.mp4"],
  ["a recording", "share/room.observations.jsonl"],
])("%s on a share that hangs is told as stuck, and then the process ends", async ([_, name], { skip }) => {
  if (!mount) return skip("needs root and /dev/fuse");
  vision = new ForkedVision();
  const path = join(folder.path, name);
  vision.open({ source: path });
  await vision.until("that it is stuck", () => vision?.statuses.at(-1)?.state === "down");
  expect(vision.statuses.at(-1)).toMatchObject({
    state: "down",
    source: path,
    reason: "camera-stuck",
    detail: expect.stringContaining("check that its server is on"),
  });
  expect(await vision.ended).toEqual({ code: null, signal: "SIGKILL" });
});
