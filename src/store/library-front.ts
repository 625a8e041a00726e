import type { ScannedFile, StoredBatch } from "../protocol/library.ts";
import { type AskedCandidates, askedCandidates } from "./catalogue/asked-candidates.ts";
import { askedTogether } from "./catalogue/asked-together.ts";
import { type CandidatesAnswer, SentTracks } from "./catalogue/sent-tracks.ts";
import type { LibraryTables } from "./library-tables.ts";
import { candidatesWith, queryWith } from "./plays/plays-held.ts";
import type { PlayEntry } from "./plays/plays-writes.ts";
import type { ReaderCalls, WriterCalls } from "./threads/calls.ts";
import type { LastingThread } from "./threads/lasting-thread.ts";
import { knownFiles } from "./tracks/file-reads.ts";

/** So much in one message to a worker that copying it takes the loop under 2 ms (`npm run bench -- store`). */
const filesPerMessage = 200;
const pathsPerMessage = 2000;
/** Each is a transaction of some 100 ms at most. */
const idsPerMessage = 1000;

export interface LibraryFrontOptions {
  writer: LastingThread<WriterCalls>;
  reader: LastingThread<ReaderCalls>;
  /** Plays that are in memory only. */
  held: () => readonly PlayEntry[];
}

/** The library's tables in the daemon. What is long goes to the workers in parts, with the loop free in between. */
export function libraryFront({ writer, reader, held }: LibraryFrontOptions): LibraryTables {
  const sent = new SentTracks();
  const candidates = askedTogether<AskedCandidates, CandidatesAnswer>((queries) =>
    reader.call("candidates", queries),
  );
  let lastBatch = 0;

  /** Sent in parts; written in one transaction. */
  async function put(files: readonly ScannedFile[]): Promise<StoredBatch> {
    const batch = ++lastBatch;
    // Waiting for each answer leaves the loop free in between.
    for (const part of partsOf(files, filesPerMessage)) await writer.call("stage", batch, part);
    return writer.call("putStaged", batch, files.length);
  }

  async function keepOnly(roots: readonly string[]): Promise<number> {
    let marked = 0;
    for (let from: string | null = ""; from !== null; ) {
      const { wentMissing, last }: ReturnType<WriterCalls["keepOnlySome"]> = await writer.call(
        "keepOnlySome",
        roots,
        from,
      );
      marked += wentMissing;
      from = last;
    }
    return marked;
  }

  async function forgetMissing(before: number): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const some = await writer.call("forgetMissingSome", before);
      if (some === 0) return forgotten;
      forgotten += some;
    }
  }

  return {
    stamps: async (root, afterPath, limit) => knownFiles(await reader.call("stamps", root, afterPath, limit)),
    put,
    markMissing: (paths) =>
      sumOver(partsOf(paths, pathsPerMessage), (part) => writer.call("markMissing", part)),
    markPresent: (paths) =>
      sumOver(partsOf(paths, pathsPerMessage), (part) => writer.call("markPresent", part)),
    keepOnly,
    forgetMissing,
    forget: (paths) => sumOver(partsOf(paths, pathsPerMessage), (part) => writer.call("forget", part)),
    markUnplayable: (track, reason) => writer.call("markUnplayable", track, reason),
    counts: () => reader.call("counts"),

    candidates: async (query) => {
      const answer = await candidates(askedCandidates(queryWith(held(), query)));
      return candidatesWith(held(), sent.candidatesOf(answer));
    },
    languages: (rules = null) => reader.call("languages", rules),
    artists: (query) => reader.call("artists", query),
    map: (cells) => reader.call("map", cells),

    track: (id) => reader.call("track", id),
    files: (ids) => reader.call("files", ids),
    countElsewhere: (ids, folder) => reader.call("countElsewhere", ids, folder),
    path: (id) => reader.call("path", id),
    pathsOfSounds: (contentHashes) => reader.call("pathsOfSounds", contentHashes),
    list: (query) => reader.call("list", query),
    page: (after, limit) => reader.call("page", after, limit),

    correct: (tracks, point, by = "person", still = undefined) =>
      sumOver(partsOf(tracks, idsPerMessage), (part) => writer.call("correct", part, point, by, still)),
    corrections: (after, limit) => reader.call("corrections", after, limit),
    evidence: (track) => reader.call("evidence", track),

    block: (target, blocked, until = null) => writer.call("block", target, blocked, until),
    liftBlocks: (until) => writer.call("liftBlocks", until),
    blocks: () => reader.call("blocks"),

    awaitingSound: (query) => reader.call("awaitingSound", query),
    putSound: (track, estimate) => writer.call("putSound", track, estimate),
    sound: (track) => reader.call("sound", track),
    soundCounts: (query) => reader.call("soundCounts", query),
    awaitingCovers: (limit, version) => reader.call("awaitingCovers", limit, version),
    putCovers: (covers, version) => writer.call("putCovers", covers, version),
    coverHash: (track) => reader.call("coverHash", track),
    coverHashes: (after, limit) => reader.call("coverHashes", after, limit),
    coverCounts: (version) => reader.call("coverCounts", version),
  };
}

async function sumOver<Part>(parts: Iterable<Part>, ask: (part: Part) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const part of parts) sum += await ask(part);
  return sum;
}

function* partsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
