const ECE_BINS = 15;

/** What a model said of one face. */
export interface Reading {
  label: number;
  /** In the order of the classes. */
  probs: readonly number[];
  /** Whether vision would have read it. */
  read: boolean;
}

export interface Scores {
  /** Of all faces that were found, by their likeliest class; null when there was none. */
  accuracy: number | null;
  /** The mean of the recalls. */
  balancedAccuracy: number | null;
  /** Only of classes that the set has. */
  recall: Readonly<Record<string, number>>;
  /** A row for each true class, a column for each that the model names, both in the order of `classes`. */
  confusion: readonly (readonly number[])[];
  /** Expected calibration error over 15 bins of the largest probability. */
  ece: number | null;
  /** Share of the faces that vision would not have read. */
  abstained: number | null;
  /** Of those that it would have read. */
  accuracyOfRead: number | null;
}

export function score(readings: readonly Reading[], classes: readonly string[]): Scores {
  const confusion = classes.map(() => classes.map(() => 0));
  for (const { label, probs } of readings) {
    const row = confusion[label];
    const column = topClass(probs);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const recall: Record<string, number> = {};
  for (const [at, name] of classes.entries()) {
    const faces = sum(confusion[at] ?? []);
    if (faces > 0) recall[name] = round((confusion[at]?.[at] ?? 0) / faces);
  }
  const read = readings.filter((reading) => reading.read);
  return {
    accuracy: shareRight(readings),
    balancedAccuracy: mean(Object.values(recall)),
    recall,
    confusion,
    ece: calibrationError(readings),
    abstained: mean(readings.map((reading) => (reading.read ? 0 : 1))),
    accuracyOfRead: shareRight(read),
  };
}

export function topClass(probs: readonly number[]): number {
  return probs.indexOf(Math.max(...probs));
}

/** Null of nothing. */
export function shareRight(readings: readonly Reading[]): number | null {
  return mean(readings.map(({ label, probs }) => (topClass(probs) === label ? 1 : 0)));
}

/** How far the largest probability is from the share that is right, bin by bin, by the faces in each. */
function calibrationError(readings: readonly Reading[]): number | null {
  const bins = Array.from({ length: ECE_BINS }, () => ({ right: 0, promised: 0 }));
  for (const { label, probs } of readings) {
    const top = topClass(probs);
    const sure = probs[top] ?? 0;
    const bin = bins[Math.min(ECE_BINS - 1, Math.floor(sure * ECE_BINS))];
    if (!bin) continue;
    bin.promised += sure;
    bin.right += top === label ? 1 : 0;
  }
  const gaps = sum(bins.map(({ right, promised }) => Math.abs(right - promised)));
  return readings.length > 0 ? round(gaps / readings.length) : null;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? round(sum(values) / values.length) : null;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const round = (value: number): number => Number(value.toFixed(4));
