import type { SettingSchema } from "./setting-kind.ts";
import { groupName, settingText } from "./setting-text.ts";

export interface NamedSetting {
  name: string;
  schema: SettingSchema;
}

/**
 * Settings with their groups, in the order in which they are told. A search leaves those that have all its words, and
 * begins with what is called so: a title that is the search, then the settings of a group that is called so, then titles
 * that have its words, then names, and last what only mentions them. A group stands where its best setting would.
 */
export function settingGroups(
  settings: readonly NamedSetting[],
  search: string,
): readonly { group: string; settings: readonly NamedSetting[] }[] {
  const wanted = folded(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = settings
    .flatMap((setting) => {
      const rank = rankOf(setting, wanted);
      return rank === null ? [] : [{ setting, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  const groups = new Map<string, NamedSetting[]>();
  for (const { setting } of found) {
    const { group = "" } = setting.schema;
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }
  return [...groups].map(([group, of]) => ({ group, settings: of }));
}

/** The smaller, the nearer; null where a word is missing. Without a search all are alike. */
function rankOf(setting: NamedSetting, wanted: readonly string[]): number | null {
  const { title, help } = settingText(setting);
  const [called, group, name] = [title, groupName(setting.schema.group ?? ""), setting.name].map(folded);
  const has = (text = "") => wanted.every((word) => text.includes(word));
  if (!has(`${group} ${called} ${folded(help)} ${name}`)) return null;
  if (wanted.length === 0) return 0;
  const isWord = wanted.every((word) => called?.split(/[^\p{L}\p{M}\p{N}]+/u).includes(word));
  const near = isWord ? 0 : has(called) ? 1 : has(`${called} ${name}`) ? 2 : 3;
  if (called === wanted.join(" ")) return 0;
  // Of a group that is called so all settings come first, in their own order of nearness.
  return has(group) ? 1 + near : 5 + near;
}

/** Without accents and Arabic's vowel marks; Devanagari's vowels are signs of its own, and stay. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?=\p{M})\p{Script=Inherited}/gu, "")
    .toLowerCase();
}
