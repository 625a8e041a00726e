import type { StoredPerson } from "./people-tables.ts";

/** A member whose id is their name. */
export function somebody(name: string, given: Partial<StoredPerson> = {}): StoredPerson {
  return {
    ...{ id: name, name, role: "member", pinHash: "h", passphraseHash: null, onTile: false, named: false },
    wishes: { languages: [], artists: [], policy: null },
    madeAt: 1_700_000_000_000,
    ...given,
  };
}
