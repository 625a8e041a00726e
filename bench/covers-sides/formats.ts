import sharp, { type Sharp } from "sharp";
import { coverSides } from "../../src/library/covers/cover-sizes.ts";

export interface FormatFigures {
  side: number;
  format: string;
  bytes: number;
  /** Peak signal-to-noise ratio: the higher, the more alike. */
  decibels: number;
  /** Of a core. */
  ms: number;
}

const formats: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  "WebP 78, effort 2": (picture) => picture.webp({ quality: 78, effort: 2 }),
  "WebP 78, effort 4": (picture) => picture.webp({ quality: 78, effort: 4 }),
  "JPEG 82": (picture) => picture.jpeg({ quality: 82, progressive: true }),
  "JPEG 80 by MozJPEG": (picture) => picture.jpeg({ quality: 80, mozjpeg: true }),
};

/** What thumbnails of these photographs take in several formats; means over the photographs. */
export async function measureFormats(photographs: readonly Buffer[]): Promise<FormatFigures[]> {
  const figures: FormatFigures[] = [];
  for (const side of Object.values(coverSides)) {
    const pictures = await Promise.all(
      photographs.map((photograph) =>
        sharp(photograph).resize(side, side).removeAlpha().raw().toBuffer({ resolveWithObject: true }),
      ),
    );
    for (const [format, encode] of Object.entries(formats)) {
      const sums = { bytes: 0, decibels: 0, ms: 0 };
      for (const { data, info } of pictures) {
        const { width, height, channels } = info;
        const before = process.cpuUsage();
        const encoded = await encode(sharp(data, { raw: { width, height, channels } })).toBuffer();
        const { user, system } = process.cpuUsage(before);
        sums.ms += (user + system) / 1000;
        sums.bytes += encoded.length;
        sums.decibels += likeness(data, await sharp(encoded).raw().toBuffer());
      }
      const mean = (sum: number) => sum / pictures.length;
      figures.push({
        side,
        format,
        bytes: mean(sums.bytes),
        decibels: mean(sums.decibels),
        ms: mean(sums.ms),
      });
    }
  }
  return figures;
}

function likeness(one: Buffer, other: Buffer): number {
  const squares = one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0);
  return 10 * Math.log10((255 ** 2 * one.length) / squares);
}
