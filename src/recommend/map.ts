import { distance } from "../protocol/circumplex.ts";
import type { LibraryMap, MoodFill } from "../protocol/figures.ts";
import type { MoodMap } from "../protocol/library.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";

/** Within this distance a track suits a mood that is sure, with the policy `match` (see `target.ts`). */
const reach = 0.45;
/** Where the library has none to go by. */
const usualSongMinutes = 3.5;

export interface MapQuestion {
  map: MoodMap;
  /** Squares along each axis of that map. */
  cells: number;
  /** Where the moods stand. */
  points: Readonly<Record<MoodLabel, Affect>>;
  /** How long a song rests after it began. */
  restMinutes: number;
}

/** What can be told of moods without looking at single songs. */
export interface JudgedMap extends MoodMap {
  moods: readonly Omit<MoodFill, "genres">[];
  thin: LibraryMap["thin"];
}

/**
 * What each mood can fill when the room stays in it. To play on without a song coming back within its rest takes as
 * many minutes of music as the rest has. The circles of two moods overlap, so a track may count for both.
 */
export function judgeMap({ map, cells, points, restMinutes }: MapQuestion): JudgedMap {
  const tracks = map.cells.reduce((sum, cell) => sum + cell.tracks, 0);
  const minutes = map.cells.reduce((sum, cell) => sum + cell.minutes, 0);
  const songMinutes = tracks === 0 || minutes === 0 ? usualSongMinutes : minutes / tracks;
  const squares = allSquares(cells);
  const minutesAround = (point: Affect): number =>
    within(map.cells, point).reduce((sum, cell) => sum + cell.minutes, 0);
  const moods = (Object.entries(points) as [MoodLabel, Affect][]).map(
    ([label, point]): JudgedMap["moods"][number] => {
      const here = minutesAround(point);
      const minutesFor = (wanted: number): number => Math.max(0, Math.ceil(wanted - here));
      const songsFor = (wanted: number): number => Math.max(0, Math.ceil((wanted - here) / songMinutes));
      return {
        label,
        tracks: within(map.cells, point).reduce((sum, cell) => sum + cell.tracks, 0),
        minutes: here,
        fillsAnHour: here >= 60,
        fillsADay: here >= restMinutes,
        missing: songsFor(60),
        missingForADay: songsFor(restMinutes),
        missingMinutes: minutesFor(60),
        missingMinutesForADay: minutesFor(restMinutes),
        around: middleOfEmpty(within(squares, point), map.cells) ?? point,
      };
    },
  );
  // Anywhere, and not only near the six names: the dial leads to every place of the map, and so does a room.
  const thin = squares.filter((square) => minutesAround(square) < 60);
  return { ...map, moods, thin };
}

function within<Place extends Affect>(places: readonly Place[], point: Affect): readonly Place[] {
  return places.filter((place) => distance(place, point) <= reach);
}

function allSquares(cells: number): readonly Affect[] {
  const middles = Array.from({ length: cells }, (_, index) => (2 * index + 1) / cells - 1);
  return middles.flatMap((valence) => middles.map((arousal) => ({ valence, arousal })));
}

/** Null where no square of these is empty. */
function middleOfEmpty(squares: readonly Affect[], filled: readonly Affect[]): Affect | null {
  const empty = squares.filter((square) => !filled.some((cell) => distance(cell, square) < 1e-6));
  if (empty.length === 0) return null;
  const mean = (axis: keyof Affect) => empty.reduce((sum, square) => sum + square[axis], 0) / empty.length;
  return { valence: mean("valence"), arousal: mean("arousal") };
}
