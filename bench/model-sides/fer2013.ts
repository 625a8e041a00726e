import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import type { LabelledPicture, LabelledSet } from "./labelled.ts";
import { Unusable } from "./unusable.ts";

/** Width and height of every image. */
export const FER_SIDE = 48;
/** What the numbers in the data set stand for, which is the order of fer.json too. */
const FER_CLASSES = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"] as const;
/** Of all 35,887 images in the order of their rows. */
const SHA256 = "b1e0669f3e34347a47c00b78cf7eac6b1e3f916cf2c74b0d3996186bdcc31827";
const PIXELS = FER_SIDE * FER_SIDE;

export type FerSplit = "public" | "private";
const USAGE: Readonly<Record<FerSplit, string>> = { public: "PublicTest", private: "PrivateTest" };

export interface FerFace {
  /** Its place in the data set, from 0. */
  row: number;
  usage: string;
  label: (typeof FER_CLASSES)[number];
  /** Grey, row by row. */
  pixels: Uint8Array;
}

/**
 * All faces of FER-2013 from a folder: the challenge's fer2013.csv or icml_face_data.csv, or the same images as
 * lossless video (fer2013.ffv1.mkv) beside labels.csv.gz.
 */
export async function readFer2013(folder: string): Promise<FerFace[]> {
  const csv = ["fer2013.csv", "icml_face_data.csv"].map((name) => join(folder, name)).find(existsSync);
  const video = join(folder, "fer2013.ffv1.mkv");
  if (!existsSync(video) && csv === undefined)
    throw new Unusable(
      `${folder} holds no FER-2013 (fer2013.csv, icml_face_data.csv, or fer2013.ffv1.mkv with labels.csv.gz): name its folder with --data, or a folder of your own pictures with --faces.`,
    );
  const faces =
    csv === undefined ? await fromVideo(video, join(folder, "labels.csv.gz")) : await fromCsv(csv);
  const hash = createHash("sha256");
  for (const { pixels } of faces) hash.update(pixels);
  if (hash.digest("hex") !== SHA256)
    throw new Unusable(
      `The images in ${folder} are not FER-2013's 35,887: the download is damaged, or another set.`,
    );
  return faces;
}

/** One of the test splits, for a model of these classes. */
export async function fer2013(
  folder: string,
  split: FerSplit,
  classes: readonly string[],
): Promise<LabelledSet> {
  const faces = (await readFer2013(folder)).filter(({ usage }) => usage === USAGE[split]);
  const leftOut: Record<string, number> = {};
  const pictures: LabelledPicture[] = [];
  for (const { row, label, pixels } of faces) {
    const at = classes.indexOf(label);
    if (at < 0) leftOut[label] = (leftOut[label] ?? 0) + 1;
    else
      pictures.push({
        name: `row ${row}`,
        label: at,
        decode: async ({ raw }) => {
          const threefold = Buffer.alloc(3 * PIXELS);
          for (const [index, value] of pixels.entries()) threefold.fill(value, 3 * index, 3 * index + 3);
          return new raw.Mat(threefold, FER_SIDE, FER_SIDE, raw.CV_8UC3);
        },
      });
  }
  return { name: `FER-2013 ${USAGE[split]}`, pictures, leftOut };
}

async function fromVideo(video: string, labels: string): Promise<FerFace[]> {
  if (!existsSync(labels)) throw new Unusable(`${labels} is missing: it belongs to ${video}.`);
  const [pixels, text] = [await greyOf(video), gunzipSync(await readFile(labels)).toString("utf8")];
  const [header = "", ...lines] = text.trim().split("\n");
  const column = columnsOf(header);
  return lines.map((line, row) => {
    const fields = line.split(",");
    return {
      row,
      usage: fields[column("usage")] ?? "",
      label: classOf(fields[column("fer_label")]),
      pixels: pixels.subarray(row * PIXELS, (row + 1) * PIXELS),
    };
  });
}

/** Every pixel of a grey video, frame after frame. */
async function greyOf(video: string): Promise<Buffer> {
  const decoder = spawn("ffmpeg", ["-v", "error", "-i", video, "-f", "rawvideo", "-pix_fmt", "gray", "-"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    decoder.once("error", reject).once("close", resolve);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of decoder.stdout) chunks.push(chunk as Buffer);
  const code = await ended;
  if (code !== 0) throw new Unusable(`ffmpeg can't decode ${video} (exit code ${code}).`);
  return Buffer.concat(chunks);
}

/** Emotion, pixels and usage in either order; the pixels are numbers with spaces between. */
async function fromCsv(path: string): Promise<FerFace[]> {
  const faces: FerFace[] = [];
  let column: ((name: string) => number) | null = null;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (column === null) {
      column = columnsOf(line);
      continue;
    }
    const fields = line.split(",");
    faces.push({
      row: faces.length,
      usage: fields[column("usage")]?.trim() ?? "",
      label: classOf(fields[column("emotion")]),
      pixels: Uint8Array.from((fields[column("pixels")] ?? "").trim().split(" "), Number),
    });
  }
  return faces;
}

function columnsOf(header: string): (name: string) => number {
  const names = header.split(",").map((name) => name.trim().toLowerCase());
  return (name) => names.indexOf(name);
}

function classOf(number: string | undefined): FerFace["label"] {
  const name = FER_CLASSES[Number(number)];
  if (name === undefined) throw new Unusable(`FER-2013 has no class ${number}: the labels are damaged.`);
  return name;
}
