import TinyQueue from "tinyqueue";
import type { Affect } from "../../protocol/mood.ts";
import { Groups } from "./groups.ts";

/** Squares along each axis: of 100,000 tracks all over them, the nearest 500 lie in about five. */
const side = 16;
const width = 2 / side;

/** What the grid asks of its tracks, by `seq`. */
export interface GridColumns {
  readonly valence: Float64Array;
  readonly arousal: Float64Array;
  /** When a track was last heard. */
  readonly heard: Float64Array;
}

export interface Looking {
  columns: GridColumns;
  allowed: (seq: number) => boolean;
  /** Where but few are asked for they are looked at one by one; null looks at all. */
  among: Iterable<number> | null;
}

/** Which tracks stand where on the circumplex, in squares, so that the nearest are found without looking at all. */
export class CircumplexGrid {
  readonly #squares = new Groups();
  /** From the target of the query that runs, squared; of tracks that it keeps or kept. */
  #distance = new Float64Array(0);

  /** Makes room for every `seq` below this. */
  grow(size: number): void {
    this.#squares.grow(size);
    this.#distance = new Float64Array(size);
  }

  put(seq: number, point: Affect): void {
    this.#squares.put(seq, stepOf(point.arousal) * side + stepOf(point.valence));
  }

  remove(seq: number): void {
    this.#squares.remove(seq);
  }

  /**
   * The nearest tracks that are allowed; of those at the same distance the one heard longest ago first, and of those
   * that never were, in an order that favours no album.
   */
  nearest(target: Affect, limit: number, { columns, allowed, among }: Looking): number[] {
    if (limit === 0) return [];
    const { valence, arousal, heard } = columns;
    const distance = this.#distance;
    const order = (one: number, other: number): number =>
      (distance[one] as number) - (distance[other] as number) ||
      olderFirst(heard, one, other) ||
      strewn(one) - strewn(other);

    // The last of those kept is on top, to be the next that gives way.
    const kept = new TinyQueue<number>([], (one, other) => order(other, one));
    let reach = Number.POSITIVE_INFINITY;
    const squares = among === null ? this.#fromNear(target) : [{ members: this.#placed(among), gap: 0 }];
    for (const { members, gap } of squares) {
      if (gap > reach) break;
      for (const seq of members) {
        const right = (valence[seq] as number) - target.valence;
        const up = (arousal[seq] as number) - target.arousal;
        const away = right * right + up * up;
        if (away > reach || !allowed(seq)) continue;
        distance[seq] = away;
        if (kept.length === limit) {
          if (order(seq, kept.peek() as number) > 0) continue;
          kept.pop();
        }
        kept.push(seq);
        if (kept.length === limit) reach = distance[kept.peek() as number] as number;
      }
    }
    return kept.data.sort(order);
  }

  /** Of these those that stand somewhere. */
  #placed(seqs: Iterable<number>): readonly number[] {
    return [...seqs].filter((seq) => this.#squares.has(seq));
  }

  /** Squares that hold something, nearest first; `gap` is the square of the distance to their nearest point. */
  #fromNear({ valence, arousal }: Affect): { members: readonly number[]; gap: number }[] {
    const squares: { members: readonly number[]; gap: number }[] = [];
    for (let square = 0; square < side * side; square++) {
      const members = this.#squares.members(square);
      if (members.length > 0) {
        const right = gapTo(valence, square % side);
        const up = gapTo(arousal, Math.floor(square / side));
        squares.push({ members, gap: right * right + up * up });
      }
    }
    return squares.sort((one, other) => one.gap - other.gap);
  }
}

function stepOf(value: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor((value + 1) / width)));
}

/** From a value to the nearer edge of a step, 0 inside; a hair less, for what rounding put on the other side of it. */
function gapTo(value: number, step: number): number {
  const edge = step * width - 1;
  return Math.max(0, edge - value - 1e-9, value - edge - width - 1e-9);
}

/**
 * A library tagged by folders has thousands of tracks at one point, read album by album. In this order (multiples of the
 * golden ratio, Knuth's hash) what was read one after the other lies far apart; no two numbers share a place.
 */
function strewn(seq: number): number {
  return Math.imul(seq, 0x9e3779b1) >>> 0;
}

/** -Infinity, for never, can't be subtracted from itself. */
function olderFirst(heard: Float64Array, one: number, other: number): number {
  const first = heard[one] as number;
  const second = heard[other] as number;
  return first === second ? 0 : first - second;
}
