/** Where two tables of words differ: a missing word, another kind of one, a placeholder that is lost, English left over. */
export function differences(english: unknown, other: unknown, path = ""): readonly string[] {
  if (typeof english === "function" && typeof other === "function")
    return inCalls(english as Sentence, other as Sentence, path);
  if (typeof english !== typeof other) return [`${path} is a ${typeof other}, not a ${typeof english}`];
  if (typeof english === "string") return inText(english, other as string, path);
  if (english instanceof Map)
    return differences(Object.fromEntries(english), Object.fromEntries(other as typeof english), path);
  if (typeof english !== "object" || english === null) return [];
  const names = new Set([...Object.keys(english), ...Object.keys(other as object)]);
  return [...names].flatMap((name) =>
    differences(
      (english as Record<string, unknown>)[name],
      (other as Record<string, unknown>)[name],
      path === "" ? name : `${path}.${name}`,
    ),
  );
}

/** What a sentence that is no function leaves open: "{name}". */
const HOLE = /\{\w+\}/g;
const holes = (text: string): string => (text.match(HOLE) ?? []).sort().join(" ");

type Sentence = (...parts: readonly unknown[]) => unknown;

/** Words that other languages may share with English are short, as "Player" and "Instrumental". */
const SHARED_LETTERS = 14;

function inText(english: string, other: string, path: string): readonly string[] {
  if (english.trim() !== "" && other.trim() === "") return [`${path} is empty`];
  if (holes(english) !== holes(other)) return [`${path} says “${other}” for “${english}”`];
  return english === other && english.replaceAll(HOLE, "").length > SHARED_LETTERS
    ? [`${path} is still English: ${other}`]
    : [];
}

/** What a sentence may be made of; those of one call differ, so that each can be found again. */
const parts = (index: number): readonly unknown[] => [
  13 + index,
  `q${index}q`,
  "lift",
  { valence: 0.31, arousal: 0.57 },
  { floor: 0.31, ceiling: 0.57, because: "quiet-hours" },
  [`q${index}q`],
  { songs: 1, because: "rest", within: `q${index}q` },
];
const COUNTS = [0, 1, 2, 3, 6, 11, 24, 100] as const;

function inCalls(english: Sentence, other: Sentence, path: string): readonly string[] {
  const count = Math.max(english.length, other.length);
  const taken = combinations(count).filter((each) => isWhole(said(english, each)));
  const given = taken.find((each) => isWhole(said(other, each))) ?? taken[0];
  if (given === undefined) return [`${path} takes something that this test does not know`];
  const [one, two] = [said(english, given), said(other, given)];
  if (!isWhole(two)) return [`${path} says ${JSON.stringify(two)}`];
  const faults = placeholders(one) === placeholders(two) ? [] : [`${path} says “${two}” for “${one}”`];
  if (one === two && one.length > SHARED_LETTERS) faults.push(`${path} is still English: ${two}`);
  const holed = COUNTS.map((number) => given.map((part) => (typeof part === "number" ? number : part)))
    .map((each) => [said(english, each), said(other, each)] as const)
    .find(([whole, text]) => isWhole(whole) && !isWhole(text));
  return holed ? [...faults, `${path} says ${JSON.stringify(holed[1])}`] : faults;
}

function combinations(count: number, from = 0): readonly (readonly unknown[])[] {
  if (from === count) return [[]];
  const rest = combinations(count, from + 1);
  return parts(from).flatMap((part) => rest.map((each) => [part, ...each]));
}

/** A sentence; of a title with a text below it, both. */
function said(sentence: Sentence, given: readonly unknown[]): string {
  try {
    const told = sentence(...given);
    return typeof told === "object" && told !== null ? Object.values(told).join(" ") : String(told);
  } catch {
    return ""; // It takes something else.
  }
}

const isWhole = (text: string): boolean =>
  text.trim() !== "" && !/undefined|null|NaN|\[object|#/.test(text) && !/function|=>/.test(text);

/** Numbers as they are, however a language groups their digits. */
const placeholders = (text: string): string =>
  [
    ...new Set(
      text
        .toLowerCase()
        .replaceAll(GROUPED, "")
        .match(/q\dq|\d+/g) ?? [],
    ),
  ]
    .sort()
    .join(" ");
const GROUPED = /(?<=\d)[\s.,](?=\d{3}(?!\d))/g;
