import { type SettingText, settingTexts } from "../words/setting-texts.ts";
import { settingsWords } from "../words/settings-words.ts";
import { words } from "../words/words.ts";
import { languageName } from "./language-name.ts";
import type { NamedSetting } from "./setting-search.ts";

type Names = Readonly<Record<string, string | undefined>>;

/** What a setting is called and what it means, in the page's language; of one that the page does not know, as the daemon says it. */
export function settingText({ name, schema }: NamedSetting): SettingText {
  const { title = name, help = "" } = schema;
  return { title, help, ...(settingTexts as Readonly<Record<string, Partial<SettingText>>>)[name] };
}

export const groupName = (group: string): string => (settingsWords.groupNames as Names)[group] ?? group;

/** What the value of a choice is called; one that has no name is shown as it is. */
export function choiceName(value: string): string {
  const name = (words.wishes.policies as Names)[value] ?? (settingsWords.choices as Names)[value];
  return name ?? (/^[a-z]{2}$/.test(value) ? languageName(value) : value);
}
