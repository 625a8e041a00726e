import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CandidateQuery, PlayBegun, ScannedFile } from "../protocol/library.ts";
import type { Track, TrackAffect } from "../protocol/music.ts";
import { openStore, type StoreOptions } from "./open.ts";
import type { Store } from "./store.ts";

export interface TestStore {
  store: Store;
  file: string;
  /** What the store warned of, in its order. */
  warnings: string[];
  /** Closes the store and opens the same database anew. */
  reopen(): Promise<TestStore>;
  /** Closes the store and removes its folder. */
  remove(): Promise<void>;
}

/** A real store in a folder of its own, for tests of any room. */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  return openIn(await mkdtemp(join(tmpdir(), "mien-store-")), options);
}

async function openIn(folder: string, options: Partial<StoreOptions>): Promise<TestStore> {
  const file = options.file ?? join(folder, "mien.db");
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message) };
  const store = await openStore({ log, ...options, file });
  const remove = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  const reopen = async (): Promise<TestStore> => {
    await store.close();
    return openIn(folder, options);
  };
  return { store, file, warnings, reopen, remove };
}

/** `affect` for a file with one word about its mood, or with none. */
type SomeTrack = Partial<ScannedFile["track"]> & { affect?: TrackAffect | null };

/** A playable file as a scan would tell it; what matters to a test is given. */
export function scannedFile(
  path: string,
  {
    track: { affect, ...track } = {},
    ...given
  }: Partial<Omit<ScannedFile, "track">> & { track?: SomeTrack } = {},
): ScannedFile {
  return {
    path,
    root: "/music",
    size: 4_000_000,
    modifiedAt: 1_700_000_000_000,
    readWith: "1",
    contentHash: `hash of ${path}`,
    ...given,
    track: {
      title: path,
      artists: ["The Examples"],
      album: null,
      year: null,
      genres: [],
      languages: [],
      durationMs: 180_000,
      explicit: null,
      gainDb: null,
      cover: null,
      bpm: null,
      isrc: null,
      affects: affect === null ? [] : [affect ?? somewhere],
      unplayable: null,
      ...track,
    },
  };
}

const somewhere: TrackAffect = { point: { valence: 0.5, arousal: 0.5 }, confidence: 0.8, from: "tag" };

/** A question that every playable track with an affect answers. */
export function anyCandidate(given: Partial<CandidateQuery> = {}): CandidateQuery {
  return {
    target: { valence: 0, arousal: 0 },
    notPlayedSince: Number.MAX_SAFE_INTEGER,
    notArtists: [],
    notTracks: [],
    allowExplicit: true,
    languages: null,
    onlyArtists: null,
    shortestMs: null,
    longestMs: null,
    highestArousal: null,
    limit: 500,
    ...given,
  };
}

/** A song that begins, chosen by the picker. */
export function playBegun(pickId: string, track: Track, given: Partial<PlayBegun> = {}): PlayBegun {
  return {
    pick: {
      id: pickId,
      item: { kind: "track", track },
      pickedAt: 1_700_000_000_000,
      reasons: [{ kind: "rested", lastPlayedAt: null }],
      draw: { pickerVersion: "1", probability: 0.25, candidates: 4, score: 0.5 },
    },
    startedAt: 1_700_000_001_000,
    mood: {
      affect: { valence: 0.4, arousal: -0.2 },
      label: "content",
      confidence: 0.7,
      since: 1_700_000_000_000,
      until: null,
      basis: "faces",
    },
    slate: null,
    policy: null,
    target: null,
    ...given,
  };
}
