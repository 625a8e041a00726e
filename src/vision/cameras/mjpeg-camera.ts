import type { MonotonicMs } from "../../protocol/time.ts";
import type { OpenCv } from "../opencv.ts";
import { sleepUntil } from "../sleep.ts";
import type { Camera, CameraFailure, PictureSize, ReadMeter, Sight } from "./camera.ts";
import { MjpegParts, NoMjpeg } from "./mjpeg-parts.ts";
import { STUCK_MS } from "./read-in-time.ts";

const ANSWER_MS = 5_000;
/** How often it is looked whether a picture has come; short beside the time between two looks. */
const GLANCE_MS = 20;

/** An MJPEG stream over http or https, as IP cameras, phones and mjpg-streamer serve it. */
export class MjpegCamera implements Camera {
  readonly kind = "mjpeg";
  readonly name: string;
  readonly #url: URL;
  readonly #opencv: OpenCv;
  readonly #meter: ReadMeter;
  readonly #hangUp = new AbortController();
  #newest: { jpeg: Buffer; at: MonotonicMs } | null = null;
  #broken: CameraFailure | null = null;

  constructor(options: { url: string; opencv: OpenCv; meter: ReadMeter }) {
    this.#url = new URL(options.url);
    // What is shown of the address: cameras take passwords before the host and in the query.
    this.name = `${this.#url.origin}${this.#url.pathname}`;
    this.#opencv = options.opencv;
    this.#meter = options.meter;
  }

  async open(signal: AbortSignal): Promise<PictureSize | CameraFailure> {
    const answer = await this.#connect(signal);
    if ("failed" in answer) return answer;
    void this.#receive(answer);
    const first = await this.next(performance.now(), signal);
    if ("failed" in first) return first;
    if (!("frame" in first)) throw new Error("an MJPEG stream gives pictures");
    const { cols: width, rows: height } = first.frame.image;
    first.frame.release();
    return { width, height };
  }

  async next(dueAt: MonotonicMs, signal: AbortSignal): Promise<Sight | CameraFailure> {
    await sleepUntil(dueAt, signal);
    const giveUpAt = performance.now() + STUCK_MS;
    while (!this.#newest) {
      if (this.#broken) return this.#broken;
      if (signal.aborted || performance.now() >= giveUpAt)
        return {
          failed: "camera-stuck",
          detail: `${this.name} has sent no picture for ${STUCK_MS / 1_000} s. Check the network and the camera.`,
        };
      await sleepUntil(performance.now() + GLANCE_MS, signal);
    }
    const { jpeg, at } = this.#newest;
    this.#newest = null;
    const since = performance.now();
    const image = this.#opencv.decodeImage(jpeg);
    if (!image)
      return {
        failed: "camera-unreadable",
        detail: `${this.name} sends parts that are no JPEG pictures. Check that the address is that of an MJPEG stream.`,
      };
    this.#meter.read(performance.now() - since);
    return { frame: { image, at, release: () => image.release() } };
  }

  close(): void {
    this.#hangUp.abort();
    this.#newest = null;
  }

  async #connect(signal: AbortSignal): Promise<Stream | CameraFailure> {
    const target = new URL(this.#url);
    target.username = "";
    target.password = "";
    const headers = new Headers();
    if (this.#url.username) {
      const secret = `${unescaped(this.#url.username)}:${unescaped(this.#url.password)}`;
      headers.set("authorization", `Basic ${Buffer.from(secret).toString("base64")}`);
    }
    const tooLate = setTimeout(() => this.#hangUp.abort(), ANSWER_MS);
    const giveUp = (): void => this.#hangUp.abort();
    signal.addEventListener("abort", giveUp);
    try {
      const answer = await fetch(target, { headers, signal: this.#hangUp.signal });
      const type = answer.headers.get("content-type") ?? "nothing";
      const boundary = type.match(/^multipart\/x-mixed-replace\s*;.*boundary="?([^";]+)"?/i)?.[1];
      if (answer.ok && boundary && answer.body) return { body: answer.body, boundary };
      this.#hangUp.abort();
      return {
        failed: answer.status === 404 ? "camera-absent" : "camera-unreadable",
        detail: answer.ok
          ? `${this.name} is no MJPEG stream (its type is ${type}). Look up the stream's address in the camera's manual.`
          : `${this.name} answers with ${answer.status} ${answer.statusText}. Check the address, and name and password in it.`,
      };
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
      return {
        failed: "camera-absent",
        detail: `Nobody answers at ${this.name} (${cause}). Check that the camera is on and in the same network.`,
      };
    } finally {
      clearTimeout(tooLate);
      signal.removeEventListener("abort", giveUp);
    }
  }

  /** Keeps the newest picture until the stream ends. */
  async #receive({ body, boundary }: Stream): Promise<void> {
    const parts = new MjpegParts(boundary);
    try {
      for await (const bytes of body)
        for (const jpeg of parts.push(bytes)) {
          if (this.#newest) {
            this.#meter.read(null);
            this.#meter.dropped();
          }
          this.#newest = { jpeg, at: performance.now() };
        }
      this.#broken = {
        failed: "camera-ended",
        detail: `${this.name} has ended its stream. Check that the camera is on.`,
      };
    } catch (error) {
      const { message } = error as Error;
      this.#broken =
        error instanceof NoMjpeg
          ? {
              failed: "camera-unreadable",
              detail: `${this.name} sends no MJPEG stream (${message}). Look up the stream's address in the camera's manual.`,
            }
          : {
              failed: "camera-unplugged",
              detail: `The connection to ${this.name} broke (${message}). Check that the camera is on and in the same network.`,
            };
    }
  }
}

interface Stream {
  body: AsyncIterable<Uint8Array>;
  boundary: string;
}

/** A password with a bare % in it is no escape, and is meant as it stands. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
