import { type Box, liesOver } from "./dial-geometry.ts";

/** A word at the rim of the dial, and its edges where it lies at rest, in pixels from the dial's top left. */
export interface DialLabel {
  side: "up" | "right" | "down" | "left";
  box: Box;
}

/** How far a word is moved; null where no place is free: then it lies over the puck. */
export type Shift = { x: number; y: number } | null;

/** The light and the shadow around the puck, through which nothing can be read; less will do where there is no room. */
const HALOS_PX = [14, 5] as const;
/** Between two words. */
const GAP_PX = 3;
const STEP_PX = 4;
const AT_REST = { x: 0, y: 0 };

/**
 * Where the words on a dial go, so that each can be read wherever the puck is: one that it comes over makes way to the
 * nearest free place on its own side. The places are reckoned once: a finger that drags waits for nothing.
 */
export class DialLabels {
  readonly #labels: readonly (DialLabel & { places: readonly Box[] })[];

  constructor(labels: readonly DialLabel[], width: number) {
    this.#labels = labels.map((label) => ({ ...label, places: placesOf(label, width) }));
  }

  shifts(puck: Box | null): readonly Shift[] {
    const isFree = ({ box }: DialLabel) => puck === null || !liesOver(puck, box, HALOS_PX[0]);
    const taken = this.#labels.filter(isFree).map(({ box }) => box);
    return this.#labels.map((label) => {
      if (puck === null || isFree(label)) return AT_REST;
      for (const halo of HALOS_PX) {
        const place = label.places.find(
          (each) => !liesOver(puck, each, halo) && !taken.some((other) => touch(each, other)),
        );
        if (place === undefined) continue;
        taken.push(place);
        return { x: place.left - label.box.left, y: place.top - label.box.top };
      }
      taken.push(label.box);
      return null;
    });
  }
}

export const moved = ({ left, right, top, bottom }: Box, shift: Shift): Box => {
  const { x, y } = shift ?? AT_REST;
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
};

/** On the dial and on its own side, the nearest first. */
function placesOf({ side, box }: DialLabel, width: number): readonly Box[] {
  const found: { place: Box; far: number }[] = [];
  const farthest = STEP_PX * Math.ceil(width / 2 / STEP_PX);
  for (let y = -farthest; y <= farthest; y += STEP_PX)
    for (let x = -farthest; x <= farthest; x += STEP_PX) {
      const place = moved(box, { x, y });
      if (isOnOwnSide(side, place, width) && isWithin(place, width))
        found.push({ place, far: Math.hypot(x, y) });
    }
  return found.sort((a, b) => a.far - b.far).map(({ place }) => place);
}

/** Not nearer to another word's end of the dial than to its own. */
function isOnOwnSide(side: DialLabel["side"], { left, right, top, bottom }: Box, width: number): boolean {
  const [x, y] = [(left + right - width) / 2, (top + bottom - width) / 2];
  const along = { up: -y, right: x, down: y, left: -x }[side];
  return along > 0 && along >= 0.8 * Math.abs(side === "up" || side === "down" ? x : y);
}

/** All of its corners lie on the disc. */
function isWithin({ left, right, top, bottom }: Box, width: number): boolean {
  const middle = width / 2;
  const x = Math.max(Math.abs(left - middle), Math.abs(right - middle));
  const y = Math.max(Math.abs(top - middle), Math.abs(bottom - middle));
  return Math.hypot(x, y) <= middle;
}

const touch = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > -GAP_PX &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > -GAP_PX;
