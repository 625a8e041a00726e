import { readFileSync } from "node:fs";
import { Eyes } from "../../src/vision/eyes.ts";
import { Meter } from "../../src/vision/meter.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";

// `node looks-main.js MODELS FILM LOOKS`: looks at a film, over and over, and writes a line of JSON every so often. A process
// of its own, so that nobody else's memory is in the figures.

export interface Looked {
  looks: number;
  faces: number;
  rssMb: number;
}

const [modelsFolder = "", film = "", wanted = "0"] = process.argv.slice(2);
const everySoOften = Math.max(1, Math.round(Number(wanted) / 200));

const eyes = await Eyes.load({ modelsFolder, config: usualConfig, meter: new Meter() });
let [looks, faces] = [0, 0];
while (looks < Number(wanted)) {
  // As the camera of a film does, because not every format can seek.
  const capture = eyes.opencv.openCapture(film);
  if (capture === null) throw new Error(`${film} does not open`);
  const before = looks;
  for (let frame = await capture.read(); frame !== null; frame = await capture.read()) {
    faces += (await eyes.look(frame)).length;
    frame.release();
    looks += 1;
    if (looks % everySoOften === 0) tell({ looks, faces, rssMb: rssMb() });
    if (looks >= Number(wanted)) break;
  }
  capture.release();
  if (looks === before) throw new Error(`${film} holds no picture`);
}

function tell(looked: Looked): void {
  process.stdout.write(`${JSON.stringify(looked)}\n`);
}

function rssMb(): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1_024;
}
