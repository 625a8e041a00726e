import type { PeopleHere } from "../../protocol/people.ts";
import { listed } from "../languages/tables.ts";
import { words } from "../words/words.ts";

/** More names are more than a glance takes in. */
const MOST = 3;

/** "Here: Anna, Ben and 2 more"; null where nobody has come by card or PIN. */
export function hereText({ named, others }: PeopleHere): string | null {
  if (named.length + others === 0) return null;
  const shown = named.slice(0, MOST).map(({ name }) => name);
  const more = others + named.length - shown.length;
  return shown.length === 0 ? words.here.counted(more) : words.here.named(listed(shown), more);
}

/** How many they are, where there is no room to say who or how. */
export function hereBrief({ named, others }: PeopleHere): string | null {
  return named.length + others === 0 ? null : words.here.brief(named.length + others);
}
