/**
 * The probability of each score when drawing with this much adventure (0 to 1): a softmax of the scores as shares of
 * the best one, whose temperature is adventure squared. At 0 the best (the first of several) has it all; at 0.3 a song
 * that is worth a tenth less than the best is a third as likely; at 1 the best of all is at most 2.7 times as likely
 * as the worst. Shares, so that where all scores are low, for everything was heard today, the one that was heard
 * longest ago still leads. Sums to 1.
 */
export function probabilities(scores: readonly number[], adventure: number): readonly number[] {
  const best = Math.max(...scores);
  const temperature = adventure ** 2;
  if (!(temperature > 0) || !(best > 0)) {
    const winner = scores.indexOf(best);
    return scores.map((_, index) => (index === winner ? 1 : 0));
  }
  const weights = scores.map((score) => Math.exp((score / best - 1) / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The index that a random number (0 ≤ x < 1) falls on. */
export function drawn(chances: readonly number[], random: number): number {
  let passed = 0;
  for (const [index, chance] of chances.entries()) {
    passed += chance;
    if (random < passed) return index;
  }
  // The sum may fall short of 1 by a rounding error: then it is the last that had a chance.
  return chances.findLastIndex((chance) => chance > 0);
}
