import { distance } from "../../src/protocol/circumplex.ts";
import { seededRandom } from "../../src/recommend/random.ts";
import { reachOf, targetOf } from "../../src/recommend/target.ts";
import type { Song } from "./made-up-music.ts";
import type { Moment } from "./week.ts";

/** What suits the mood, as our picker's first circle has it; what is nearest where nothing does. */
function suiting(songs: readonly Song[], { mood, before }: Moment): readonly Song[] {
  const target = targetOf(mood, "match");
  const allowed = songs.filter((song) => !song.explicit && song !== before);
  const inside = allowed.filter(({ at }) => distance(at, target.point) <= reachOf(target));
  if (inside.length > 0) return inside;
  const least = Math.min(...allowed.map(({ at }) => distance(at, target.point)));
  return allowed.filter(({ at }) => distance(at, target.point) === least);
}

/** Any song that suits: what a playlist per mood in shuffle mode does, drawn anew for each song. */
export function shuffler(songs: readonly Song[]): (moment: Moment) => Promise<Song> {
  const random = seededRandom(1);
  return async (moment) => anyOf(suiting(songs, moment), random);
}

/** Of the songs that suit the one that was heard longest ago; any of those that never were. */
export function leastRecent(songs: readonly Song[]): (moment: Moment) => Promise<Song> {
  const random = seededRandom(1);
  const last = new Map<Song, number>();
  const age = (song: Song): number => last.get(song) ?? Number.NEGATIVE_INFINITY;
  return async (moment) => {
    const fitting = suiting(songs, moment);
    const oldest = fitting.reduce((least, song) => Math.min(least, age(song)), Number.POSITIVE_INFINITY);
    const song = anyOf(
      fitting.filter((each) => age(each) === oldest),
      random,
    );
    last.set(song, moment.now);
    return song;
  };
}

function anyOf(songs: readonly Song[], random: () => number): Song {
  const song = songs[Math.floor(random() * songs.length)];
  if (song === undefined) throw new Error("There is no song to choose from.");
  return song;
}
