import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Eyes } from "./eyes.ts";
import { modelsFolder } from "./forked-vision.ts";
import { Meter } from "./meter.ts";
import { makeFolder, photosFolder } from "./testing.ts";
import { usualConfig } from "./usual-config.ts";

/** The addon's own account, which is empty unless its allocator is switched on before the first Mat. */
interface Account {
  dangerousEnableCustomMatAllocator(): void;
  getMemMetrics(): { TotalAlloc: number; NumAllocations: number };
}

test("every Mat is released: a hundred looks at faces leave none behind", async () => {
  const folder = await makeFolder();
  const film = join(folder.path, "faces.mp4");
  const photo = join(photosFolder, "sample3.jpg");
  const oneFace = "crop=900:675:1020:250,scale=640:-2";
  const once = ["-v", "error", "-loop", "1", "-r", "25", "-t", "4"];
  execFileSync("ffmpeg", [...once, "-i", photo, "-vf", oneFace, film]);
  const config = { ...usualConfig, observationsPerSecond: { withFaces: 1_000, withoutFaces: 1_000 } };
  const eyes = await Eyes.load({ modelsFolder, config, meter: new Meter() });
  const account = eyes.opencv.raw as unknown as Account;
  account.dangerousEnableCustomMatAllocator();

  const capture = eyes.opencv.openCapture(film);
  if (!capture) throw new Error(`${film} does not open`);
  const held: number[] = [];
  let faces = 0;
  for (let frame = await capture.read(); frame; frame = await capture.read()) {
    faces += (await eyes.look(frame)).length;
    frame.release();
    held.push(account.getMemMetrics().TotalAlloc);
  }
  capture.release();
  await folder.remove();
  expect(faces).toBeGreaterThan(0.9 * held.length);
  expect(held.length).toBeGreaterThan(90);
  // The cascade keeps buffers of its own, which have their size after the first looks.
  expect(held.at(-1)).toBeLessThanOrEqual(Math.max(...held.slice(5, 30)));
});
