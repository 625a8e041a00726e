import type { Policy } from "../../protocol/mood.ts";
import type { StoredPerson } from "./people-tables.ts";
import { personKey } from "./person-key.ts";

export interface PersonRow {
  id: string;
  name: string;
  nameKey: string;
  role: StoredPerson["role"];
  pinHash: string | null;
  passphraseHash: string | null;
  onTile: number;
  named: number;
  languages: string;
  artists: string;
  policy: Policy | null;
  madeAt: number;
}

export const personColumns =
  "id, name, name_key AS nameKey, role, pin_hash AS pinHash, passphrase_hash AS passphraseHash, on_tile AS onTile, " +
  "named, languages, artists, policy, made_at AS madeAt";

export function personOf(row: PersonRow): StoredPerson {
  const { nameKey: _, languages, artists, policy, onTile, named, ...rest } = row;
  const wishes = { languages: JSON.parse(languages), artists: JSON.parse(artists), policy };
  return { ...rest, onTile: onTile === 1, named: named === 1, wishes };
}

export function rowOf({ wishes, onTile, named, ...rest }: StoredPerson): PersonRow {
  const { languages, artists, policy } = wishes;
  return {
    ...rest,
    nameKey: personKey(rest.name),
    onTile: onTile ? 1 : 0,
    named: named ? 1 : 0,
    languages: JSON.stringify(languages),
    artists: JSON.stringify(artists),
    policy,
  };
}
