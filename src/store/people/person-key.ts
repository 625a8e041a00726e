import { folded } from "../search/folding.ts";

/** People's names are compared by this: without case, accents and the number of spaces, as they are typed in a hurry. */
export function personKey(name: string): string {
  return folded(name).trim().replace(/\s+/gu, " ");
}
