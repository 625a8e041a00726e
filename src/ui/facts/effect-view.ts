import type { Difference, PolicyEffect } from "../../protocol/figures.ts";
import { perLanguage } from "../languages/tables.ts";
import { moodMapWords } from "../words/mood-map-words.ts";

/** One difference as a line on a drawing that is 100 wide; 50 is none. */
export interface EffectBar {
  axis: string;
  low: number;
  mean: number;
  high: number;
  text: string;
  /** The same, to whoever hears it. */
  spoken: string;
}

export interface EffectView {
  name: string;
  songs: string;
  /** "No effect seen", or which way the room went. */
  verdict: string;
  bars: readonly EffectBar[];
}

/** Differences beyond this are drawn at the edge. */
const WIDEST = 0.5;

/** What the drawing's left edge, its middle and its right edge stand for. */
export const effectScale = (): readonly string[] => [-WIDEST, 0, WIDEST].map(signed);

/**
 * What was meant and what came of it; where that can't be told, how the room changed while the songs played. `alone`:
 * there is no other one, so that nothing is measured yet.
 */
export function effectView(
  { policy, songs, plain, intended, verdict }: PolicyEffect,
  alone = false,
): EffectView {
  const { effect } = moodMapWords;
  const [way = "", against = ""] = policy === "match" ? [] : effect.intended[policy];
  const seen = plain && [bar(effect.valence, plain.valence), bar(effect.arousal, plain.arousal)];
  return {
    name: effect.policies[policy],
    songs: effect.songs(songs),
    verdict: alone && verdict === "yardstick" ? effect.alone : effect.verdicts[verdict](way, against),
    bars: intended ? [bar(way, intended)] : (seen ?? []),
  };
}

function bar(axis: string, { low, mean, high }: Difference): EffectBar {
  return {
    axis,
    low: place(low),
    mean: place(mean),
    high: place(high),
    text: `${signed(mean)} (${signed(low)} … ${signed(high)})`,
    spoken: moodMapWords.effect.spoken(signed(mean), signed(low), signed(high)),
  };
}

const place = (value: number): number =>
  Math.round(50 + (50 * Math.max(-WIDEST, Math.min(WIDEST, value))) / WIDEST);

const twoPlaces = perLanguage(
  (tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

/** "+0.12", "−0.05": with the sign that typographers want. */
function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  const sign = rounded < 0 ? "−" : "+";
  return `${rounded === 0 ? "" : sign}${twoPlaces().format(Math.abs(rounded))}`;
}
