import type { OwnPerson } from "../../src/protocol/people.ts";

/** A member who has a PIN and has said nothing of what they like, as the daemon tells their own page of them. */
export const somePerson = (name: string): OwnPerson => ({
  ...{ id: name.toLowerCase(), name, role: "member", onTile: false, named: false, hasPin: true },
  wishes: { languages: [], artists: [], policy: null },
});
