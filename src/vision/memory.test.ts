import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Eyes } from "./eyes.ts";
import { modelsFolder } from "./forked-vision.ts";
import { Meter } from "./meter.ts";
import { makeFolder, photosFolder } from "./testing.ts";
import { usualConfig } from "./usual-config.ts";

const FRAMES = 2_000;
/**
 * What V8 and malloc may leave lying: up to 26 MB was seen. One leaked frame a look would be 1,400 MB; the smallest
 * Mats are a few kB and would be missed here, but not by `npm run bench -- vision --minutes 30`.
 */
const GROWTH_MB = 40;

const rssMb = (): number => process.memoryUsage.rss() / 1e6;

test(`memory does not grow over ${FRAMES} looks at a face`, async () => {
  process.env.OPENCV4NODEJS_DISABLE_EXTERNAL_MEM_TRACKING = "1";
  const folder = await makeFolder();
  const film = join(folder.path, "faces.mp4");
  const photo = join(photosFolder, "sample3.jpg");
  const oneFace = "crop=900:675:1020:250,scale=640:-2";
  const once = ["-v", "error", "-loop", "1", "-r", "25", "-t", "4"];
  execFileSync("ffmpeg", [...once, "-i", photo, "-vf", oneFace, film]);
  const config = { ...usualConfig, observationsPerSecond: { withFaces: 1_000, withoutFaces: 1_000 } };
  const eyes = await Eyes.load({ modelsFolder, config, meter: new Meter() });

  let looks = 0;
  let faces = 0;
  let afterWarmUp = 0;
  while (looks < FRAMES) {
    const capture = eyes.opencv.openCapture(film);
    if (!capture) throw new Error(`${film} does not open`);
    for (let frame = await capture.read(); frame; frame = await capture.read()) {
      faces += (await eyes.look(frame)).length;
      frame.release();
      looks++;
      if (looks === FRAMES / 4) afterWarmUp = rssMb();
    }
    capture.release();
  }
  expect(faces).toBeGreaterThan(0.9 * FRAMES);
  expect(rssMb() - afterWarmUp).toBeLessThan(GROWTH_MB);
  await folder.remove();
}, 120_000);
