import { type Reading, shareRight } from "./score.ts";

export interface CurvePoint {
  threshold: number;
  /** Share of the faces that would be read. */
  read: number;
  /** Of those; null when there are none. */
  accuracy: number | null;
}

/** What would be read, and how well, if faces counted from a threshold on, or up to one. */
export function curveOf<Face extends Reading>(
  faces: readonly Face[],
  rule: { of: (face: Face) => number; thresholds: readonly number[]; read: "from" | "up to" },
): CurvePoint[] {
  return rule.thresholds.map((threshold) => {
    const read = faces.filter((face) =>
      rule.read === "from" ? rule.of(face) >= threshold : rule.of(face) <= threshold,
    );
    return {
      threshold,
      read: Number((read.length / faces.length).toFixed(4)),
      accuracy: shareRight(read),
    };
  });
}
