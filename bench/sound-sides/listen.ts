import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { decode, decodeExcerpts } from "../../src/library/sound/decode.ts";
import { estimateOf } from "../../src/library/sound/estimate.ts";
import { featuresOf, type SoundFeatures } from "../../src/library/sound/features.ts";
import type { SoundEstimate } from "../../src/protocol/library.ts";
import type { Labelled } from "./labelled.ts";

const run = promisify(execFile);
/** Of a long piece, so that the samples fit into memory. */
const wholeSeconds = 900;

/** A track with what the sound says of it. */
export interface Listened<Track extends Labelled> {
  track: Track;
  features: SoundFeatures;
  estimate: SoundEstimate;
  /** By the whole of it instead of excerpts, where that was asked for. */
  whole: SoundEstimate | null;
}

export async function listenTo<Track extends Labelled>(
  track: Track,
  alsoWhole: boolean,
): Promise<Listened<Track>> {
  const seconds = await secondsOf(track.path);
  const decoded = await decode(track.path, seconds * 1_000);
  if ("why" in decoded) throw new Error(`${track.path}: ${decoded.detail}`);
  const features = featuresOf(decoded);
  const estimate = estimateOf(features);
  if (!alsoWhole) return { track, features, estimate, whole: null };
  const all = await decodeExcerpts(track.path, [{ from: 0, seconds: Math.min(wholeSeconds, seconds) }]);
  if ("why" in all) throw new Error(`${track.path}: ${all.detail}`);
  return { track, features, estimate, whole: estimateOf(featuresOf(all)) };
}

async function secondsOf(path: string): Promise<number> {
  const asked = ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path];
  const { stdout } = await run("ffprobe", asked);
  return Number(stdout);
}
