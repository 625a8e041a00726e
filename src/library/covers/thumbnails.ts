import sharp from "sharp";
import { type CoverSize, coverSides } from "./cover-sizes.ts";
import { isPicture } from "./is-picture.ts";

/**
 * As many pixels as a scan of a CD's front at 1,000 dpi has; a decompression bomb has thousands of millions in a few
 * kilobytes. `npm run bench -- covers` tells what the worst picture within it takes.
 */
const maxPixels = 25_000_000;

// Each picture is seen once: a cache would only hold memory. One core, because music and seeing come first.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Both thumbnails as WebP, never enlarged; null where the bytes are no picture that can be shown: damaged, too many
 * pixels, or no JPEG, PNG, WebP or GIF.
 */
export async function makeThumbnails(picture: Uint8Array): Promise<Record<CoverSize, Buffer> | null> {
  if (!isPicture(picture)) return null;
  try {
    // The small one is made of the large one: decoding is what costs.
    const large = await within(picture, coverSides.large);
    return { large, small: await within(large, coverSides.small) };
  } catch {
    // libvips' reasons for refusing a picture help nobody: the song plays with a drawn one.
    return null;
  }
}

/** Measured beside JPEG by `npm run bench -- covers`. */
function within(picture: Uint8Array, side: number): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: maxPixels, failOn: "truncated", sequentialRead: true })
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#111" })
    .webp({ quality: 78, effort: 2 })
    .toBuffer();
}
