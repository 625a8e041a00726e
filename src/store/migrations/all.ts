import { first } from "./0001-first.ts";
import { anySize } from "./0002-any-size.ts";
import { searchInAnyScript } from "./0003-search-in-any-script.ts";
import { guestsWords } from "./0004-guests-words.ts";
import { people } from "./0005-people.ts";
import { likedForGood } from "./0006-liked-for-good.ts";
import { wordsOfEvidence } from "./0007-words-of-evidence.ts";
import { named } from "./0008-named.ts";
import { placeName } from "./0009-place-name.ts";

/**
 * Every migration in order; the first makes version 1. One that has shipped is never changed: what comes later
 * goes into a file of its own at the end of this list.
 */
export const migrations: readonly string[] = [
  first,
  anySize,
  searchInAnyScript,
  guestsWords,
  people,
  likedForGood,
  wordsOfEvidence,
  named,
  placeName,
];
