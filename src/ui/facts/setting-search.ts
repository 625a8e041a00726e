import type { SettingSchema } from "./setting-kind.ts";
import { groupName, settingText } from "./setting-text.ts";

export interface NamedSetting {
  name: string;
  schema: SettingSchema;
}

/** Settings with their groups, in the order in which they are told; a search leaves those that have all its words. */
export function settingGroups(
  settings: readonly NamedSetting[],
  search: string,
): readonly { group: string; settings: readonly NamedSetting[] }[] {
  const wanted = folded(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  const groups = new Map<string, NamedSetting[]>();
  for (const setting of settings) {
    const { group = "" } = setting.schema;
    const { title, help } = settingText(setting);
    const text = folded(`${groupName(group)} ${title} ${help} ${setting.name}`);
    if (!wanted.every((word) => text.includes(word))) continue;
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }
  return [...groups].map(([group, found]) => ({ group, settings: found }));
}

/** Without accents and Arabic's vowel marks; Devanagari's vowels are signs of its own, and stay. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/(?=\p{M})\p{Script=Inherited}/gu, "")
    .toLowerCase();
}
