import { mkdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Cascade } from "./cascade.ts";
import { best, type Candidate, type CastingOptions, tryFaces } from "./demo-reel-cast.ts";
import { emptyRoom, REEL_FPS, REEL_HEIGHT, REEL_WIDTH, renderFrame, viewAt } from "./demo-reel-shot.ts";
import { ExpressionModel } from "./expression-model.ts";
import { FaceFinder } from "./face-finder.ts";
import { FaceReader } from "./face-reader.ts";
import { loadOpenCv, type Mat } from "./opencv.ts";
import { usualConfig } from "./usual-config.ts";

// Makes the reel that stands in for a camera: nobody, a neutral face, a smiling one, each long enough for the
// mood to follow. The same photos and the same model give the same pictures. docs/decisions/demo-reel.md tells
// where the photos come from.

const NOBODY_S = 12;
const FACE_S = 20;
const PHOTOS = [1, 2, 3, 4, 5, 6].map((number) => `sample${number}.jpg`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { models: { type: "string", default: join(import.meta.dirname, "../../../models") } },
});
const [outfile] = positionals;
if (!outfile) stop("Usage: demo-reel-main.js OUTFILE [--models DIR]");

const opencv = loadOpenCv();
const cascade = new Cascade({ opencv, name: usualConfig.cascade });
const model = await ExpressionModel.load(resolve(values.models));
// In the worst moment still as surely as vision asks for.
const { minConfidence } = model.contract;
const casting: CastingOptions = {
  opencv,
  makeFinder: (minFaceShare) => new FaceFinder({ opencv, cascade, minFaceShare }),
  reader: new FaceReader({ opencv, model }),
  // Casting weighs every reading itself.
  rules: { ...usualConfig, minConfidence: 0 },
};

const photosFolder = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);
const photos = new Map<string, Mat>();
const candidates: Candidate[] = [];
for (const name of PHOTOS) {
  const path = join(photosFolder, name);
  const image = opencv.decodeImage(await readFile(path));
  if (!image) stop(`The photo ${path} can't be decoded. Install the npm packages again (npm ci).`);
  photos.set(name, image);
  candidates.push(...(await tryFaces(casting, { name, image })));
}

const neutral = choose("neutral");
const smiling = choose("happy");
await mkdir(dirname(resolve(outfile)), { recursive: true });
// Under another name until it is whole; the ending tells the format.
const unfinished = `${outfile}.unfinished${extname(outfile)}`;
await write(unfinished);
await rename(unfinished, outfile);

function choose(expression: string): Candidate {
  const winner = best(candidates, expression, minConfidence);
  if (!winner)
    stop(
      `The model ${model.contract.version} reads no face of the ${PHOTOS.length} photos as ${expression} with at least ${minConfidence} all through: the demo camera needs a better model.`,
    );
  console.log(
    `${expression}: a face of ${winner.photo}, read with at least ${winner.worst.get(expression)?.toFixed(2)}`,
  );
  return winner;
}

async function write(path: string): Promise<void> {
  const { raw } = opencv;
  const size = new raw.Size(REEL_WIDTH, REEL_HEIGHT);
  const writer = new raw.VideoWriter(path, raw.VideoWriter.fourcc("mp4v"), REEL_FPS, size);
  const room = emptyRoom(opencv, photoOf(neutral));
  shoot(room, { x: REEL_WIDTH / 2, y: REEL_HEIGHT / 2, width: 0.9 * REEL_WIDTH }, NOBODY_S);
  shoot(photoOf(neutral), neutral.middle, FACE_S);
  shoot(photoOf(smiling), smiling.middle, FACE_S);
  writer.release();
  room.release();

  function shoot(photo: Mat, middle: Candidate["middle"], seconds: number): void {
    const frames = seconds * REEL_FPS;
    for (let at = 0; at < frames; at++) {
      const frame = renderFrame(opencv, photo, viewAt(middle, at / frames));
      writer.write(frame);
      frame.release();
    }
  }
}

function photoOf(candidate: Candidate): Mat {
  const photo = photos.get(candidate.photo);
  if (!photo) throw new Error(`${candidate.photo} was never loaded`);
  return photo;
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
