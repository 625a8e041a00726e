import { vi } from "vitest";
import type { Pick, PlayItem } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import { Player, type PlayerOptions } from "./player.ts";
import { FakeOutput } from "./testing-output.ts";

export const system: Actor = { kind: "system" };
export const visitor: Actor = { kind: "guest", sessionId: "a visitor" };

export const quiet = { info: () => undefined, warn: () => undefined };

export function pickNumber(n: number): Pick {
  const item = { kind: "announcement", title: `/music/${n}` } as const;
  return { id: `${n}`, item, pickedAt: 0, reasons: [], draw: null };
}

const titleOf = (item: PlayItem): string => (item.kind === "announcement" ? item.title : "");

/** With a length, as songs of the library have one. */
export function trackPick(n: number, durationMs: number): Pick {
  const unknown = { album: null, year: null, explicit: null, gainDb: null, cover: null, bpm: null };
  const track = {
    ...{ id: `${n}`, uri: `local:${n}` as const, title: `${n}`, artists: [], durationMs },
    ...{ ...unknown, genres: [], languages: [], isrc: null, affect: null, unplayable: null },
  };
  return { ...pickNumber(n), item: { kind: "track", track } };
}

/** A player that has started, with a speaker and a silent output that both go by hand; needs fake timers. */
export async function playerOnFakes(
  options: {
    durationMs?: number;
    /** Why nothing can be chosen; songs unless told. */
    unavailable?: string;
    /** How many songs there are; no end unless told. */
    songs?: number;
    gone?: readonly string[];
    /** Why nobody can say where a file is, from the first song on; but those of the last resort. */
    lost?: string;
    /** What plays when nothing else can. */
    lastResort?: () => Pick | null;
    /** The library is looked through for its first songs. */
    looking?: boolean;
    /** A speaker between the two. */
    another?: FakeOutput;
    watchCards?: NonNullable<PlayerOptions["watchCards"]>;
    prepare?: (fakes: { speaker: FakeOutput; silent: FakeOutput }) => void;
  } = {},
) {
  const { durationMs = 180_000, songs = Number.POSITIVE_INFINITY, gone = [], prepare } = options;
  const speaker = new FakeOutput({ durationMs });
  const silent = new FakeOutput({ durationMs });
  const music = {
    looking: options.looking ?? false,
    songs,
    asked: 0,
    unavailable: options.unavailable,
    lost: options.lost,
  };
  const { lastResort } = options;
  const pieces = new Set<string>();
  const nextPiece = (): Pick | null => {
    const piece = lastResort?.() ?? null;
    if (piece !== null) pieces.add(titleOf(piece.item));
    return piece;
  };
  const lines: string[] = [];
  const warnings: string[] = [];
  let changed = 0;
  const player = new Player({
    outputs: [
      { name: "speaker", output: speaker },
      ...(options.another ? [{ name: "another", output: options.another }] : []),
      { name: "silent", output: silent },
    ],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async (item) => {
      const path = titleOf(item);
      if (music.lost !== undefined && !pieces.has(path)) return { unavailable: music.lost };
      return gone.includes(path) ? null : { path, gainDb: null };
    },
    next: async () => {
      music.asked += 1;
      if (music.unavailable !== undefined) return { unavailable: music.unavailable };
      return music.asked > music.songs ? null : pickNumber(music.asked);
    },
    lastResort: nextPiece,
    ...(options.watchCards && { watchCards: options.watchCards }),
    musicMayCome: () => music.looking,
    volume: 0.5,
    log: { info: () => undefined, warn: (_, text) => void warnings.push(text) },
  });
  player.on((event) => {
    if (event.type === "changed") changed += 1;
    if (event.type === "began") lines.push(`began ${event.pick.id}`);
    if (event.type === "ended") {
      const { how, by, heardMs } = event.end;
      lines.push(`ended ${event.pick.id} ${how} by ${by?.kind ?? "nobody"} after ${heardMs}`);
    }
  });
  prepare?.({ speaker, silent });
  await player.start();
  await vi.advanceTimersByTimeAsync(0);
  /** The clock of the wall and those of both outputs go on together. */
  const time = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      const step = Math.min(250, left);
      await vi.advanceTimersByTimeAsync(step);
      speaker.advance(step);
      silent.advance(step);
      options.another?.advance(step);
    }
    await vi.advanceTimersByTimeAsync(0);
  };
  return { player, speaker, silent, music, warnings, events: () => [...lines], changes: () => changed, time };
}
