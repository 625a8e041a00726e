import type { Box } from "../../src/protocol/vision.ts";
import { Cascade } from "../../src/vision/cascade.ts";
import { cutCrop, planCrop } from "../../src/vision/crop.ts";
import { ExpressionModel } from "../../src/vision/expression-model.ts";
import { loadOpenCv } from "../../src/vision/opencv.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";

export interface PlainSide {
  /** From one frame to the next. */
  frameMs: number;
  /** Of the whole process: decoding, detection, net. */
  cpuMsPerFrame: number;
  facesFound: number;
  /** One for each frame of the clip: when it is shown, and the faces in it. */
  frames: readonly { atMs: number; faces: readonly Box[] }[];
}

/**
 * The way every tutorial goes: Haar at scale 1.1 over every whole frame in full size, then the net on each face.
 * It looks for no smaller faces than Mien does, or it would lose by its own choice.
 */
export async function runPlain(clip: string, modelsFolder: string): Promise<PlainSide> {
  const opencv = loadOpenCv();
  const cascade = new Cascade({ opencv, name: usualConfig.cascade });
  const model = await ExpressionModel.load(modelsFolder);
  const { crop, input } = model.contract;
  const capture = opencv.openCapture(clip);
  if (!capture) throw new Error(`${clip} is no video that can be played`);

  const frames: { atMs: number; faces: readonly Box[] }[] = [];
  let facesFound = 0;
  const cpuBefore = process.cpuUsage();
  for (let frame = await capture.read(); frame; frame = await capture.read()) {
    const { cols, rows } = frame;
    const grey = opencv.grey(frame);
    const found = cascade.detect(grey, {
      scaleFactor: 1.1,
      minNeighbors: 3,
      minSize: Math.round(usualConfig.minFaceShare * rows),
      maxSize: rows,
    });
    const faces = found.map(({ rect }) => ({
      x: rect.x / cols,
      y: rect.y / rows,
      width: rect.width / cols,
      height: rect.height / rows,
    }));
    for (const box of faces) {
      const margin = crop.margin[usualConfig.cascade];
      const plan = planCrop({ box, margin, width: cols, height: rows });
      if (plan) await model.read(cutCrop({ opencv, frame, plan, width: input.width, height: input.height }));
    }
    facesFound += faces.length;
    frames.push({ atMs: capture.positionMs, faces });
    grey.release();
    frame.release();
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const { frameMs } = capture;
  capture.release();
  if (frames.length === 0) throw new Error(`${clip} holds no picture`);
  return { frameMs, cpuMsPerFrame: (user + system) / 1_000 / frames.length, facesFound, frames };
}
