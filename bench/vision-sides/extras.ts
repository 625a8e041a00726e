import { Cascade } from "../../src/vision/cascade.ts";
import { cpuMsOf } from "../../src/vision/cpu-time.ts";
import { FaceFinder } from "../../src/vision/face-finder.ts";
import { loadOpenCv } from "../../src/vision/opencv.ts";
import { blackOut } from "../../src/vision/preview/blackout.ts";
import { previewPicture } from "../../src/vision/preview/preview-picture.ts";
import { usualConfig } from "../../src/vision/usual-config.ts";

const ROUNDS = 60;
/** Together a quarter of the picture. */
const ZONES = [0, 0.25, 0.5, 0.75].map((x) => ({ x, y: 0, width: 0.25, height: 0.25 }));

export interface Extras {
  /** CPU time of blacking out four zones, a quarter of the picture, over that of one look at the whole frame. */
  zonesOverLook: number;
  /** The same of a picture for the preview, which is made only while an admin looks. */
  previewOverLook: number;
}

/** What stands beside looking, measured in turns with it on the clip's first frame. */
export async function runExtras(clip: string): Promise<Extras> {
  const opencv = loadOpenCv();
  const cascade = new Cascade({ opencv, name: usualConfig.cascade });
  const finder = new FaceFinder({ opencv, cascade, minFaceShare: usualConfig.minFaceShare });
  const capture = opencv.openCapture(clip);
  const frame = await capture?.read();
  if (!capture || !frame) throw new Error(`${clip} is no video that can be played`);
  const costs = { look: 0, zones: 0, preview: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    costs.look += (await cpuMsOf(async () => finder.look(frame, "whole"))).cpuMs;
    costs.preview += (await cpuMsOf(async () => previewPicture(opencv, frame))).cpuMs;
    // Too little for one to be told.
    const many = await cpuMsOf(async () => {
      for (let n = 0; n < 20; n++) blackOut(opencv, frame, ZONES);
    });
    costs.zones += many.cpuMs / 20;
  }
  frame.release();
  capture.release();
  return { zonesOverLook: costs.zones / costs.look, previewOverLook: costs.preview / costs.look };
}
