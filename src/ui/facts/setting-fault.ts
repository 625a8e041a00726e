import { settingsWords } from "../words/settings-words.ts";
import { type SettingSchema, settingKind } from "./setting-kind.ts";

/** What keeps a value from being sent, in words for beside its field; null where nothing does. The daemon has the last word. */
export function settingFault(schema: SettingSchema, value: unknown): string | null {
  const { faults } = settingsWords;
  const kind = settingKind(schema);
  switch (kind.kind) {
    case "number": {
      if (value === null && kind.mayBeEmpty) return null;
      const { least, most, scale, whole } = kind;
      if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
        return whole ? faults.wholeNumber : faults.number;
      return value < least || value > most ? faults.between(least / scale, most / scale) : null;
    }
    case "time":
      return value === "" ? faults.time : null;
    case "text":
      return value === null && kind.mayBeEmpty ? null : textFault(String(value), kind.pattern);
    case "texts":
      return (value as readonly string[]).map((text) => textFault(text, kind.pattern)).find(Boolean) ?? null;
    case "range": {
      const { floor, ceiling } = value as { floor: number; ceiling: number };
      return floor > ceiling ? faults.range : null;
    }
    case "open-spans":
    case "quiet-spans":
    case "holidays":
    case "dayparts":
      return (value as readonly Entry[]).map(entryFault).find((fault) => fault !== null) ?? null;
    default:
      return null;
  }
}

const PATH = "^/";

function textFault(text: string, pattern: string | undefined): string | null {
  const { faults } = settingsWords;
  if (text === "") return faults.empty;
  if (pattern === undefined || new RegExp(pattern).test(text)) return null;
  return pattern === PATH ? faults.path : faults.form(text);
}

/** As much of an entry of any list as may be missing while somebody fills it in. */
interface Entry {
  days?: readonly number[];
  date?: string;
  from?: string;
  to?: string;
  name?: string;
  open?: readonly Entry[];
  volume?: { floor: number; ceiling: number };
}

function entryFault({ days, date, from, to, name, open = [], volume }: Entry): string | null {
  const { faults } = settingsWords;
  if (name !== undefined && name.trim() === "") return faults.name;
  if (days?.length === 0) return faults.days;
  if (date === "") return faults.date;
  if (from === "" || to === "") return faults.time;
  if (volume !== undefined && volume.floor > volume.ceiling) return faults.range;
  return open.map(entryFault).find((fault) => fault !== null) ?? null;
}
