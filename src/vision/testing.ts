import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ReadMeter, TellTry } from "./cameras/camera.ts";
import type { Mat, OpenCv } from "./opencv.ts";

/** Photos of faces that npm has put there; docs/decisions/demo-reel.md tells about them. */
export const photosFolder = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);

/** A folder for one test and its removal. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "mien-vision-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** One end of a connection: nobody listens there, and nobody else can begin to, as long as it is not freed. */
export async function portWithoutListener(): Promise<{ port: number; free: () => void }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(client, "connect");
  const free = () => {
    client.destroy();
    server.close();
  };
  return { port: client.localPort as number, free };
}

/** For cameras whose tries are told to nobody. */
export const untold: TellTry = async () => undefined;

/** Counts what a camera reads and drops. */
export function countingMeter(): ReadMeter & { reads: number; drops: number } {
  return {
    reads: 0,
    drops: 0,
    read() {
      this.reads++;
    },
    dropped() {
      this.drops++;
    },
  };
}

/** One flat grey picture; its brightness tells which one it is. */
export function greyPicture(opencv: OpenCv, brightness: number): Mat {
  return new opencv.raw.Mat(Buffer.alloc(64 * 48 * 3, brightness), 48, 64, opencv.raw.CV_8UC3);
}

/** The brightness in the middle of a picture. */
export function brightnessOf(opencv: OpenCv, image: Mat): number {
  const view = opencv.region(image, { x: 32, y: 24, width: 1, height: 1 });
  const grey = opencv.grey(view);
  view.release();
  const [brightness = Number.NaN] = grey.getData();
  grey.release();
  return brightness;
}

/** A video at 10 frames a second, each frame a little brighter than the last. */
export function writeVideo(opencv: OpenCv, path: string, frames: number): void {
  const { raw } = opencv;
  const writer = new raw.VideoWriter(path, raw.VideoWriter.fourcc("MJPG"), 10, new raw.Size(64, 48));
  for (let at = 0; at < frames; at++) {
    const picture = greyPicture(opencv, 20 + at * 10);
    writer.write(picture);
    picture.release();
  }
  writer.release();
}
