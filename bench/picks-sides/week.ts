import { distance } from "../../src/protocol/circumplex.ts";
import type { Mood } from "../../src/protocol/mood.ts";
import type { Song } from "./made-up-music.ts";
import { days, hoursADay, monday, roomOfAWeek } from "./room.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Moment {
  now: number;
  mood: Mood;
  /** What played just before; null at the beginning. */
  before: Song | null;
}

export interface Heard {
  song: Song;
  at: number;
  away: number;
}

/** Plays through the opening hours of a week; `choose` also has to remember what it chose. */
export async function playAWeek(choose: (moment: Moment) => Promise<Song>): Promise<readonly Heard[]> {
  const moodAt = roomOfAWeek();
  const heard: Heard[] = [];
  for (let day = 0; day < days; day += 1) {
    const opening = monday + day * dayMs;
    for (let now = opening; now < opening + hoursADay * hourMs; ) {
      const mood = moodAt(now);
      const song = await choose({ now, mood, before: heard.at(-1)?.song ?? null });
      heard.push({ song, at: now, away: distance(song.at, mood.affect) });
      now += song.durationMs;
    }
  }
  return heard;
}

export interface WeekFigures {
  plays: number;
  distinct: number;
  /** Of all plays those whose song was heard on the same day already. */
  repeatedWithinADay: number;
  /** Songs that came back within three hours of their beginning. */
  withinRest: number;
  artistTwiceInARow: number;
  /** Minutes between two songs of an artist on the same day, from one beginning to the next. */
  shortestArtistGap: number;
  medianArtistGap: number;
  /** Songs that any two of the week's hours have in common, at the most. */
  sharedByTwoHours: number;
  meanDistance: number;
}

export function figuresOf(heard: readonly Heard[], restMs: number): WeekFigures {
  const gaps = gapsBy(heard, ({ song }) => song.artist);
  const sameDay = gaps.filter(({ sameDay }) => sameDay).map(({ gapMs }) => gapMs / 60_000);
  const again = gapsBy(heard, ({ song }) => song.title);
  return {
    plays: heard.length,
    distinct: new Set(heard.map(({ song }) => song.title)).size,
    repeatedWithinADay: again.filter(({ sameDay }) => sameDay).length / heard.length,
    withinRest: again.filter(({ gapMs }) => gapMs < restMs).length,
    artistTwiceInARow: heard.filter(({ song }, index) => song.artist === heard[index - 1]?.song.artist)
      .length,
    shortestArtistGap: Math.min(...sameDay),
    medianArtistGap: sameDay.toSorted((a, b) => a - b)[Math.floor(sameDay.length / 2)] ?? Number.NaN,
    sharedByTwoHours: mostShared(heard),
    meanDistance: heard.reduce((sum, { away }) => sum + away, 0) / heard.length,
  };
}

/** From each play to the one before it of the same kind. */
function gapsBy(heard: readonly Heard[], kindOf: (heard: Heard) => string) {
  const last = new Map<string, number>();
  return heard.flatMap((each) => {
    const kind = kindOf(each);
    const before = last.get(kind);
    last.set(kind, each.at);
    if (before === undefined) return [];
    const dayOf = (at: number): number => Math.floor((at - monday) / dayMs);
    return [{ gapMs: each.at - before, sameDay: dayOf(each.at) === dayOf(before) }];
  });
}

function mostShared(heard: readonly Heard[]): number {
  const hours = new Map<number, Set<string>>();
  for (const { song, at } of heard) {
    const hour = Math.floor((at - monday) / hourMs);
    hours.set(hour, (hours.get(hour) ?? new Set()).add(song.title));
  }
  const sets = [...hours.values()];
  let most = 0;
  for (const [index, one] of sets.entries())
    for (const other of sets.slice(index + 1)) {
      let shared = 0;
      for (const title of one) if (other.has(title)) shared += 1;
      most = Math.max(most, shared);
    }
  return most;
}
