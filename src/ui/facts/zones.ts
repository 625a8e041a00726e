import type { Zone } from "../../protocol/vision.ts";

/** A point of the picture, in fractions from its upper left corner. */
export interface PicturePoint {
  x: number;
  y: number;
}

/** What a finger can still hit, and far more than the settings' least. */
export const LEAST_SIDE = 0.04;
/** As many as the setting takes. */
export const MOST_ZONES = 16;

/** The rectangle between two corners; null where it is too small to have been meant. */
export function zoneBetween(from: PicturePoint, to: PicturePoint): Zone | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map(within) as [number, number];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map(within) as [number, number];
  if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) return null;
  return rounded({ x: left, y: top, width: right - left, height: bottom - top });
}

/** Moved as far as the picture goes. */
export function movedZone(zone: Zone, by: PicturePoint): Zone {
  const x = Math.min(Math.max(0, zone.x + by.x), 1 - zone.width);
  const y = Math.min(Math.max(0, zone.y + by.y), 1 - zone.height);
  return rounded({ ...zone, x, y });
}

/** Its lower right corner moved; the upper left one stays. */
export function resizedZone(zone: Zone, by: PicturePoint): Zone {
  const width = Math.min(Math.max(LEAST_SIDE, zone.width + by.x), 1 - zone.x);
  const height = Math.min(Math.max(LEAST_SIDE, zone.height + by.y), 1 - zone.y);
  return rounded({ ...zone, width, height });
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** A ten-thousandth of the picture is less than a pixel. */
function rounded({ x, y, width, height }: Zone): Zone {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
