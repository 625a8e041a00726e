// Writes the README's table of settings from src/protocol/settings.ts: node dist/scripts/settings-table.js
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type SettingInfo, Settings } from "../src/protocol/settings.ts";

/** As much of a setting's JSON schema as the table tells. */
interface Schema extends SettingInfo {
  type?: string;
  const?: string;
  anyOf?: readonly Schema[];
  default: unknown;
  minimum?: number;
  maximum?: number;
}

const begin = "<!-- settings: npm run build:node && node dist/scripts/settings-table.js -->\n";
const end = "<!-- /settings -->";

/** The README with its table as the settings are now. Throws where the README has no place for the table. */
export function withSettingsTable(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`README.md has lost the lines ${begin.trim()} and ${end} around its table.`);
  return `${readme.slice(0, from) + begin}\n${settingsTable()}\n${readme.slice(to)}`;
}

function settingsTable(): string {
  const schemas = Object.entries(Settings.properties as unknown as Record<string, Schema>);
  const rows = schemas.map(([name, schema]) => [
    schema.group,
    `**${schema.title}**<br>\`${name}\``,
    `${schema.help}${schema.needsRestart ? " Holds from the next start." : ""}`,
    code(schema.default),
    range(schema),
  ]);
  return [["", "setting", "what it does", "default", "may be"], Array(5).fill("---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`)
    .join("");
}

function range(schema: Schema): string {
  const unit = schema.unit ? ` ${schema.unit}` : "";
  if (schema.anyOf)
    return schema.anyOf.map((one) => (one.const === undefined ? range(one) : code(one.const))).join(", ");
  if (schema.minimum !== undefined && schema.maximum !== undefined)
    return `${amount(schema.minimum)} to ${amount(schema.maximum)}${unit}`;
  return (
    { boolean: "`true`, `false`", null: "`null`", array: "a list", object: "see the default" }[
      schema.type ?? ""
    ] ?? "text"
  );
}

const code = (value: unknown) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
const amount = (value: number) => value.toLocaleString("en");

if (process.argv[1] === import.meta.filename) {
  const path = join(resolve(import.meta.dirname, "../.."), "README.md");
  writeFileSync(path, withSettingsTable(readFileSync(path, "utf8")));
}
