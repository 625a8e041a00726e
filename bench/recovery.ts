import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { MpvOutput } from "../src/player/mpv.ts";
import type { Output } from "../src/player/output.ts";
import { Player } from "../src/player/player.ts";
import { silentWav } from "../src/player/silence.ts";

export const title = "SIGKILL of mpv, until the same song sounds again";

export interface RecoveryFigures {
  tries: number;
  /** Same song, within 1 s of where it was, within 20 s. */
  recovered: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  positionErrorMsMax: number;
}

export interface Subject {
  output: Output;
  /** SIGKILL to the process that makes the sound now. */
  kill: () => Promise<void>;
}

const giveUpMs = 20_000;
const quiet = { info: () => undefined, warn: () => undefined };

/** `--tries N`, 100 unless told otherwise; each takes about two seconds. */
export async function run(args: readonly string[]): Promise<RecoveryFigures> {
  const tries = args.includes("--tries") ? Number(args[args.indexOf("--tries") + 1]) : 100;
  if (!Number.isInteger(tries) || tries < 1) throw new Error("--tries takes a whole number above 0.");
  const socketDir = await mkdtemp(join(tmpdir(), "mien-recovery-"));
  const output = new MpvOutput({ audioDevice: "null", socketDir, log: quiet });
  const kill = async (): Promise<void> => {
    const [pid] = (await readFile(join(socketDir, "mpv-null.pid"), "utf8")).split(" ");
    process.kill(Number(pid), "SIGKILL");
  };
  try {
    return await measure({ output, kill }, tries);
  } finally {
    await rm(socketDir, { recursive: true });
  }
}

export function table(figures: RecoveryFigures): string {
  const { tries, recovered, p50Ms, p99Ms, maxMs, positionErrorMsMax } = figures;
  return [
    `${recovered} of ${tries} killed players came back with the same song at its position.`,
    `Silence: median ${p50Ms} ms, 99 % ${p99Ms} ms, longest ${maxMs} ms.`,
    `Farthest from where the song was: ${positionErrorMsMax} ms.`,
  ].join("\n");
}

/** The whole player around any output that plays local files, so that two of them can be compared. */
export async function measure(subject: Subject, tries: number): Promise<RecoveryFigures> {
  const folder = await mkdtemp(join(tmpdir(), "mien-recovery-song-"));
  const path = join(folder, "an hour.wav");
  await writeFile(path, silentWav(3_600_000));
  let sound = { positionMs: 0, at: 0 };
  subject.output.on((event) => {
    if (event.type === "position") sound = { positionMs: event.positionMs, at: performance.now() };
  });
  let picks = 0;
  const player = new Player({
    outputs: [{ name: "measured", output: subject.output }],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async () => ({ path, gainDb: null }),
    next: async () => {
      picks += 1;
      const item = { kind: "announcement", title: "An hour of silence" } as const;
      return { id: `${picks}`, item, pickedAt: Date.now(), reasons: [], draw: null };
    },
    volume: 1,
    log: quiet,
  });
  const tookMs: number[] = [];
  const errorsMs: number[] = [];
  try {
    await player.start();
    for (let n = 0; n < tries; n += 1) {
      // Kills at ever other moments between two positions.
      await soundFor(1_100 + ((n * 37) % 400), () => sound.positionMs);
      const song = playingId(player);
      const killedAt = performance.now();
      const expectedMs = sound.positionMs + (killedAt - sound.at);
      await subject.kill();
      while (sound.at <= killedAt && performance.now() - killedAt < giveUpMs) await delay(2);
      if (sound.at <= killedAt) continue;
      const errorMs = Math.abs(sound.positionMs - expectedMs);
      if (playingId(player) !== song || errorMs > 1_000) continue;
      tookMs.push(sound.at - killedAt);
      errorsMs.push(errorMs);
    }
  } finally {
    await player.stop();
    await rm(folder, { recursive: true });
  }
  tookMs.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(tookMs[Math.ceil(share * tookMs.length) - 1] ?? 0);
  return {
    tries,
    recovered: tookMs.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    positionErrorMsMax: Math.round(Math.max(0, ...errorsMs)),
  };
}

function playingId(player: Player): string | null {
  const { actual } = player.state;
  return "pick" in actual ? actual.pick.id : null;
}

/** Waits until so much of the song has sounded, however long that takes within reason. */
async function soundFor(durationMs: number, position: () => number): Promise<void> {
  const [from, deadline] = [position(), performance.now() + giveUpMs];
  while (position() < from + durationMs && performance.now() < deadline) await delay(5);
}
