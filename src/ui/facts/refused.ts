import { intlTag, listed } from "../languages/tables.ts";
import { type FieldNames, fieldNames } from "../words/field-names.ts";
import { refusalWords } from "../words/refusal-words.ts";

/** As the daemon sends it with a sentence; of a newer daemon it may be a code that this page does not know. */
export interface RefusalCode {
  code?: string;
  named?: Readonly<Record<string, string>>;
}

type Words = Readonly<Record<string, string>> | null;

/** Of pages that know more. */
const sentences: ((sentence: string) => string | null)[] = [];
const tables: (() => Words)[] = [() => refusalWords];

/** A part of a page knows more sentences: null for those that it does not, or that are as the daemon said them. */
export function alsoKnow(tell: (sentence: string) => string | null): void {
  sentences.push(tell);
}

/** A part of a page has words for more codes: null where the daemon's own sentence holds. */
export function alsoByCode(words: () => Words): void {
  tables.push(words);
}

/** What the daemon says, in the page's language; what the page does not know is said as it came. */
export function refused(sentence: string, { code, named = {} }: RefusalCode = {}): string {
  const text = code === undefined ? null : byCode(code);
  if (text !== null) return filled(text, named);
  for (const tell of sentences) {
    const told = tell(sentence);
    if (told !== null) return told;
  }
  // In English the sentence holds, but not the name that only programs know.
  return named.field === undefined
    ? sentence
    : sentence.replace(named.field, () => fieldName(named.field ?? ""));
}

function byCode(code: string): string | null {
  for (const table of tables) {
    const words = table();
    if (words !== null && Object.hasOwn(words, code)) return words[code] ?? null;
  }
  return null;
}

const filled = (text: string, named: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => said(name, named[name] ?? ""));

/** A time takes the form that its language has for the number; why something is so is a sentence of its own. */
function said(name: string, value: string): string {
  if (name === "field") return fieldName(value);
  if (name === "minutes" || name === "seconds") return lasting(Number(value), name);
  return name === "why" ? refused(value) : value;
}

/** `admin.passphrase` is a passphrase; several are parted as the language does. */
const fieldName = (value: string): string =>
  listed(
    value.split(", ").map((each) => {
      const own = each.split(".").at(-1) ?? each;
      return Object.hasOwn(fieldNames, own) ? fieldNames[own as keyof FieldNames] : each;
    }),
  );

const lasting = (count: number, unit: "minutes" | "seconds"): string =>
  new Intl.NumberFormat(intlTag(), {
    style: "unit",
    unit: unit === "minutes" ? "minute" : "second",
    unitDisplay: "long",
  }).format(count);
