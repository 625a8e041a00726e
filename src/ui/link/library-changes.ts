import type { Affect } from "../../protocol/mood.ts";
import type { Id } from "../../protocol/time.ts";
import { affectName } from "../facts/affect-name.ts";
import { libraryWords } from "../words/library-words.ts";
import { words } from "../words/words.ts";
import { type Answer, ask } from "./ask.ts";

/** What the owner wants changed in the library. */
export type LibraryChange =
  /** A person's word; null takes it back. */
  | { do: "correct"; tracks: readonly Id[]; point: Affect | null }
  | { do: "block"; what: { tracks: readonly Id[] } | { artist: string }; name: string; blocked: boolean };

/** As many as the daemon takes at once. */
const AT_ONCE = 1_000;

/** Does it, and answers what was done in words. */
export async function changeLibrary(change: LibraryChange): Promise<Answer<string>> {
  return change.do === "correct" ? correct(change) : block(change);
}

async function correct({
  tracks,
  point,
}: Extract<LibraryChange, { do: "correct" }>): Promise<Answer<string>> {
  let count = 0;
  for (let at = 0; at < tracks.length; at += AT_ONCE) {
    const answer = await ask<{ changed: number }>("/api/library/corrections", {
      method: "POST",
      body: { tracks: tracks.slice(at, at + AT_ONCE), point },
    });
    if (!answer.ok) return answer;
    count += answer.value.changed;
  }
  const { done, takenBack } = libraryWords.correct;
  return { ok: true, value: point === null ? takenBack(count) : done(count, words.music[affectName(point)]) };
}

async function block({
  what,
  name,
  blocked,
}: Extract<LibraryChange, { do: "block" }>): Promise<Answer<string>> {
  const each: readonly Record<string, string>[] =
    "tracks" in what ? what.tracks.map((track) => ({ track })) : [{ artist: what.artist }];
  for (const one of each) {
    const answer = blocked
      ? await ask("/api/library/blocks", { method: "POST", body: one })
      : await ask(`/api/library/blocks?${new URLSearchParams(one)}`, { method: "DELETE" });
    if (!answer.ok) return answer;
  }
  return { ok: true, value: libraryWords.correct[blocked ? "blocked" : "allowed"](name) };
}
