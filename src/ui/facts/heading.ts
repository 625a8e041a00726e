import type { Direction } from "../../protocol/state.ts";
import { dialPoint } from "./dial-geometry.ts";

/** Where the music is heading as a drawing on the disc, in hundredths of its width. */
export interface Heading {
  /** Songs within this ring suit. */
  ring: { x: number; y: number; r: number };
  /** Of a glide: the stations of its way, and whether each is behind. */
  stations: readonly { x: number; y: number; at: "behind" | "here" | "ahead" }[];
}

export function heading({ target, reach, path }: Direction): Heading {
  const { x, y } = dialPoint(target);
  // The disc's radius is 1 on the circumplex, and 50 here.
  const ring = { x: hundredths(x), y: hundredths(y), r: Math.round(reach * 50) };
  const stations = (path?.points ?? []).map((point, index) => {
    const at = dialPoint(point);
    const step = path?.step ?? 0;
    const ahead = index > step ? "ahead" : "here";
    return {
      x: hundredths(at.x),
      y: hundredths(at.y),
      at: index < step ? ("behind" as const) : ahead,
    } as const;
  });
  return { ring, stations };
}

const hundredths = (share: number): number => Math.round(share * 1000) / 10;
