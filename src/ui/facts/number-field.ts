import { perLanguage } from "../languages/tables.ts";
import { settingsWords } from "../words/settings-words.ts";

const format = perLanguage(
  (tag) => new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 6 }),
);
/** Of digits that keyboards of our languages type: Arabic, Persian and Devanagari. Wide ones are folded before. */
const ZEROS = [0x660, 0x6f0, 0x966];
/** Signs that no one sees: Arabic writes one before a minus. */
const UNSEEN = /[\s\p{Cf}]/gu;

/** As somebody writes it, without gaps between its digits. */
export const shownNumber = (value: number): string => format().format(value);

/** What somebody typed, whatever digits and signs they have; null where it is no number. */
export function typedNumber(text: string): number | null {
  const plain = [...text.normalize("NFKC").replace(UNSEEN, "")].map(latinDigit).join("");
  const number = Number(plain.replace("−", "-").replace(/[,٫]/, "."));
  return plain === "" || !Number.isFinite(number) ? null : number;
}

function latinDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? character : String(code - zero);
}

const TIMES: Readonly<Record<string, string>> = {
  ...{ ms: "second", s: "second", seconds: "second" },
  ...{ min: "minute", minutes: "minute", hours: "hour", days: "day" },
};

/** "minutes", beside a field with their number in it; a sign as `dB` is itself. */
export function unitText(unit: string, count: number): string {
  // A dual says its number itself, and the field has said it already.
  const told = count === 2 ? 3 : count;
  const time = TIMES[unit];
  if (time !== undefined)
    return units(time)
      .formatToParts(told)
      .filter(({ type }) => type === "unit")
      .map(({ value }) => value)
      .join("");
  const counted = (settingsWords.units as Readonly<Record<string, (count: number) => string>>)[unit];
  return counted?.(told) ?? unit;
}

const made = perLanguage((tag) => ({ tag, units: new Map<string, Intl.NumberFormat>() }));

function units(unit: string): Intl.NumberFormat {
  const { tag, units: known } = made();
  const found = known.get(unit) ?? new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" });
  known.set(unit, found);
  return found;
}
