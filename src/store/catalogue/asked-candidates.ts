import type { CandidateQuery } from "../../protocol/library.ts";
import type { Id } from "../../protocol/time.ts";

/** Ids on their way to the reader: one string, which is copied in no time and known again when it comes once more. */
export type JoinedIds = string;

/** A question as it goes to the reader: whoever is here may have thousands of songs named in it. */
export type AskedCandidates = Omit<CandidateQuery, "notTracks" | "onlyTracks"> & {
  notTracks: JoinedIds;
  /** Null for any. */
  onlyTracks: JoinedIds | null;
};

export function askedCandidates({ notTracks, onlyTracks, ...query }: CandidateQuery): AskedCandidates {
  return {
    ...query,
    notTracks: joined(notTracks),
    onlyTracks: onlyTracks === undefined ? null : joined(onlyTracks),
  };
}

const between = "\n";
const known = new WeakMap<readonly Id[], JoinedIds>();

/** Once for each list, which the questions of a pick share. */
function joined(ids: readonly Id[]): JoinedIds {
  const made = known.get(ids) ?? ids.join(between);
  known.set(ids, made);
  return made;
}

export function idsOf(ids: JoinedIds): readonly Id[] {
  return ids === "" ? [] : ids.split(between);
}
