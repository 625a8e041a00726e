import type { Database } from "better-sqlite3";
import type { TrackAffect } from "../../protocol/music.ts";
import type { FileWords, TrackWrites } from "./track-writes.ts";

/** Ten thousand files of the same silence must not make one track's row slow. */
const copiesHeard = 16;
const alsoAtMost = 2000;

/**
 * Several files with the same sound are one track, so that a song that rests, is blocked or was placed by a person is
 * so whichever copy would play. The first file that is there names it; the words of the others count in the search,
 * and what they say of its mood counts too. For that each of them is remembered, as long as there are several.
 */
export function copies(database: Database, tracks: TrackWrites) {
  const others = database
    .prepare<[number, string], 1>("SELECT 1 FROM files WHERE track_seq = ? AND path <> ? LIMIT 1")
    .pluck();
  const unheard = database
    .prepare<[number, string], 1>(
      "SELECT 1 FROM files WHERE track_seq = ? AND path <> ? AND said IS NULL LIMIT 1",
    )
    .pluck();
  const remember = database.prepare<[string, number, string]>(
    "UPDATE files SET said = ? WHERE track_seq = ? AND path <> ? AND said IS NULL",
  );
  const present = database
    .prepare<[number], string | null>(
      `SELECT said FROM files WHERE track_seq = ? AND missing_since IS NULL AND outside_since IS NULL
       ORDER BY rowid LIMIT ${copiesHeard}`,
    )
    .pluck();
  // A lone file's words are its track's row again.
  const forgetWords = database.prepare<{ seq: number }>(
    `UPDATE files SET said = NULL WHERE track_seq = @seq AND said IS NOT NULL
       AND (SELECT count(*) FROM files WHERE track_seq = @seq) = 1`,
  );
  const leave = database.prepare<[number]>("UPDATE tracks SET present = 0 WHERE seq = ? AND present = 1");
  const comeBack = database.prepare<[number]>("UPDATE tracks SET present = 1 WHERE seq = ? AND present = 0");

  return {
    /** Before a file of this track is put: whether there are others, whose words are kept from being overwritten. */
    besides: (seq: number, path: string): boolean => {
      if (others.get(seq, path) === undefined) return false;
      if (unheard.get(seq, path) !== undefined) remember.run(JSON.stringify(tracks.words(seq)), seq, path);
      return true;
    },
    /** After files of this track came or went: whether it is there, and what it is called. */
    settle: (seq: number): void => {
      const said = present.all(seq);
      if (said.length === 0) {
        leave.run(seq);
        return;
      }
      if (said.some((words) => words !== null)) {
        const heard = said.map((words) =>
          words === null ? tracks.words(seq) : (JSON.parse(words) as FileWords),
        );
        const first = heard[0] as FileWords;
        tracks.change(seq, { ...first, affects: surestOfEach(heard) }, otherNames(first, heard));
        forgetWords.run({ seq });
      } else comeBack.run(seq);
    },
  };
}

/** Of each source the surest that any copy tells; of equals the first. */
function surestOfEach(heard: readonly FileWords[]): readonly TrackAffect[] {
  const bySource = new Map<string, TrackAffect>();
  for (const affect of heard.flatMap(({ affects }) => affects)) {
    const known = bySource.get(affect.from);
    if (known === undefined || affect.confidence > known.confidence) bySource.set(affect.from, affect);
  }
  return [...bySource.values()];
}

function otherNames(first: FileWords, heard: readonly FileWords[]): string | null {
  const own = new Set(namesIn(first));
  const others = new Set(heard.flatMap(namesIn).filter((name) => !own.has(name)));
  return others.size === 0 ? null : [...others].join(" ").slice(0, alsoAtMost);
}

function namesIn({ title, artists, album }: FileWords): readonly string[] {
  return [title, ...artists, ...(album === null ? [] : [album])];
}
