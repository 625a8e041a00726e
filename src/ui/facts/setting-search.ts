import type { SettingSchema } from "./setting-kind.ts";

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
    const { group = "", title = "", help = "" } = setting.schema;
    const text = folded(`${group} ${title} ${help} ${setting.name}`);
    if (!wanted.every((word) => text.includes(word))) continue;
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }
  return [...groups].map(([group, found]) => ({ group, settings: found }));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
