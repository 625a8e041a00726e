import type { Pick } from "../../protocol/music.ts";
import type { Correction } from "../../protocol/state.ts";
import { words } from "../words/words.ts";
import { waiting } from "./offer.ts";

/** "“Kite Weather” has its mood back", or that it comes next, where it was taken away and is in the queue again. */
export function undoneText(correction: Correction, queue: readonly Pick[]): string {
  const { kind, track, title, artist, notedOnly, putsBack } = correction;
  const { movedBack, unnoted, unblocked, comesAgain } = words.corrections;
  const what = kind === "block-artist" ? (artist ?? title) : title;
  // There is room for one sentence: what is heard of it is the greater news. A song comes, never an artist.
  if (putsBack && track !== null && waiting(track, queue) !== null) return comesAgain(title);
  if (kind === "wrong-mood") return (notedOnly ? unnoted : movedBack)(title);
  return unblocked(what);
}
