import type { Correction } from "../../protocol/state.ts";
import { words } from "../words/words.ts";

const HOUR_MS = 3_600_000;

/** "New mood for “Kite Weather”"; a guest's block says for how long it holds. */
export function correctionText({ kind, title, artist, at, holdsUntil, notedOnly }: Correction): string {
  const { moved, noted, blocked } = words.corrections;
  if (kind === "wrong-mood") return (notedOnly ? noted : moved)(title);
  const hours = holdsUntil === null ? null : Math.max(1, Math.round((holdsUntil - at) / HOUR_MS));
  return blocked(kind === "block-artist" ? (artist ?? title) : title, hours);
}
