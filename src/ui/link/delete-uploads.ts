import type { KeptUpload, UploadsDeleted } from "../../protocol/music-in.ts";
import type { Id } from "../../protocol/time.ts";
import { refused } from "../facts/refused.ts";
import { ask } from "./ask.ts";

/** As many as the daemon takes at once. */
const AT_ONCE = 500;

/** What became of songs whose files were to be deleted. */
export interface Deleted {
  /** They have no file any more. */
  gone: readonly Id[];
  /** Why the others stay, each reason once, in the page's language. */
  why: readonly string[];
}

/** Asks for it, in parts; where one part is refused, those after it stay as well. */
export async function deleteUploads(tracks: readonly Id[]): Promise<Deleted> {
  const gone: Id[] = [];
  const why = new Set<string>();
  for (let at = 0; at < tracks.length; at += AT_ONCE) {
    const part = tracks.slice(at, at + AT_ONCE);
    const body = { tracks: part };
    const answer = await ask<UploadsDeleted>("/api/library/uploads", { method: "DELETE", body });
    if (!answer.ok) return { gone, why: [...why, answer.reason] };
    const kept = new Map(answer.value.kept.map((each) => [each.id, each]));
    gone.push(...part.filter((id) => !kept.has(id)));
    for (const each of kept.values()) why.add(reasonFor(each));
  }
  return { gone, why: [...why] };
}

const reasonFor = ({ why, code, named }: KeptUpload): string =>
  refused(why, { ...(code && { code }), ...(named && { named }) });
