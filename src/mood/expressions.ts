import type { Affect } from "../protocol/mood.ts";
import type { ExpressionProbs } from "../protocol/vision.ts";

/**
 * Where each expression stands on the circumplex: the only such table of the project.
 *
 * The six named emotions are the mean pleasure and arousal that people gave the terms angry, disgusted, fearful,
 * happy, sad and surprised: Russell, J. A., & Mehrabian, A. (1977). Evidence for a three-factor theory of
 * emotions. Journal of Research in Personality, 11(3), 273-294. doi:10.1016/0092-6566(77)90037-X. Its third
 * factor, dominance, has no axis here. The axes run from -1 to 1, as ours do.
 *
 * Not from the paper: a face at rest (neutral) shows nothing, which is the origin by definition. In smile mode
 * a smile is what the model's class `happy` shows; not smiling may be anything, so it says nothing either way.
 *
 * These are the places of words for how faces look. They don't say how anybody feels.
 */
export const expressionAffects: ReadonlyMap<string, Affect> = new Map([
  ["angry", { valence: -0.51, arousal: 0.59 }],
  ["disgust", { valence: -0.6, arousal: 0.35 }],
  ["fear", { valence: -0.64, arousal: 0.6 }],
  ["happy", { valence: 0.81, arousal: 0.51 }],
  ["sad", { valence: -0.63, arousal: -0.27 }],
  ["surprise", { valence: 0.4, arousal: 0.67 }],
  ["neutral", { valence: 0, arousal: 0 }],
  ["smiling", { valence: 0.81, arousal: 0.51 }],
  ["notSmiling", { valence: 0, arousal: 0 }],
]);

/** With less of the probability on classes of the table, a reading says too little about the mood. */
const leastKnownShare = 0.5;

/**
 * The affect that is to be expected from one face's probabilities, and the largest of those (0 to 1).
 * Classes that the table doesn't have are left out; null when they hold most of the probability.
 */
export function affectOf(probs: ExpressionProbs): { affect: Affect; top: number } | null {
  let known = 0;
  let total = 0;
  let valence = 0;
  let arousal = 0;
  let top = 0;
  for (const [expression, probability] of Object.entries(probs)) {
    if (!(probability > 0 && probability <= 1)) continue;
    total += probability;
    const place = expressionAffects.get(expression);
    if (!place) continue;
    known += probability;
    valence += probability * place.valence;
    arousal += probability * place.arousal;
    top = Math.max(top, probability);
  }
  if (known === 0 || known < leastKnownShare * total) return null;
  return { affect: { valence: valence / known, arousal: arousal / known }, top };
}
