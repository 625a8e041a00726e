import type { Mat, OpenCv } from "../../src/vision/opencv.ts";

/** FER-2013's images are enlarged to this, as faces in front of a camera are larger than 48 pixels. */
const FACE_PX = 192;
/** Border repeated around the face, or the cascade would have no room to search. */
const BORDER_PX = 96;
const FRAME_PX = FACE_PX + 2 * BORDER_PX;

export type Harm = "blur" | "shrink" | "cover-below" | "cover-side" | "cover-above" | "roll" | "turn";

/** What is done to faces, in steps; the first leaves them as they are. */
export const HARMS: readonly { harm: Harm; unit: string; steps: readonly number[] }[] = [
  {
    harm: "blur",
    unit: "sigma of a Gaussian, in shares of the face's width",
    steps: [0, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08],
  },
  { harm: "shrink", unit: "pixels of the face's width", steps: [192, 64, 44, 36, 30, 26, 22, 18] },
  {
    harm: "cover-below",
    unit: "share of the face's height that is covered from the chin up",
    steps: [0, 0.15, 0.3, 0.4, 0.5, 0.6],
  },
  {
    harm: "cover-above",
    unit: "share of the face's height that is covered from the hair down",
    steps: [0, 0.15, 0.3, 0.4, 0.5, 0.6],
  },
  {
    harm: "cover-side",
    unit: "share of the face's width that is covered from the left",
    steps: [0, 0.15, 0.3, 0.4, 0.5, 0.6],
  },
  { harm: "roll", unit: "degrees of a tilted head", steps: [0, 10, 20, 30, 45] },
  { harm: "turn", unit: "degrees by which the flat picture is turned away", steps: [0, 20, 30, 40, 50, 60] },
];

/** A 48 × 48 BGR face as a camera's frame, harmed. The caller releases it. */
export function harmed(face: Mat, options: { opencv: OpenCv; harm: Harm; step: number }): Mat {
  const { opencv, harm, step } = options;
  const { raw } = opencv;
  const made: Mat[] = [];
  const keep = (mat: Mat): Mat => {
    made.push(mat);
    return mat;
  };
  const large = keep(face.resize(FACE_PX, FACE_PX, 0, 0, raw.INTER_CUBIC));
  const covered = keep(cover(large, opencv, harm, step));
  const frame = keep(
    covered.copyMakeBorder(BORDER_PX, BORDER_PX, BORDER_PX, BORDER_PX, raw.BORDER_REPLICATE),
  );
  const result = keep(spoil(frame, opencv, harm, step));
  for (const mat of made) if (mat !== result) mat.release();
  return result;
}

function spoil(frame: Mat, { raw }: OpenCv, harm: Harm, step: number): Mat {
  if (harm === "blur" && step > 0) return frame.gaussianBlur(new raw.Size(0, 0), step * FACE_PX);
  if (harm === "shrink" && step < FACE_PX) {
    const side = Math.round((step / FACE_PX) * FRAME_PX);
    return frame.resize(side, side, 0, 0, raw.INTER_AREA);
  }
  if (harm === "roll" && step > 0)
    return warped(frame, raw, Math.cos(radians(step)), Math.sin(radians(step)), 1);
  if (harm === "turn" && step > 0) return warped(frame, raw, 1, 0, Math.cos(radians(step)));
  return frame;
}

/** Rotated about its middle, and narrowed to `narrow` of its width. */
function warped(frame: Mat, raw: OpenCv["raw"], cos: number, sin: number, narrow: number): Mat {
  const middle = FRAME_PX / 2;
  const rows = [
    [cos * narrow, sin * narrow],
    [-sin, cos],
  ].map(([a = 0, b = 0]) => [a, b, middle - (a + b) * middle]);
  const matrix = new raw.Mat(rows, raw.CV_64F);
  try {
    return frame.warpAffine(matrix, new raw.Size(FRAME_PX, FRAME_PX), raw.INTER_LINEAR, raw.BORDER_REPLICATE);
  } finally {
    matrix.release();
  }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** With one flat patch of the face's mean brightness, as a hand, a scarf or a cup would hide it. */
function cover(face: Mat, opencv: OpenCv, harm: Harm, share: number): Mat {
  const { raw } = opencv;
  const pixels = Buffer.from(face.getData());
  if (harm.startsWith("cover") && share > 0) {
    const mean = pixels.reduce((a, b) => a + b, 0) / pixels.length;
    for (let y = 0; y < FACE_PX; y++)
      for (let x = 0; x < FACE_PX; x++) {
        const at = harm === "cover-side" ? x : harm === "cover-above" ? y : FACE_PX - 1 - y;
        if (at < share * FACE_PX) pixels.fill(mean, 3 * (y * FACE_PX + x), 3 * (y * FACE_PX + x) + 3);
      }
  }
  return new raw.Mat(pixels, FACE_PX, FACE_PX, raw.CV_8UC3);
}
