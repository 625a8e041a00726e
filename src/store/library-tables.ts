import type {
  Candidate,
  CandidateQuery,
  KnownFile,
  MoodMap,
  ScannedFile,
  SoundEstimate,
  StoredBatch,
  TodaysRules,
} from "../protocol/library.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";
import type { AffectSource, Track, TrackAffect } from "../protocol/music.ts";
import type { EpochMs, Id } from "../protocol/time.ts";

export interface LibraryTables
  extends FileTables,
    ChoiceTables,
    ListTables,
    AffectTables,
    BlockTables,
    BackgroundTables {}

/** What a scan tells and asks. */
export interface FileTables {
  /**
   * What is known of the files below a root, for an incremental scan, in pages by path (in the order of its UTF-8
   * bytes; `""` begins): the missing ones too, and those whose root is away, by which a mount point is known.
   */
  stamps(root: string, afterPath: string, limit: number): Promise<readonly KnownFile[]>;
  /**
   * One transaction: at most some hundred files, so that what a person does meanwhile need not wait. New files make
   * tracks. A known content hash at a new path keeps its track and counts as moved, be it a move or a second copy.
   * A changed file keeps its track too, unless a copy of the old song is still there. Files with the same sound are
   * one track, named by the first of them; each one's words count for the mood and in the search. A broken file is
   * known by its path alone. What a person said of a track stays. `disk-full`: nothing of the batch was kept.
   */
  put(files: readonly ScannedFile[]): Promise<StoredBatch>;
  /** Files that are gone. Their tracks stay for the history, but are no candidates. Answers how many were marked. */
  markMissing(paths: readonly string[]): Promise<number>;
  /** Files that were missing and are back as they were: a stick need not be read again. Answers how many were marked. */
  markPresent(paths: readonly string[]): Promise<number>;
  /**
   * Every file outside these roots is missing from now on (and present again when its root comes back).
   * Answers how many went missing.
   */
  keepOnly(roots: readonly string[]): Promise<number>;
  /**
   * Forgets files that have been missing since before then, and the tracks that have none left. A track that was
   * played, is blocked, or that somebody here placed or likes stays for when it comes back. Answers how many files were forgotten.
   */
  forgetMissing(before: EpochMs): Promise<number>;
  /** Forgets files that somebody took away for good, at once, and their tracks as `forgetMissing` does. Answers how many. */
  forget(paths: readonly string[]): Promise<number>;
  /** Until the file is put again. An unknown track is no error. */
  markUnplayable(track: Id, reason: string): Promise<void>;
  /** Tracks with a present file, and how many of them can't be played. */
  counts(): Promise<{ tracks: number; unplayable: number }>;
}

/** What a picker asks, and what people can choose from. */
export interface ChoiceTables {
  /**
   * Tracks with an affect and a present file that may be chosen, nearest first; of those at the same distance
   * the one that was heard longest ago first, so that a library of few moods goes round.
   */
  candidates(query: CandidateQuery): Promise<readonly Candidate[]>;
  /** By their first part (`en` of `en-GB`), of tracks that could be played, or may be by these rules; most first. */
  languages(rules?: TodaysRules | null): Promise<readonly { language: string; tracks: number }[]>;
  /**
   * Artists with tracks that could be played, most first. With a search (any part of the name, whatever its case and
   * accents) those whose names begin with it come before the others. Blocked ones are left out. With rules, only songs
   * that the picker could take by them count.
   */
  artists(query: {
    search: string | null;
    limit: number;
    rules?: TodaysRules | null;
  }): Promise<readonly { name: string; tracks: number }[]>;
  /** What could be played, by where it stands: `cells` squares along each axis, 1 to 100. */
  map(cells: number): Promise<MoodMap>;
}

/** Of a track must hold what is given. */
export interface TrackFilter {
  /** Who says where it stands; `none` where nobody does. */
  from?: AffectSource | "none";
  /** Only tracks that stand somewhere, the nearest to this point first. */
  near?: Affect;
  /** Only tracks whose place is called so. */
  mood?: MoodLabel;
  unplayable?: boolean;
  /** Only tracks that may be played by these rules, and that nobody has blocked. */
  rules?: TodaysRules;
}

export interface ListQuery {
  search: string | null;
  limit: number;
  offset: number;
  filter?: TrackFilter;
  /** Where nothing is found, what somebody may have meant who mistyped. */
  orNearly?: boolean;
  /** What goes first where neither a search nor `near` orders: by title unless told otherwise. */
  order?: "title" | "newest";
}

export interface TrackList {
  /** Of all pages. A search ends at 1,000: then this is 1,000 and `more` is true. */
  total: number;
  more: boolean;
  /** The index of the search is being made anew, as after an update: some that would fit may not be found yet. */
  partial: boolean;
  /** None of it is what was typed: only what may have been meant. */
  nearly?: true;
  tracks: readonly Track[];
}

export interface ListTables {
  /** Also one whose files are all missing. */
  track(id: Id): Promise<Track | null>;
  /** Every file that is known of each of these tracks, missing ones too; none of an unknown track. */
  files(ids: readonly Id[]): Promise<readonly (readonly string[])[]>;
  /** How many of these tracks have a present file that lies elsewhere than in this folder. */
  countElsewhere(ids: readonly Id[], folder: string): Promise<number>;
  /** A present file of the track, to be played. */
  path(id: Id): Promise<string | null>;
  /** A present file with each of these sounds, by content hash; null where there is none. */
  pathsOfSounds(contentHashes: readonly string[]): Promise<readonly (string | null)[]>;
  /**
   * Tracks with a present file, by title; with a search (words or beginnings of words in title, artists, album
   * and genres, whatever their case and accents) the most fitting first.
   */
  list(query: ListQuery): Promise<TrackList>;
  /** Every track with a present file, and that file, in pages: `after` is the last `seq`, 0 at the beginning. */
  page(after: number, limit: number): Promise<readonly { seq: number; track: Track; path: string }[]>;
}

/** Where tracks stand, and who says so. */
export interface AffectTables {
  /**
   * The owner's word for many tracks at once, or a guest's, which holds where the owner says nothing; null takes it back.
   * With `still`, only where their word is that one yet, null where they have none. Answers how many it was done to.
   */
  correct(
    tracks: readonly Id[],
    point: Affect | null,
    by?: "person" | "guest",
    still?: Affect | null,
  ): Promise<number>;
  /** Tracks that the owner placed, in pages: `after` is the last `seq`, 0 at the beginning. */
  corrections(
    after: number,
    limit: number,
  ): Promise<readonly { seq: number; track: Id; title: string; artists: readonly string[]; point: Affect }[]>;
  /** What each source says of one track; the first is the one that holds. */
  evidence(track: Id): Promise<readonly TrackAffect[]>;
}

/** A track by its id, or every track by an artist (compared without case). */
export type BlockTarget = { track: Id } | { artist: string };

/** With each the time at which it ends by itself; null where it holds until it is taken back. */
export interface Blocks {
  tracks: readonly { id: Id; title: string; artists: readonly string[]; until: EpochMs | null }[];
  artists: readonly { name: string; until: EpochMs | null }[];
}

export interface BlockTables {
  /**
   * Blocked songs are never candidates. An artist may be blocked before there is any track of theirs. Without `until`
   * it holds until it is taken back; of two blocks the one that holds longer counts.
   */
  block(target: BlockTarget, blocked: boolean, until?: EpochMs | null): Promise<void>;
  /** Ends blocks that hold until then or earlier. Answers how many. */
  liftBlocks(until: EpochMs): Promise<number>;
  blocks(): Promise<Blocks>;
}

/** What is worked out of present, playable tracks in the background, each piece by a version of its maker. */
export interface BackgroundTables {
  /**
   * Tracks without an estimate of this version, those of which no person's tag, playlist or folder tells first. What
   * lies in the folder `without` is passed over.
   */
  awaitingSound(query: {
    version: string;
    limit: number;
    without: string | null;
  }): Promise<readonly { track: Id; path: string; durationMs: number }[]>;
  /** Also that a track can't be estimated, so that it isn't tried again. An unknown track is no error. */
  putSound(track: Id, estimate: SoundEstimate | { version: string; failed: string }): Promise<void>;
  /** What was put, to be explained. */
  sound(track: Id): Promise<SoundEstimate | { version: string; failed: string } | null>;
  soundCounts(query: { version: string; without: string | null }): Promise<{ done: number; of: number }>;
  /** Tracks with a picture that no thumbnails of this version were made of. */
  awaitingCovers(
    limit: number,
    version: string,
  ): Promise<readonly { track: Id; path: string; cover: NonNullable<Track["cover"]> }[]>;
  /**
   * In one transaction: the hash that each track's thumbnails are named by; null where the picture is none. An unknown
   * track is no error.
   */
  putCovers(covers: readonly { track: Id; hash: string | null }[], version: string): Promise<void>;
  /** Null where no thumbnails were made yet, or could be. */
  coverHash(track: Id): Promise<string | null>;
  /** Every hash that a track goes by, in order, in pages: `after` is the last one, `""` at the beginning. */
  coverHashes(after: string, limit: number): Promise<readonly string[]>;
  coverCounts(version: string): Promise<{ done: number; of: number }>;
}
