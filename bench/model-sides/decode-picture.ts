import sharp from "sharp";
import type { Mat, OpenCv } from "../../src/vision/opencv.ts";

const MOST_PIXELS = 200_000_000;
/** Larger pictures are shrunk to this: vision takes up to 30 million pixels, and no face needs as many. */
const LONGEST_SIDE = 4_000;

/**
 * A picture file's pixels, BGR, turned upright as its camera noted: decoded as vision decodes them. Kinds that
 * vision doesn't take but data sets come in (TIFF, GIF, AVIF) and larger ones than it takes go by way of sharp.
 */
export async function decodePicture(bytes: Buffer, opencv: OpenCv): Promise<Mat | null> {
  const direct = opencv.decodeImage(bytes);
  if (direct) return direct;
  try {
    const upright = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten()
      .toColorspace("srgb")
      .png({ compressionLevel: 0 })
      .toBuffer();
    return opencv.decodeImage(upright);
  } catch {
    // Damaged, or no picture at all.
    return null;
  }
}
