import type { MusicFileKind } from "../../protocol/music-in.ts";
import { perLanguage } from "../languages/tables.ts";
import type { UploadRow } from "../link/upload-queue.ts";
import { musicInWords } from "../words/music-in-words.ts";
import { words } from "../words/words.ts";

/** Rows that are listed by name; thousands would help nobody. */
const LISTED = 60;

export interface UploadView {
  /** How many are over. */
  done: number;
  /** 0 to 1, of all files, those on their way by their share. */
  share: number;
  summary: string;
  /**
   * Those that tell something first: failures, then what is on its way, then what waits, then the rest. What is no music
   * is named last, where it is one file; a folder may be full of it.
   */
  listed: readonly UploadRow[];
  more: number;
}

const ORDER: readonly UploadRow["state"][] = [
  "failed",
  "sending",
  "waiting",
  "kept",
  "already-here",
  "left-out",
];

export function uploadView(rows: readonly UploadRow[]): UploadView {
  const by = Object.fromEntries(ORDER.map((state) => [state, [] as UploadRow[]])) as Record<
    UploadRow["state"],
    UploadRow[]
  >;
  for (const row of rows) by[row.state].push(row);
  const keptAs = (kind: MusicFileKind): number => by.kept.filter((row) => row.kind === kind).length;
  const leftOut = by["left-out"].length;
  const done = by.failed.length + by.kept.length + by["already-here"].length + leftOut;
  const carried = by.sending.reduce((sum, { share }) => sum + share, done);
  const ordered = ORDER.flatMap((state) => (state === "left-out" && leftOut > 1 ? [] : by[state]));
  return {
    done,
    share: rows.length === 0 ? 0 : carried / rows.length,
    summary: summary({
      songs: keptAs("music"),
      covers: keptAs("picture"),
      playlists: keptAs("playlist"),
      here: by["already-here"].length,
      failed: by.failed.length,
      leftOut,
    }),
    listed: ordered.slice(0, LISTED),
    more: Math.max(0, ordered.length - LISTED),
  };
}

const list = perLanguage((tag) => new Intl.ListFormat(tag));

/** "3 songs and 2 covers added, one here already". */
function summary(counts: Record<"songs" | "covers" | "playlists" | "here" | "failed" | "leftOut", number>) {
  const { add } = musicInWords;
  const { songs, covers, playlists, here, failed, leftOut } = counts;
  const kept = songs + covers + playlists;
  const kinds = [
    songs > 0 || kept === 0 ? add.kinds.songs(songs) : "",
    covers > 0 ? add.kinds.covers(covers) : "",
    playlists > 0 ? add.kinds.playlists(playlists) : "",
  ].filter(isSaid);
  return [
    kept > 0 || here + failed + leftOut === 0 ? add.added(list().format(kinds)) : "",
    here > 0 ? add.here(here) : "",
    failed > 0 ? add.failed(failed) : "",
    leftOut > 0 ? add.leftOut(leftOut) : "",
  ]
    .filter(isSaid)
    .join(words.comma);
}

const isSaid = (text: string): boolean => text !== "";
