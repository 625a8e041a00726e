import { Value } from "typebox/value";
import { uuidv7 } from "uuidv7";
import type { Mood } from "../../src/protocol/mood.ts";
import { Settings } from "../../src/protocol/settings.ts";
import { pickNext } from "../../src/recommend/picker.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import type { PickRequest, PickTools } from "../../src/recommend/request.ts";
import { targetOf } from "../../src/recommend/target.ts";
import type { Store } from "../../src/store/store.ts";
import type { Song } from "./made-up-music.ts";
import type { Moment } from "./week.ts";

const settings = Value.Default(Settings, {}) as Settings;
export const restMs = settings.trackRestMinutes * 60_000;

export function toolsOf(store: Store): PickTools {
  const candidates = store.library.candidates.bind(store.library);
  return { candidates, random: seededRandom(1), newId: uuidv7 };
}

/** As the daemon asks with the settings as they come. */
export function requestAt(
  now: number,
  mood: Mood,
  line: readonly { id: string; artists: readonly string[] }[],
): PickRequest {
  return {
    mood,
    looks: { kind: "mixed" },
    policy: "match",
    target: targetOf(mood, "match"),
    now,
    restMs,
    artistRestMs: settings.artistRestMinutes * 60_000,
    adventure: settings.adventure,
    allowExplicit: settings.allowExplicit,
    highestArousal: null,
    shortestMs: settings.shortestSongSeconds * 1_000,
    longestMs: null,
    wishes: { languages: [], artists: [] },
    turn: null,
    unwanted: [],
    languages: [],
    favourites: [],
    lastArtists: line.slice(-1).flatMap(({ artists }) => artists),
    comingArtists: line.flatMap(({ artists }) => artists),
    notTracks: line.map(({ id }) => id),
  };
}

/** The daemon's picker over a real store, which also keeps the history. It chooses while the song before plays. */
export function mien(store: Store, songs: readonly Song[]): (moment: Moment) => Promise<Song> {
  const tools = toolsOf(store);
  const byTitle = new Map(songs.map((song) => [song.title, song]));
  let line: readonly { id: string; artists: readonly string[] }[] = [];
  return async ({ now, mood }) => {
    const result = await pickNext(requestAt(now, mood, line), tools);
    if (result?.pick.item.kind !== "track") throw new Error("The picker found no song.");
    const { track } = result.pick.item;
    const song = byTitle.get(track.title);
    if (song === undefined) throw new Error(`${track.title} is not in the made-up library.`);
    const { pick, slate } = result;
    await store.plays.begin({ pick, startedAt: now, mood, slate, policy: "match", target: slate.target });
    line = [...line, track].slice(-2);
    return song;
  };
}
