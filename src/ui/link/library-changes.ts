import { affectName } from "../../protocol/circumplex.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { Id } from "../../protocol/time.ts";
import { libraryWords } from "../words/library-words.ts";
import { words } from "../words/words.ts";
import { type Answer, ask } from "./ask.ts";

/** What the owner wants changed in the library. */
export type LibraryChange =
  /** A person's word; null takes it back. With `still`, only of songs of which that is the word yet. */
  | { do: "correct"; tracks: readonly Id[]; point: Affect | null; still?: Affect | null }
  | { do: "block"; what: { tracks: readonly Id[] } | { artist: string }; name: string; blocked: boolean };

/** What was done. */
export type LibraryDone =
  | { do: "correct"; count: number; point: Affect | null }
  | { do: "block"; name: string; blocked: boolean };

/** In words, in the language that the page has now. */
export function doneText(done: LibraryDone): string {
  const { correct } = libraryWords;
  if (done.do === "block") return correct[done.blocked ? "blocked" : "allowed"](done.name);
  const { count, point } = done;
  return point === null ? correct.takenBack(count) : correct.done(count, words.music[affectName(point)]);
}

/** More songs than these are no slip of a finger to be left unasked. */
const A_HANDFUL = 10;

/** What is asked before so many songs are changed at once; null where it is done at a word. */
export function questionFor(change: LibraryChange): { text: string; yes: string } | null {
  const count = songsIn(change);
  if (count <= A_HANDFUL) return null;
  const { block, allow, takeBack, move, yes } = libraryWords.many;
  const text =
    change.do === "block"
      ? (change.blocked ? block : allow)(count)
      : change.point === null
        ? takeBack(count)
        : move(count, words.music[affectName(change.point)]);
  return { text, yes: yes(count) };
}

/** Of an artist it is one name, however many songs they have. */
export function songsIn(change: LibraryChange): number {
  if (change.do === "correct") return change.tracks.length;
  return "tracks" in change.what ? change.what.tracks.length : 1;
}

/** As many as the daemon takes at once. */
const AT_ONCE = 1_000;

/** Does it, and answers what was done. */
export async function changeLibrary(change: LibraryChange): Promise<Answer<LibraryDone>> {
  return change.do === "correct" ? correct(change) : block(change);
}

async function correct({
  tracks,
  point,
  still,
}: Extract<LibraryChange, { do: "correct" }>): Promise<Answer<LibraryDone>> {
  let count = 0;
  for (let at = 0; at < tracks.length; at += AT_ONCE) {
    const answer = await ask<{ changed: number }>("/api/library/corrections", {
      method: "POST",
      body: { tracks: tracks.slice(at, at + AT_ONCE), point, ...(still !== undefined && { still }) },
    });
    if (!answer.ok) return answer;
    count += answer.value.changed;
  }
  return { ok: true, value: { do: "correct", count, point } };
}

async function block({
  what,
  name,
  blocked,
}: Extract<LibraryChange, { do: "block" }>): Promise<Answer<LibraryDone>> {
  const each: readonly Record<string, string>[] =
    "tracks" in what ? what.tracks.map((track) => ({ track })) : [{ artist: what.artist }];
  for (const one of each) {
    const answer = blocked
      ? await ask("/api/library/blocks", { method: "POST", body: one })
      : await ask(`/api/library/blocks?${new URLSearchParams(one)}`, { method: "DELETE" });
    if (!answer.ok) return answer;
  }
  return { ok: true, value: { do: "block", name, blocked } };
}
