import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Excerpt, excerptsOf, fromTheStart } from "./excerpts.ts";
import { ffmpegCommand, sampleRate } from "./ffmpeg-arguments.ts";

export interface Decoded {
  /** Mono. */
  sound: Float32Array;
  /** EBU R128, over what was decoded: integrated loudness in LUFS, loudness range in LU. */
  loudness: number;
  loudnessRange: number;
}

/** Why there is no sound: the file is at fault, it has gone, ffmpeg hung or was ended, or there is no ffmpeg. */
export type Undecoded = { why: "broken" | "gone" | "interrupted" | "no-decoder"; detail: string };

const leastSeconds = 3;
/** R128's own lower gate: below it nothing counts as sound. */
const silenceLufs = -70;
/** ffmpeg on the lowest priority of a busy Pi is slow, but a dead network share never answers. */
const defaultPatienceMs = 120_000;
/** What nice and its like exit with when they can't start what they are to start. */
const notStarted = [126, 127];

/** The sound of a file as it is to be listened to: the excerpts of a song of this length, mono. */
export async function decode(
  path: string,
  durationMs: number,
  patienceMs = defaultPatienceMs,
): Promise<Decoded | Undecoded> {
  const excerpts = excerptsOf(durationMs);
  const first = await decodeExcerpts(path, excerpts, patienceMs);
  if (!("why" in first) || first.why !== "broken" || excerpts === fromTheStart) return first;
  return decodeExcerpts(path, fromTheStart, patienceMs);
}

/** Excerpts of one's own choice, all of them within the file. */
export async function decodeExcerpts(
  path: string,
  excerpts: readonly Excerpt[],
  patienceMs = defaultPatienceMs,
): Promise<Decoded | Undecoded> {
  // Asked first, because no words of ffmpeg's tell a file that has gone from one that is broken.
  if (!(await isThere(path))) return { why: "gone", detail: `${path} is no longer there.` };
  const ran = await runFfmpeg(path, excerpts, patienceMs);
  if (ran.exit === "no-decoder")
    return { why: "no-decoder", detail: "ffmpeg can't be started: install ffmpeg and util-linux." };
  if (!(await isThere(path))) return { why: "gone", detail: `${path} went while it was read.` };
  if (ran.exit === "killed") return { why: "interrupted", detail: `ffmpeg was ended (${ran.complaint}).` };
  if (ran.exit === "stuck")
    return { why: "interrupted", detail: `No sound came out of the file for ${patienceMs / 1_000} s.` };
  if (ran.sound.length < leastSeconds * sampleRate) {
    const how = ran.complaint === "" ? "" : ` (${ran.complaint})`;
    return { why: "broken", detail: `Fewer than ${leastSeconds} s of the file could be decoded${how}.` };
  }
  if (!(ran.loudness > silenceLufs)) return { why: "broken", detail: "The file is silent." };
  return ran;
}

interface Run extends Decoded {
  exit: "ended" | "stuck" | "killed" | "no-decoder";
  complaint: string;
}

function runFfmpeg(path: string, excerpts: readonly Excerpt[], patienceMs: number): Promise<Run> {
  const [program, ...args] = ffmpegCommand(path, excerpts);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const [, output, errors, measures] = child.stdio as unknown as [null, Readable, Readable, Readable];
  const samples = new Samples(excerpts.reduce((sum, { seconds }) => sum + seconds, 0));
  const complaint = new Tail(2_000);
  const measured = new Tail(2_000);
  return new Promise((resolve) => {
    const finish = (exit: Run["exit"], word = complaint.text): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      // A process that waits for a disk which has gone can't be ended, so its end is not waited for.
      for (const stream of [output, errors, measures]) stream.destroy();
      child.unref();
      const loudness = lastOf(measured.text, "I");
      const loudnessRange = lastOf(measured.text, "LRA");
      resolve({ exit, sound: samples.sound, loudness, loudnessRange, complaint: plain(word, path) });
    };
    let timer = setTimeout(finish, patienceMs, "stuck");
    output.on("data", (bytes: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(finish, patienceMs, "stuck");
      // All that was asked for is there; a file whose clock is wrong may give more, for ever.
      if (!samples.add(bytes)) finish("ended");
    });
    errors.on("data", (bytes: Buffer) => complaint.add(bytes));
    measures.on("data", (bytes: Buffer) => measured.add(bytes));
    child.once("error", () => finish("no-decoder"));
    child.once("close", (code, signal) => {
      if (signal !== null) finish("killed", signal);
      else finish(code !== null && notStarted.includes(code) ? "no-decoder" : "ended");
    });
  });
}

/** Takes hardly more than was asked for, in memory that is set aside once: 8 MB for three excerpts. */
class Samples {
  readonly #bytes: Buffer;
  #length = 0;

  constructor(seconds: number) {
    this.#bytes = Buffer.alloc(4 * Math.ceil((seconds + 1) * sampleRate));
  }

  /** False when there is no more room. */
  add(bytes: Buffer): boolean {
    const taken = bytes.copy(this.#bytes, this.#length);
    this.#length += taken;
    return taken === bytes.length;
  }

  get sound(): Float32Array {
    const { buffer, byteOffset } = this.#bytes;
    return new Float32Array(buffer, byteOffset, Math.floor(this.#length / 4));
  }
}

/** The end of what was written. */
class Tail {
  readonly #most: number;
  text = "";

  constructor(most: number) {
    this.#most = most;
  }

  add(bytes: Buffer): void {
    this.text = (this.text + bytes.toString()).slice(-this.#most);
  }
}

function lastOf(text: string, name: "I" | "LRA"): number {
  const value = text.match(
    new RegExp(`lavfi\\.r128\\.${name}=(-?[0-9.]+)(?![\\s\\S]*lavfi\\.r128\\.${name}=)`),
  );
  return value === null ? Number.NEGATIVE_INFINITY : Number(value[1]);
}

/** ffmpeg's last word, in a line: it quotes what stands in the file. */
function plain(text: string, path: string): string {
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  return last
    .replace(`file:${path}: `, "")
    .replaceAll(/\p{Cc}/gu, " ")
    .slice(0, 200);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
