import type { Database } from "better-sqlite3";
import { atomically } from "./atomically.ts";

export function settingsReads(database: Database) {
  const all = database.prepare<[], { name: string; value: string }>("SELECT name, value FROM settings");
  return {
    settings: (): Record<string, unknown> =>
      Object.fromEntries(all.all().map(({ name, value }) => [name, JSON.parse(value)])),
  };
}

export function settingsWrites(database: Database) {
  const put = database.prepare<[string, string]>(
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const remove = database.prepare<[string]>("DELETE FROM settings WHERE name = ?");
  return {
    putSettings: atomically(database, (values: Readonly<Record<string, unknown>>): void => {
      for (const [name, value] of Object.entries(values)) {
        const json: string | undefined = JSON.stringify(value);
        if (json === undefined) throw new TypeError(`The setting ${name} has no value. Remove it instead.`);
        put.run(name, json);
      }
    }),
    removeSetting: (name: string): void => {
      remove.run(name);
    },
  };
}
