import { Settings } from "../../protocol/settings.ts";

/** What of each setting can be told to a stranger: choices, switches and amounts; of texts and lists how many there are. */
export function safeSettings(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name in Settings.properties)
      .map(([name, value]) => [name, told(name as keyof typeof Settings.properties, value)]),
  );
}

function told(name: keyof typeof Settings.properties, value: unknown): unknown {
  if (value === null || typeof value === "boolean") return value;
  // A seed may be somebody's birthday, and a port is nobody's business that would not be the default.
  if (typeof value === "number") return value;
  if (typeof value === "string") return isChoice(name, value) ? value : kindOf(value);
  if (Array.isArray(value)) return `${value.length} entries`;
  return typeof value === "object" ? `${Object.keys(value).length} values` : "something else";
}

/** One of those that the schema itself names. */
function isChoice(name: keyof typeof Settings.properties, value: string): boolean {
  const schema: object = Settings.properties[name];
  if ("default" in schema && schema.default === value) return true;
  const choices: readonly { const?: unknown }[] = "anyOf" in schema ? (schema.anyOf as []) : [];
  return choices.some((choice) => choice.const === value) || /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function kindOf(value: string): string {
  if (/^\/dev\//.test(value)) return "a device";
  if (/^\//.test(value)) return "a path";
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(value)) return "an address";
  return "a text";
}
