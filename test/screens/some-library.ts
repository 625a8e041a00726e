import type { LibraryMap, MoodFill, PolicyEffect } from "../../src/protocol/figures.ts";
import type { MoodLabel } from "../../src/protocol/mood.ts";
import type { AffectSource, Track } from "../../src/protocol/music.ts";
import type { CopyState, Drive, UploadsState } from "../../src/protocol/music-in.ts";
import { someTrack } from "../../src/ui/testing-state.ts";
import type { Told } from "./pages-alone.ts";

const sources: readonly AffectSource[] = ["tag", "genre", "sound", "folder", "person", "playlist"];
const longTitle =
  "Der Donaudampfschifffahrtsgesellschaftskapitän erinnert sich an einen Sommer, der niemals ganz zu Ende ging";

/** Songs of all kinds: every source, without a mood, broken, and with words that are too long for any row. */
export const songs: readonly Track[] = Array.from({ length: 60 }, (_, index) =>
  someTrack({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    title:
      index % 9 === 4
        ? longTitle
        : `${["Slow Orange Bus", "Kite Weather", "Good Bread"][index % 3]} ${index + 1}`,
    artists:
      index % 9 === 4
        ? ["Orchestre Philharmonique de Radio France"]
        : [["Ida Fenn", "Ana Lúz"][index % 2] ?? ""],
    album: index % 4 === 0 ? null : "Rooms with a View",
    affect:
      index % 5 === 3
        ? null
        : {
            point: { valence: Math.sin(index * 2.4) * 0.8, arousal: Math.cos(index * 1.7) * 0.8 },
            confidence: index % 2 ? 1 : 0.4,
            from: sources[index % sources.length] ?? "tag",
          },
    unplayable:
      index % 17 === 6 ? "The file breaks off within its sound: it was cut short. Copy it again." : null,
  }),
);

const evidence = {
  evidence: [
    { point: { valence: 0.6, arousal: 0.5 }, confidence: 1, from: "person" },
    { point: { valence: -0.4, arousal: -0.3 }, confidence: 1, from: "tag", word: "mellow" },
    {
      point: { valence: 0.1, arousal: 0.3 },
      confidence: 0.4,
      from: "genre",
      word: "Neo-Soul, Traditional Singer-Songwriter…",
    },
  ],
  sound: { version: "1", point: { valence: 0.4, arousal: -0.4 }, confidence: 0.32, features: {} },
};

/** A grid as the daemon's: most of the music is pleasant and fairly lively, and nothing is dark and driving. */
const cells = Array.from({ length: 400 }, (_, index) => {
  const valence = -0.95 + 0.1 * (index % 20);
  const arousal = -0.95 + 0.1 * Math.floor(index / 20);
  const hill = (v: number, a: number, wide: number) =>
    Math.exp(-((valence - v) ** 2 + (arousal - a) ** 2) / wide ** 2);
  const music = 900 * hill(0.65, 0.5, 0.28) + 80 * hill(0.45, 0.05, 0.4) + 6 * hill(0.3, -0.55, 0.3);
  const tracks = Math.round(music + 3 * hill(-0.4, -0.35, 0.22) + 3 * hill(0, 0, 0.3));
  return { valence, arousal, tracks, minutes: tracks * 4 };
}).filter(({ valence, arousal }) => Math.hypot(valence, arousal) < 1.1);
const mood = (label: MoodLabel, minutes: number): MoodFill => ({
  label,
  tracks: Math.round(minutes / 4),
  minutes,
  fillsAnHour: minutes >= 60,
  fillsADay: minutes >= 600,
  missing: Math.max(0, Math.ceil((60 - minutes) / 4)),
  missingForADay: Math.max(0, Math.ceil((600 - minutes) / 4)),
  missingMinutes: Math.max(0, 60 - minutes),
  missingMinutesForADay: Math.max(0, 600 - minutes),
  genres:
    { calm: ["Ambient", "Piano"], gloomy: ["Trip hop", "Nocturne", "Fado"], even: ["Lounge"] }[
      label as string
    ] ?? [],
  around: { valence: 0, arousal: 0 },
});

export const libraryMap: LibraryMap = {
  cells,
  unplaced: 1_204,
  moods: [
    mood("elated", 9_600),
    mood("content", 620),
    mood("calm", 85),
    mood("gloomy", 44),
    mood("tense", 0),
    mood("even", 61),
  ],
  thin: Array.from({ length: 400 }, (_, index) => ({
    valence: -0.95 + 0.1 * (index % 20),
    arousal: -0.95 + 0.1 * Math.floor(index / 20),
  })).filter(
    ({ valence, arousal }) =>
      Math.hypot(valence + 0.5, arousal - 0.5) <= 0.45 || Math.hypot(valence + 0.6, arousal + 0.4) <= 0.3,
  ),
};

const some = (mean: number, width: number) => ({ mean, low: mean - width, high: mean + width });
export const effects: readonly PolicyEffect[] = [
  {
    policy: "match",
    songs: 1_240,
    plain: { valence: some(0.01, 0.02), arousal: some(0, 0.02) },
    valence: null,
    arousal: null,
    intended: null,
    verdict: "yardstick",
  },
  {
    policy: "lift",
    songs: 184,
    plain: { valence: some(0.2, 0.06), arousal: some(0.04, 0.07) },
    valence: some(0.12, 0.07),
    arousal: some(0.01, 0.07),
    intended: some(0.12, 0.07),
    verdict: "improved",
  },
  {
    policy: "energise",
    songs: 61,
    plain: { valence: some(0, 0.1), arousal: some(0.05, 0.1) },
    valence: some(0, 0.1),
    arousal: some(0.02, 0.11),
    intended: some(0.02, 0.11),
    verdict: "no-effect-seen",
  },
  {
    policy: "calm",
    songs: 3,
    plain: null,
    valence: null,
    arousal: null,
    intended: null,
    verdict: "too-few",
  },
];

const uploads: UploadsState = {
  folder: "/home/mien/.local/share/mien/music",
  freeBytes: 51_234_000_000,
  maxFileBytes: 2_147_483_648,
  running: [],
};
const drives: readonly Drive[] = [
  { path: "/media/usb0", label: "MUSIC", totalBytes: 15_500_000_000, freeBytes: 1_200_000_000 },
];
const copying: CopyState = {
  state: "copying",
  from: "/media/usb0",
  to: "/home/mien/.local/share/mien/music/MUSIC",
  files: { done: 12, of: 340, alreadyHere: 3 },
  bytes: { done: 910_000_000, of: 2_900_000_000 },
  leftMs: 143_000,
  failures: [{ path: "Album/Broken.mp3", reason: "The file can't be read (EIO)." }],
  failed: 1,
  detail: null,
};

/** What a daemon with this library would answer; `told` outranks it, by path. */
export function someLibrary(told: Readonly<Record<string, Told>> = {}) {
  return (url: URL, method: string): Told | null => {
    const { pathname, searchParams } = url;
    const own = told[`${method} ${pathname}`] ?? told[pathname];
    if (own) return own;
    if (/\/cover$/.test(pathname)) return someCover(pathname);
    if (/\/evidence$/.test(pathname)) return { json: evidence };
    if (/tracks\/[^/]+$/.test(pathname))
      return { json: { ...songs[0], path: "/home/mien/music/Rooms with a View/01 Slow Orange Bus.flac" } };
    switch (pathname) {
      case "/api/session":
        return { json: { role: "admin", seat: "admin", person: null } };
      case "/api/library/tracks": {
        const offset = Number(searchParams.get("offset") ?? 0);
        const found = songs.filter(({ title }) =>
          title.toLowerCase().includes(searchParams.get("search") ?? ""),
        );
        return { json: { total: found.length, more: false, tracks: found.slice(offset, offset + 100) } };
      }
      case "/api/library/blocks":
        return {
          json: {
            tracks: [
              { id: "b", title: longTitle, artists: ["Ida Fenn"], until: null },
              { id: songs[2]?.id, title: songs[2]?.title, artists: ["Ida Fenn"], until: null },
            ],
            artists: [{ name: "Hollow Coast", until: 1_763_812_800_000 }],
          },
        };
      case "/api/library/corrections":
        // All of them, however many.
        return { json: { changed: 1_000 } };
      case "/api/library/map":
        return { json: libraryMap };
      case "/api/effect":
        return { json: effects };
      case "/api/library/uploads":
        return method === "PUT"
          ? { status: 201, json: { result: "kept", path: searchParams.get("path"), kind: "music" } }
          : { json: uploads };
      case "/api/library/drives":
        return { json: drives };
      case "/api/library/copies":
        return { json: copying };
      default:
        return null;
    }
  };
}

/** A cover of one colour; another one for each song. */
export function someCover(seed: string): Told {
  const hue = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 37;
  const fill = `oklch(60% 0.12 ${hue % 360})`;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="${fill}"/></svg>`;
  return { body, type: "image/svg+xml" };
}
