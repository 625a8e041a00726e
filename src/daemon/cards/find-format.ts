import { type BytesFormat, numberIn, spansOf } from "./reader-format.ts";

export type Report = Uint8Array;

/** Why it can't be told how a reader writes a card's number. */
export type Unfound = "silent" | "unlike" | "same-card" | "unclear";

/** What came while no card was held, while one was held three times, and while another one was. */
export interface Holds {
  before: readonly Report[];
  card: readonly [readonly Report[], readonly Report[], readonly Report[]];
  other: readonly Report[];
}

/**
 * Finds where a reader's reports have a card's number: in the bytes that are the same each time that the same card is
 * held. Those that then stay the same with another card are its frame, and tell reports of cards from all others.
 */
export function findFormat({ before, card, other }: Holds): BytesFormat | Unfound {
  const [first] = card[0];
  if (first === undefined) return "silent";
  const { length } = first;
  const begins = [...card, other].map((hold) => hold.find((report) => report.length === length));
  const [one, two, three, another] = begins;
  if (!one || !two || !three || !another) return "unlike";

  const stable = [...one.keys()].filter((at) => one[at] === two[at] && one[at] === three[at]);
  const frame = stable.filter((at) => one[at] === another[at]);
  if (frame.length === stable.length) return "same-card";

  const format: BytesFormat = { kind: "bytes", length, take: spansOf(stable), when: [], blank: [] };
  const holds = [...card, other];
  const rest = [before, ...holds].flat().filter((report) => report.length === length);
  const strangers = rest.filter((report) => ![one, another].some((known) => isSame(known, report, stable)));
  const withFrame = { ...format, when: conditions(one, strangers, frame) };
  const blank = strangers.filter((report) => numberIn(withFrame, report) !== null);
  const found = { ...withFrame, blank: spansOf(blankWhere(one, another, blank, stable)) };
  return tellsThemApart(found, [one, two, three], another, strangers) ? found : "unclear";
}

function isSame(one: Report, two: Report, where: readonly number[]): boolean {
  return where.every((at) => one[at] === two[at]);
}

/** The first byte of the frame in which each stranger differs. */
function conditions(
  card: Report,
  strangers: readonly Report[],
  frame: readonly number[],
): BytesFormat["when"] {
  const places = strangers.map((report) => frame.find((at) => report[at] !== card[at]));
  const distinct = [...new Set(places)].filter((at) => at !== undefined).toSorted((a, b) => a - b);
  return distinct.map((at) => ({ at, is: card[at] ?? 0 }));
}

/** The bytes that a card fills, and that are zero in what is left. */
function blankWhere(
  one: Report,
  another: Report,
  left: readonly Report[],
  stable: readonly number[],
): readonly number[] {
  if (left.length === 0) return [];
  return stable.filter(
    (at) => (one[at] !== 0 || another[at] !== 0) && left.every((report) => report[at] === 0),
  );
}

function tellsThemApart(
  format: BytesFormat,
  same: readonly Report[],
  another: Report,
  strangers: readonly Report[],
): boolean {
  const numbers = new Set(same.map((report) => numberIn(format, report)));
  const [number] = numbers;
  const other = numberIn(format, another);
  if (numbers.size !== 1 || number == null || other === null || other === number) return false;
  return strangers.every((report) => numberIn(format, report) === null);
}
