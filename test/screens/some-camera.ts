import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Detection } from "../../src/protocol/vision.ts";
import type { Told } from "./pages-alone.ts";

const photo = readFileSync(
  join(
    dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
    "demo/sample3.jpg",
  ),
);
const faces: readonly Detection[] = [
  {
    ...{ trackId: 1, score: 20, quality: 0.93, box: { x: 0.3, y: 0.26, width: 0.12, height: 0.18 } },
    reading: {
      probs: {
        angry: 0.02,
        disgust: 0.01,
        fear: 0.02,
        happy: 0.81,
        sad: 0.03,
        surprise: 0.06,
        neutral: 0.05,
      },
    },
  },
  {
    ...{ trackId: 2, score: 9, quality: 0.2, box: { x: 0.77, y: 0.26, width: 0.11, height: 0.165 } },
    reading: { abstained: "too-small" },
  },
];
/** A look through the camera, as the daemon sends it: one face that is read and one too small. */
export function shot(): Told {
  const seen = { seq: 1, width: 960, height: 640, detections: faces };
  const part = (name: string, file: string, type: string) =>
    `--mien\r\ncontent-disposition: form-data; name="${name}"${file}\r\ncontent-type: ${type}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(`${part("seen", "", "application/json")}${JSON.stringify(seen)}\r\n`),
    Buffer.from(part("picture", '; filename="now.jpg"', "image/jpeg")),
    photo,
    Buffer.from("\r\n--mien--\r\n"),
  ]);
  return { body, type: "multipart/form-data; boundary=mien" };
}
