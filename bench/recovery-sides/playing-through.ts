import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { mpvDecks } from "../../src/player/decks/mpv-decks.ts";
import { Player } from "../../src/player/player.ts";
import { soundingMpv } from "../../test/sounding-mpv.ts";
import { SilenceWatch } from "../soak-sides/silence-watch.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface Recoveries {
  tries: number;
  /** Same song, within 1 s of where it was, within 20 s. */
  recovered: number;
  /** What it should take at most, and how many did. */
  withinMs: number;
  inTime: number;
  silence: Spread;
  /** What this process worked meanwhile, this bench in it: that does not grow with the machine's load. */
  ownCpu: Spread;
  offMsMax: number;
}

export interface Changes {
  tries: number;
  /** The longest of each change, as the clocks of all mpvs tell it. */
  silence: Spread;
}

const giveUpMs = 20_000;
const wanted = { SIGKILL: 1_000, SIGSTOP: 5_000 };
const quiet = { info: () => undefined, warn: () => undefined };
const bench = { kind: "system" } as const;

/** The whole player around mpvs that keep time and make no sound, playing this song. */
export async function playingThrough({ song, socketDir }: { song: string; socketDir: string }) {
  const output = mpvDecks({ audioDevice: "null", socketDir, crossfadeMs: () => 0, log: quiet });
  let sound = { positionMs: 0, at: 0 };
  output.on((event) => {
    if (event.type === "position") sound = { positionMs: event.positionMs, at: performance.now() };
  });
  let picks = 0;
  const player = new Player({
    outputs: [{ name: "null", output }],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async () => ({ path: song, gainDb: null }),
    next: async () => {
      picks += 1;
      const item = { kind: "announcement", title: "An hour of silence" } as const;
      return { id: `${picks}`, item, pickedAt: Date.now(), reasons: [], draw: null };
    },
    volume: 1,
    log: quiet,
  });
  const playingId = (): string | null => {
    const { actual } = player.state;
    return "pick" in actual ? actual.pick.id : null;
  };
  await player.start();

  /** Sends it to the mpv that sounds again and again, and waits for sound each time. */
  const signalled = async (
    signal: "SIGKILL" | "SIGSTOP",
    tries: number,
    between: (n: number) => Promise<void>,
  ): Promise<Recoveries> => {
    const tookMs: number[] = [];
    const offMs: number[] = [];
    const cpuMs: number[] = [];
    for (let n = 0; n < tries; n += 1) {
      await between(n);
      // At ever other moments between two positions.
      await soundFor(1_100 + ((n * 37) % 400), () => sound.positionMs);
      const before = playingId();
      const pid = await soundingMpv(socketDir);
      const [at, cpu] = [performance.now(), process.cpuUsage()];
      const expectedMs = sound.positionMs + (at - sound.at);
      process.kill(pid, signal);
      // What mpv said before a SIGSTOP may still arrive, and is no sound after it.
      const silentAt = at + (signal === "SIGSTOP" ? 100 : 0);
      while (sound.at <= silentAt && performance.now() - at < giveUpMs) await delay(2);
      if (sound.at <= silentAt) continue;
      const off = Math.abs(sound.positionMs - expectedMs);
      if (playingId() !== before || off > 1_000) continue;
      tookMs.push(sound.at - at);
      const { user, system } = process.cpuUsage(cpu);
      cpuMs.push((user + system) / 1_000);
      offMs.push(off);
    }
    const withinMs = wanted[signal];
    return {
      tries,
      recovered: tookMs.length,
      withinMs,
      inTime: tookMs.filter((ms) => ms < withinMs).length,
      silence: spreadOf(tookMs),
      ownCpu: spreadOf(cpuMs),
      offMsMax: Math.round(Math.max(0, ...offMs)),
    };
  };

  /** The song gives way to another one, again and again: because somebody skips it, or to another mood. */
  const changed = async (why: "skip" | "moveOn", tries: number): Promise<Changes> => {
    const silentMs: number[] = [];
    for (let n = 0; n < tries; n += 1) {
      await soundFor(1_100 + ((n * 37) % 400), () => sound.positionMs);
      const ear = new SilenceWatch(socketDir);
      await ear.start();
      await player[why](bench);
      // The next song's clock begins anew.
      await soundOf(500, () => sound.positionMs);
      silentMs.push((await ear.stop()).longestMs);
    }
    return { tries, silence: spreadOf(silentMs) };
  };
  return { signalled, changed, end: () => player.stop() };
}

/** Waits until the song that has just begun has come so far. */
async function soundOf(positionMs: number, position: () => number): Promise<void> {
  const deadline = performance.now() + giveUpMs;
  while ((position() < positionMs || position() > 1_000) && performance.now() < deadline) await delay(5);
}

/** Waits until so much of the song has sounded, however long that takes within reason. */
async function soundFor(durationMs: number, position: () => number): Promise<void> {
  const [from, deadline] = [position(), performance.now() + giveUpMs];
  while (position() < from + durationMs && performance.now() < deadline) await delay(5);
}
