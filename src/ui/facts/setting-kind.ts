import type { SettingInfo } from "../../protocol/settings.ts";

/** As much of a setting's JSON schema as a form goes by. */
export interface SettingSchema extends Partial<SettingInfo> {
  type?: string;
  const?: string;
  anyOf?: readonly SettingSchema[];
  items?: SettingSchema;
  properties?: Readonly<Record<string, SettingSchema>>;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** With what a setting is changed. */
export type SettingKind =
  | { kind: "switch" }
  | { kind: "choice"; values: readonly (string | null)[] }
  /** Any of a few. */
  | { kind: "choices"; values: readonly string[] }
  /** From nothing to all of it. */
  | { kind: "share"; least: number; most: number }
  /** What is shown is the value divided by `scale`: milliseconds are shown as seconds. */
  | { kind: "number"; least: number; most: number; whole: boolean; scale: number; mayBeEmpty: boolean }
  | { kind: "time"; mayBeEmpty: boolean }
  | { kind: "text"; longest: number; mayBeEmpty: boolean; pattern?: string }
  | { kind: "texts"; longest: number; most: number; pattern?: string }
  | { kind: "affect" | "policies" | "range" | "stop" }
  | { kind: "open-spans" | "quiet-spans" | "holidays" | "dayparts" | "zones"; most: number }
  /** Of a shape that this page does not know: shown, and changed elsewhere. */
  | { kind: "unknown" };

const SPLIT_MS = 1_000;

/** Told by the schema's shape, so that a new setting has its place in the form without a word here. */
export function settingKind(schema: SettingSchema): SettingKind {
  const parts = schema.anyOf ?? [schema];
  const whole = parts.filter(({ type }) => type !== "null");
  const mayBeEmpty = whole.length < parts.length;
  const constants = whole.flatMap((part) => part.const ?? []);
  if (constants.length > 0 && constants.length === whole.length)
    return { kind: "choice", values: mayBeEmpty ? [null, ...constants] : constants };
  const [only, ...others] = whole;
  if (only === undefined || others.length > 0) return { kind: "unknown" };
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = only;
  switch (only.type) {
    case "boolean":
      return { kind: "switch" };
    case "integer":
    case "number": {
      if (only.type === "number" && minimum >= 0 && maximum <= 1 && !mayBeEmpty)
        return { kind: "share", least: minimum, most: maximum };
      const scale = schema.unit === "ms" ? SPLIT_MS : 1;
      const isWhole = only.type === "integer" && scale === 1;
      return { kind: "number", least: minimum, most: maximum, whole: isWhole, scale, mayBeEmpty };
    }
    case "string":
      return only.pattern?.includes(":[0-5][0-9]") === true
        ? { kind: "time", mayBeEmpty }
        : { kind: "text", longest: only.maxLength ?? 200, mayBeEmpty, ...patternOf(only) };
    case "array":
      return listKind(only);
    case "object":
      return objectKind(only);
    default:
      return { kind: "unknown" };
  }
}

const patternOf = ({ pattern }: SettingSchema): { pattern?: string } =>
  pattern === undefined ? {} : { pattern };

function listKind({ items = {}, maxItems: most = 100 }: SettingSchema): SettingKind {
  const constants = (items.anyOf ?? []).flatMap((part) => part.const ?? []);
  if (constants.length > 0) return { kind: "choices", values: constants };
  if (items.type === "string")
    return { kind: "texts", longest: items.maxLength ?? 64, most, ...patternOf(items) };
  const has = (name: string): boolean => items.properties?.[name] !== undefined;
  if (has("policyByMood")) return { kind: "dayparts", most };
  if (has("open")) return { kind: "holidays", most };
  if (has("days") && has("from")) return { kind: has("ceiling") ? "quiet-spans" : "open-spans", most };
  if (has("width")) return { kind: "zones", most };
  return { kind: "unknown" };
}

function objectKind({ properties = {} }: SettingSchema): SettingKind {
  if ("valence" in properties) return { kind: "affect" };
  if ("floor" in properties) return { kind: "range" };
  if ("until" in properties) return { kind: "stop" };
  return { kind: "elated" in properties ? "policies" : "unknown" };
}
