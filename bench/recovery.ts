import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { silentWav } from "../src/player/devices/silence.ts";
import { type DaemonTimes, daemonTimes } from "./recovery-sides/daemon-times.ts";
import { mpvAlone } from "./recovery-sides/mpv-alone.ts";
import { type Changes, playingThrough, type Recoveries } from "./recovery-sides/playing-through.ts";
import { type Spread, spreadOf } from "./recovery-sides/spread.ts";

export const title =
  "sound again after SIGKILL and SIGSTOP of mpv; songs that give way; start to first sound; SIGTERM to the end";
export const help = `${title}
  --kills N    SIGKILLs of mpv, 100 unless told; each takes about two seconds
  --stops N    SIGSTOPs of mpv, 5 unless told; each takes about five seconds
  --changes N  songs that are skipped, and as many that fade for another mood, 10 unless told
  --starts N   starts and ends of the whole daemon, 3 unless told; 0 leaves them out`;

export interface RecoveryFigures {
  killed: Recoveries;
  stopped: Recoveries;
  skipped: Changes;
  faded: Changes;
  daemon: DaemonTimes | null;
  /** A bare mpv from its start to its first sound, between the kills: what nobody can go below. */
  mpvAloneMs: Spread;
}

const yardstickEvery = 5;

export async function run(args: readonly string[]): Promise<RecoveryFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: "string" },
      stops: { type: "string" },
      changes: { type: "string" },
      starts: { type: "string" },
    },
  });
  const [kills, stops, changes, starts] = [
    count("kills", values.kills, 100),
    count("stops", values.stops, 5),
    count("changes", values.changes, 10),
    count("starts", values.starts, 3),
  ];
  const folder = await mkdtemp(join(tmpdir(), "mien-recovery-"));
  try {
    const song = join(folder, "an hour.wav");
    await writeFile(song, silentWav(3_600_000));
    const alone: number[] = [];
    const yardstick = async (n: number): Promise<void> => {
      if (n % yardstickEvery === 0) alone.push(await mpvAlone(song));
    };
    const playing = await playingThrough({ song, socketDir: join(folder, "run") });
    try {
      const killed = await playing.signalled("SIGKILL", kills, yardstick);
      const stopped = await playing.signalled("SIGSTOP", stops, yardstick);
      const skipped = await playing.changed("skip", changes);
      const faded = await playing.changed("moveOn", changes);
      await playing.end();
      const daemon = starts === 0 ? null : await daemonTimes(starts);
      return { killed, stopped, skipped, faded, daemon, mpvAloneMs: spreadOf(alone) };
    } finally {
      await playing.end();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function count(name: string, given: string | undefined, otherwise: number): number {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number.`);
  return number;
}

export function table({ killed, stopped, skipped, faded, daemon, mpvAloneMs }: RecoveryFigures): string {
  const spread = ({ p50Ms, p99Ms, maxMs }: Spread): string =>
    `median ${p50Ms} ms, 99 % ${p99Ms} ms, longest ${maxMs} ms`;
  const recovered = (
    signal: string,
    { tries, recovered, withinMs, inTime, silence, ownCpu, offMsMax }: Recoveries,
  ) =>
    tries === 0
      ? []
      : [
          `${signal} of mpv: ${recovered} of ${tries} came back with the same song, ${inTime} of them within ${withinMs / 1_000} s`,
          `  silence                 ${spread(silence)}`,
          `  our own work in it      ${spread(ownCpu)}`,
          `  farthest from its place ${offMsMax} ms`,
        ];
  const change = (what: string, { tries, silence }: Changes) =>
    tries === 0 ? [] : [`${what}, ${tries} times: silence ${spread(silence)}`];
  return [
    ...recovered("SIGKILL", killed),
    ...recovered("SIGSTOP", stopped),
    ...change("A skipped song", skipped),
    ...change("A song that fades for another mood", faded),
    `A bare mpv to its first sound, in the same run: ${spread(mpvAloneMs)}`,
    ...(daemon === null
      ? []
      : [
          `The whole daemon, ${daemon.tries} times`,
          `  first start to sound    ${spread(daemon.firstSound)}`,
          `  next start to sound     ${spread(daemon.nextSound)}`,
          `  the daemon's work in it ${spread(daemon.cpu)}`,
          `  SIGTERM to its end      ${spread(daemon.ended)}; exit code 0 in ${daemon.endedWell}, went on with the song in ${daemon.wentOn}`,
        ]),
  ].join("\n");
}
