/** One observation: what explains it, what was seen, and with which others it belongs together. */
export interface Observed {
  x: readonly number[];
  y: number;
  cluster: number;
}

export interface Estimate {
  mean: number;
  /** Where the true value lies with 95 % confidence. */
  low: number;
  high: number;
}

/**
 * Least squares, with an interval for each coefficient that lets observations of the same cluster be alike: songs of
 * one evening are heard by the same people, and taking them for independent would make chance look like an effect.
 * The cluster-robust covariance is Liang and Zeger's (1986) with the usual correction for few clusters; the quantile
 * is Student's with one degree of freedom less than there are clusters. Null where there are fewer than two clusters,
 * or where the observations can't tell the coefficients apart.
 */
export function clusteredFit(observed: readonly Observed[]): readonly Estimate[] | null {
  const size = observed[0]?.x.length ?? 0;
  const squares = matrix(size);
  const products = zeros(size);
  for (const { x, y } of observed) {
    addOuter(squares, x);
    addScaled(products, x, y);
  }
  const inverse = inverted(squares);
  if (inverse === null) return null;
  const coefficients = times(inverse, products);

  const scores = new Map<number, number[]>();
  for (const { x, y, cluster } of observed) {
    const score = scores.get(cluster) ?? zeros(size);
    scores.set(cluster, score);
    addScaled(score, x, y - dot(x, coefficients));
  }
  const [count, groups] = [observed.length, scores.size];
  if (groups < 2 || count <= size) return null;
  const meat = matrix(size);
  for (const score of scores.values()) addOuter(meat, score);
  const correction = (groups / (groups - 1)) * ((count - 1) / (count - size));
  const spread = studentQuantile(groups - 1);
  return coefficients.map((mean, index) => {
    const row = inverse[index] ?? [];
    const half = spread * Math.sqrt(correction * Math.max(0, dot(row, times(meat, row))));
    return { mean, low: mean - half, high: mean + half };
  });
}

/** Of Student's distribution at 97.5 %: Abramowitz and Stegun 26.7.5, right to 0.005 from 5 degrees of freedom on. */
export function studentQuantile(degrees: number): number {
  const exact = [12.706, 4.303, 3.182, 2.776][degrees - 1];
  if (exact !== undefined) return exact;
  const z = 1.959964;
  const [first, second] = [(z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96];
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

type Matrix = number[][];

const zeros = (size: number): number[] => Array.from({ length: size }, () => 0);
const matrix = (size: number): Matrix => Array.from({ length: size }, () => zeros(size));
const times = (rows: Matrix, vector: readonly number[]): number[] => rows.map((row) => dot(row, vector));

// Plain loops: thousands of observations are added up.
function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function addScaled(to: number[], vector: readonly number[], factor: number): void {
  for (let index = 0; index < to.length; index += 1)
    to[index] = (to[index] ?? 0) + (vector[index] ?? 0) * factor;
}

function addOuter(to: Matrix, vector: readonly number[]): void {
  for (let row = 0; row < to.length; row += 1) addScaled(to[row] ?? [], vector, vector[row] ?? 0);
}

/** Gauss and Jordan with pivoting; null where there is no inverse. */
function inverted(given: Matrix): Matrix | null {
  const size = given.length;
  const rows = given.map((row, index) => [
    ...row,
    ...zeros(size).map((_, column) => (column === index ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const largest = Math.max(...rest);
    if (!(largest > 1e-9)) return null;
    const pivot = column + rest.indexOf(largest);
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    const lead = chosen[column] ?? 1;
    const scaled = chosen.map((value) => value / lead);
    rows[column] = scaled;
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (index !== column && factor !== 0)
        rows[index] = row.map((value, at) => value - factor * (scaled[at] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}
