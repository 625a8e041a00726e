import type { Policy } from "../../protocol/mood.ts";
import { libraryWords } from "../library-words.ts";

/** A mean with the interval that it lies in with 95 % confidence. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
}

/** What the daemon tells of one policy; null where there were too few songs to tell. */
export interface PolicyEffect {
  policy: Policy;
  songs: number;
  valence: Difference | null;
  arousal: Difference | null;
}

export interface EffectBar {
  axis: string;
  /** In hundredths of the drawing's width; 50 is no difference. */
  low: number;
  mean: number;
  high: number;
  text: string;
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

export function effectView({ policy, songs, valence, arousal }: PolicyEffect): EffectView {
  const { effect } = libraryWords;
  const both = [
    { axis: effect.valence, less: effect.lessValence, difference: valence },
    { axis: effect.arousal, less: effect.lessArousal, difference: arousal },
  ];
  const seen = both.flatMap(({ axis, less, difference }) => {
    if (difference === null || (difference.low <= 0 && difference.high >= 0)) return [];
    return [difference.mean > 0 ? axis : less];
  });
  const known = both.some(({ difference }) => difference !== null);
  return {
    name: effect.policies[policy],
    songs: effect.songs(songs),
    verdict: known ? (seen.length > 0 ? effect.seen(seen.join(", ")) : effect.none) : effect.tooFew,
    bars: both.flatMap(({ axis, difference }) =>
      difference === null
        ? []
        : [
            {
              axis,
              low: place(difference.low),
              mean: place(difference.mean),
              high: place(difference.high),
              text: `${signed(difference.mean)} (${signed(difference.low)} … ${signed(difference.high)})`,
            },
          ],
    ),
  };
}

const place = (value: number): number =>
  Math.round(50 + (50 * Math.max(-WIDEST, Math.min(WIDEST, value))) / WIDEST);

/** "+0.12", "−0.05": with the sign that typographers want. */
function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded).toFixed(2)}`;
}
