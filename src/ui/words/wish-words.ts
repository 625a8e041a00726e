import type { UnmetWish } from "../../protocol/music.ts";

/** A sentence holds no more names. */
const NAMED = 3;
const by = (artists: readonly string[]): string =>
  artists.length === 0 || artists.length > NAMED ? "by the chosen artists" : `by ${listed(artists)}`;
const sung = (languages: readonly string[]): string =>
  languages.length === 0 || languages.length > NAMED ? "in the chosen languages" : `in ${listed(languages)}`;
const listed = (names: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(names);

/** `within` is how long ago all of it was heard, in words; `songs` how many there are, null for more than were counted. */
interface Unmet {
  songs: number | null;
  because: UnmetWish["because"];
  within: string | null;
}

/** Why nothing of what was wished for was played, and what happens instead. */
export const unmet = {
  by,
  sung,
  artists: (wanted: readonly string[], why: Unmet) => told(by(wanted), why),
  languages: (wanted: readonly string[], why: Unmet) => told(sung(wanted), why),
  instead: (clause: string) => `${clause}, so here is another.`,
  alone: (clause: string) => `${clause}.`,
  minutes: (count: number) => (count === 1 ? "minute" : `${count} minutes`),
  hours: (count: number) => (count === 1 ? "hour" : `${count} hours`),
};

const told = (what: string, { songs, because, within }: Unmet): string =>
  reasons[because](`${every(songs)} ${what}`, what, within);

const every = (songs: number | null): string =>
  songs === 1 ? "The only song" : songs === 2 ? "Both songs" : "Every song";
const was = (songs: string): string => (songs.startsWith("Both") ? "were" : "was");
const is = (songs: string): string => (songs.startsWith("Both") ? "are" : "is");

const reasons: Readonly<
  Record<UnmetWish["because"], (songs: string, what: string, within: string | null) => string>
> = {
  none: (_, what) => `No song ${what} can be played here`,
  explicit: (songs) => `${songs} ${is(songs)} explicit, and explicit songs are not played now`,
  length: (songs) => `${songs} ${is(songs)} longer or shorter than songs are here`,
  quiet: (songs) => `${songs} ${is(songs)} too lively for this hour`,
  mood: (_, what) => `No song ${what} suited the mood`,
  coming: (songs) =>
    `${songs} ${was(songs)} on already, or ${songs.startsWith("Both") ? "come" : "comes"} soon`,
  rest: (songs, _, within) =>
    within === null
      ? `${songs} ${was(songs)} heard not long before`
      : `${songs} ${was(songs)} heard within the last ${within}`,
  "artist-rest": (_, what) => `A song ${what} was on not long before, or comes soon`,
  several: (_, what) => `No song ${what} could be played just now`,
};
