import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { placesOf } from "../src/library/sound/estimate.ts";
import { type Accuracy, accuracyOf, isRight } from "./sound-sides/accuracy.ts";
import { type Cost, costOf } from "./sound-sides/cost.ts";
import { demoMusic, type Truth } from "./sound-sides/demo-music.ts";
import { fetchGameMusic, gameMusic, packages } from "./sound-sides/game-music.ts";
import type { Half, Labelled } from "./sound-sides/labelled.ts";
import { type Listened, listenTo } from "./sound-sides/listen.ts";

const root = resolve(import.meta.dirname, "../..");
const demoFolder = join(root, "build/demo/music");
const usualGames = join(root, "build/game-music");

export const title = "Moods estimated from the sound, and what that costs [--fetch] [--games FOLDER]";

export const help = `${title}

  --fetch         downloads Debian's free game music first, 1.1 GB, and unpacks it below build/game-music.
                  Nothing is installed. By hand, with any folder:
                    apt-get download ${packages.join(" ")}
                    for each: dpkg-deb -x NAME_*.deb NAME
  --games FOLDER  where it lies, if elsewhere
  --whole         listens to whole songs, too, and tells how far the excerpts' estimates lie from theirs
  --usual         prints means and spreads of the cues over the tracks to tune on, for src/library/sound/estimate.ts

The demo pieces are those of scripts/start; every other one, from the first, was for tuning. Of the games, seven were
for tuning and five are quoted. bench/sound-sides/game-music.ts says which, and what each track is labelled by.`;

export interface SoundFigures {
  cost: readonly Cost[];
  /** Of the demo pieces: keys named as composed, the mode at least, and tempos within 4 % as composed, or halved or doubled. */
  heard: { of: number; keys: number; modes: number; tempos: number; temposOrOctaves: number };
  accuracy: Record<"demo" | "games", Record<"tuned" | "quoted", { valence: Accuracy; arousal: Accuracy }>>;
  /** Of the quoted game music, by how sure the estimate says it is. */
  surer: { valence: Accuracy; arousal: Accuracy };
  lessSure: { valence: Accuracy; arousal: Accuracy };
  /** Between estimates by excerpts and by the whole: mean distance on the map, and how many stay in their halves. */
  whole: { tracks: number; meanDistance: number; sameHalves: number } | null;
  usual: Record<string, { mean: number; spread: number }> | null;
  tracks: readonly Row[];
}

interface Row {
  name: string;
  quoted: boolean;
  label: { valence: Half; arousal: Half };
  reason: string;
  valence: number;
  arousal: number;
  confidence: number;
}

export async function run(args: readonly string[]): Promise<SoundFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fetch: { type: "boolean", default: false },
      games: { type: "string", default: usualGames },
      whole: { type: "boolean", default: false },
      usual: { type: "boolean", default: false },
    },
  });
  if (!existsSync(demoFolder)) throw new Error("There is no demo music. Run scripts/start once.");
  if (values.fetch) await fetchGameMusic(values.games);
  const [song, ...others] = demoMusic(demoFolder);
  if (!song) throw new Error("The demo has no pieces.");
  const demo = await listenToAll([song, ...others], values.whole);
  const games = await listenToAll(await gameMusic(values.games), values.whole);
  const everything = [...demo, ...games];
  const quotedGames = quoted(games).toSorted((a, b) => b.estimate.confidence - a.estimate.confidence);
  const half = Math.ceil(quotedGames.length / 2);
  return {
    cost: await costOf(song.path),
    heard: heardIn(demo),
    accuracy: {
      demo: { tuned: bothAxes(tuned(demo)), quoted: bothAxes(quoted(demo)) },
      games: { tuned: bothAxes(tuned(games)), quoted: bothAxes(quoted(games)) },
    },
    surer: bothAxes(quotedGames.slice(0, half)),
    lessSure: bothAxes(quotedGames.slice(half)),
    whole: values.whole ? comparedWithWhole(everything) : null,
    usual: values.usual ? usualOf([...tuned(demo), ...tuned(games)]) : null,
    tracks: [...rows(demo), ...rows(games)],
  };
}

async function listenToAll<Track extends Labelled>(
  tracks: readonly Track[],
  whole: boolean,
): Promise<Listened<Track>[]> {
  const all: Listened<Track>[] = [];
  for (const track of tracks) all.push(await listenTo(track, whole));
  return all;
}

const tuned = (all: readonly Listened<Labelled>[]) => all.filter(({ track }) => track.forTuning);
const quoted = (all: readonly Listened<Labelled>[]) => all.filter(({ track }) => !track.forTuning);
const bothAxes = (tracks: readonly Listened<Labelled>[]) => ({
  valence: accuracyOf(tracks, "valence"),
  arousal: accuracyOf(tracks, "arousal"),
});

function heardIn(demo: readonly Listened<Labelled & { truth: Truth }>[]): SoundFigures["heard"] {
  const near = (bpm: number, truth: number): boolean => Math.abs(bpm / truth - 1) < 0.04;
  const count = (is: (truth: Truth, features: Listened<Labelled>["features"]) => boolean): number =>
    demo.filter(({ track, features }) => is(track.truth, features)).length;
  const sameMode = ({ mode }: Truth, majorness: number): boolean => (mode === "major") === majorness >= 0;
  return {
    of: demo.length,
    keys: count((truth, heard) => heard.tonic === truth.tonic && sameMode(truth, heard.majorness)),
    modes: count((truth, heard) => sameMode(truth, heard.majorness)),
    tempos: count((truth, heard) => near(heard.tempo, truth.bpm)),
    temposOrOctaves: count((truth, { tempo }) =>
      [tempo / 2, tempo, tempo * 2].some((bpm) => near(bpm, truth.bpm)),
    ),
  };
}

function comparedWithWhole(tracks: readonly Listened<Labelled>[]): SoundFigures["whole"] {
  const pairs = tracks.flatMap(({ estimate, whole }) =>
    whole ? [{ a: estimate.point, b: whole.point }] : [],
  );
  const distances = pairs.map(({ a, b }) => Math.hypot(a.valence - b.valence, a.arousal - b.arousal));
  return {
    tracks: pairs.length,
    meanDistance: mean(distances),
    sameHalves: pairs.filter(({ a, b }) => a.valence < 0 === b.valence < 0 && a.arousal < 0 === b.arousal < 0)
      .length,
  };
}

function usualOf(tracks: readonly Listened<Labelled>[]): SoundFigures["usual"] {
  const places = tracks.map(({ features }) => placesOf(features));
  const cues = Object.keys(places[0] ?? {}) as (keyof (typeof places)[number])[];
  return Object.fromEntries(
    cues.map((cue) => {
      const values = places.map((place) => place[cue]);
      const average = mean(values);
      return [cue, { mean: average, spread: Math.sqrt(mean(values.map((value) => (value - average) ** 2))) }];
    }),
  );
}

function rows(tracks: readonly Listened<Labelled>[]): Row[] {
  return tracks.map(({ track, estimate }) => ({
    name: track.name,
    quoted: !track.forTuning,
    label: { valence: track.valence, arousal: track.arousal },
    reason: track.reason,
    ...estimate.point,
    confidence: estimate.confidence,
  }));
}

export function table({
  cost,
  heard,
  accuracy,
  surer,
  lessSure,
  whole,
  usual,
  tracks,
}: SoundFigures): string {
  const of = ({ right, of: all, balanced }: Accuracy): string =>
    all === 0 ? "none" : `${right} of ${all} (balanced ${(100 * balanced).toFixed(0)} %)`;
  const line = (name: string, { valence, arousal }: { valence: Accuracy; arousal: Accuracy }): string =>
    `${name.padEnd(36)}${of(valence).padEnd(28)}${of(arousal)}`;
  return [
    `${"a song of 3 minutes, core seconds".padEnd(36)}${"listening".padStart(12)}${"decoding all".padStart(14)}${"ratio".padStart(8)}`,
    ...cost.map(
      ({ format, listening, decoding }) =>
        `${format.padEnd(36)}${listening.toFixed(2).padStart(12)}${decoding.toFixed(2).padStart(14)}${(listening / decoding).toFixed(1).padStart(8)}`,
    ),
    "",
    `Of ${heard.of} demo pieces: ${heard.keys} keys and ${heard.modes} modes as composed; ${heard.tempos} tempos, ${heard.temposOrOctaves} with those halved or doubled.`,
    "",
    ...tracks.map(trackLine),
    "",
    `${"in the half that the label names".padEnd(36)}${"valence".padEnd(28)}arousal`,
    line("demo pieces, tuned on", accuracy.demo.tuned),
    line("demo pieces, quoted", accuracy.demo.quoted),
    line("game music, tuned on", accuracy.games.tuned),
    line("game music, quoted", accuracy.games.quoted),
    line("  the surer half of those", surer),
    line("  the less sure half", lessSure),
    ...(accuracy.games.quoted.arousal.of === 0
      ? ["", "There is no game music: --fetch downloads it, --help says what and where to."]
      : []),
    ...(whole
      ? [
          "",
          `Excerpts beside whole songs: ${whole.meanDistance.toFixed(3)} apart on the map in the mean, ${whole.sameHalves} of ${whole.tracks} in the same halves.`,
        ]
      : []),
    ...(usual
      ? [
          "",
          ...Object.entries(usual).map(
            ([cue, { mean: average, spread }]) =>
              `  ${cue}: { mean: ${average.toFixed(3)}, spread: ${spread.toFixed(3)} },`,
          ),
        ]
      : []),
  ].join("\n");
}

function trackLine({ name, quoted: isQuoted, label, valence, arousal, confidence, reason }: Row): string {
  const place = (value: number, axis: "valence" | "arousal"): string => {
    const half = label[axis];
    const point = { valence, arousal };
    const estimate = { point, confidence, version: "", features: {} };
    const mark = half === null ? " " : isRight(estimate, axis, half) ? "+" : "-";
    return `${(half ?? "").padStart(6)}${value.toFixed(2).padStart(7)} ${mark}`;
  };
  const from = isQuoted ? "quoted" : "tuned";
  return `${name.padEnd(34)}${from.padEnd(8)}${place(valence, "valence")}${place(arousal, "arousal")}${confidence.toFixed(2).padStart(6)}  ${reason}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
