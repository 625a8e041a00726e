import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import type { CoverJob } from "../src/library/covers/cover-messages.ts";
import { type FormatFigures, measureFormats } from "./covers-sides/formats.ts";
import { MeasuredMaker } from "./covers-sides/measured-maker.ts";
import { Unusable } from "./model-sides/unusable.ts";

export const title = "Thumbnails of covers: their size, how fast they are made, and the worst pictures";
export const help = "npm run bench -- covers [--albums N]   N is 60 unless told otherwise.";

const root = resolve(import.meta.dirname, "../..");
/** Real photographs, 600 to 2,000 pixels wide. */
const photographs = join(root, "node_modules/@vladmandic/face-api/demo");
const songsInAlbum = 12;

interface Worst {
  picture: string;
  bytes: number;
  ms: number;
  peakMb: number;
  shown: boolean;
}

export interface CoversFigures {
  formats: readonly FormatFigures[];
  albums: number;
  /** Seconds are those of a core: they hold on a busy machine too. */
  songsPerSecond: number;
  albumsPerSecond: number;
  keptBytesPerAlbum: number;
  peakMb: number;
  /** Asked again, as when the database was lost: nothing is made, everything is looked at. */
  againSongsPerSecond: number;
  worst: readonly Worst[];
}

export async function run(args: readonly string[]): Promise<CoversFigures> {
  const { values } = parseArgs({ args: [...args], options: { albums: { type: "string" } } });
  const albums = Number(values.albums ?? 60);
  if (!Number.isInteger(albums) || albums < 1)
    throw new Unusable(`--albums takes a whole number from 1 on, not ${values.albums}.`);
  const names = (await readdir(photographs)).filter((name) => name.endsWith(".jpg"));
  const pictures = await Promise.all(names.map((name) => readFile(join(photographs, name))));
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-covers-"));
  try {
    const formats = await measureFormats(pictures);
    const made = await measureAlbums(albums, pictures, folder);
    return { formats, albums, ...made, worst: await measureWorst(folder) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureAlbums(albums: number, pictures: readonly Buffer[], folder: string) {
  const jobs: CoverJob[] = [];
  for (let album = 0; album < albums; album++) {
    const place = join(folder, "music", String(album));
    await mkdir(place, { recursive: true });
    const picture = sharp(pictures[album % pictures.length]).resize(1000, 1000);
    await writeFile(
      join(place, "cover.jpg"),
      await picture
        .modulate({ hue: album * 7 })
        .jpeg()
        .toBuffer(),
    );
    for (let song = 0; song < songsInAlbum; song++)
      jobs.push({ path: join(place, `${song}.mp3`), cover: "folder" });
  }
  const covers = join(folder, "covers");
  const maker = new MeasuredMaker(covers);
  await maker.start();
  const all = async () => {
    const before = maker.workMs;
    for (let from = 0; from < jobs.length; from += 8) await maker.make(jobs.slice(from, from + 8));
    return (maker.workMs - before) / 1000;
  };
  const [firstSeconds, againSeconds] = [await all(), await all()];
  const peakMb = await maker.peakMb();
  await maker.end();
  return {
    songsPerSecond: jobs.length / firstSeconds,
    albumsPerSecond: albums / firstSeconds,
    againSongsPerSecond: jobs.length / againSeconds,
    keptBytesPerAlbum: (await bytesIn(covers)) / albums,
    peakMb,
  };
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const stats = await stat(join(folder, name));
    if (stats.isFile()) bytes += stats.size;
  }
  return bytes;
}

/** As many pixels as are taken at all, in the ways that cost the most memory; and a bomb. */
async function measureWorst(folder: string): Promise<Worst[]> {
  // What is on it does not matter to the memory that it takes.
  const square = (side: number) =>
    sharp({
      create: { width: side, height: side, channels: 3, background: "#48a" },
      limitInputPixels: false,
    });
  const made: Readonly<Record<string, () => Promise<Buffer>>> = {
    "JPEG, 25 million pixels, progressive, full colour": () =>
      square(4_990).jpeg({ progressive: true, chromaSubsampling: "4:4:4", quality: 60 }).toBuffer(),
    "PNG, 25 million pixels, interlaced": () =>
      square(4_990).png({ progressive: true, compressionLevel: 1 }).toBuffer(),
    "WebP, 25 million pixels": () => square(4_990).webp({ quality: 40, effort: 0 }).toBuffer(),
    "PNG, 400 million pixels": () => square(20_000).png({ compressionLevel: 9 }).toBuffer(),
  };
  const figures: Worst[] = [];
  for (const [picture, make] of Object.entries(made)) {
    const place = join(folder, "worst", String(figures.length));
    await mkdir(place, { recursive: true });
    const bytes = await make();
    await writeFile(join(place, "cover.png"), bytes);
    const maker = new MeasuredMaker(join(folder, "covers"));
    await maker.start();
    const before = maker.workMs;
    const [hash] = await maker.make([{ path: join(place, "song.mp3"), cover: "folder" }]);
    const ms = maker.workMs - before;
    figures.push({ picture, bytes: bytes.length, ms, peakMb: await maker.peakMb(), shown: hash !== null });
    await maker.end();
  }
  return figures;
}

export function table(figures: CoversFigures): string {
  const { albums, songsPerSecond, albumsPerSecond, keptBytesPerAlbum, againSongsPerSecond, peakMb } = figures;
  const row = (...cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(52) : cell.padStart(10))).join("");
  return [
    row("thumbnails of photographs", "bytes", "dB", "ms"),
    ...figures.formats.map(({ side, format, bytes, decibels, ms }) =>
      row(`${side} px, ${format}`, bytes.toFixed(0), decibels.toFixed(1), ms.toFixed(1)),
    ),
    "",
    `${albums} albums of ${songsInAlbum} songs: ${songsPerSecond.toFixed(0)} songs and ${albumsPerSecond.toFixed(1)} pictures a second of a core, ${(keptBytesPerAlbum / 1000).toFixed(0)} kB kept for an album,`,
    `${peakMb.toFixed(0)} MB at most in the process that makes them. Once more, with all of them there: ${againSongsPerSecond.toFixed(0)} songs a second of a core.`,
    "",
    row("one picture of the worst kind", "MB", "ms", "peak MB", "shown"),
    ...figures.worst.map(({ picture, bytes, ms, peakMb, shown }) =>
      row(picture, (bytes / 1e6).toFixed(1), ms.toFixed(0), peakMb.toFixed(0), shown ? "yes" : "no"),
    ),
  ].join("\n");
}
