import { moodColours } from "./mood-colours.ts";
import { hex } from "./oklab.ts";

const STOPS = 12;

/** The colours round the dial: each direction as the weather would be there, so that labels can be read on it. */
export function dialGradient(): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, index) => {
    const turn = (index / STOPS) * 2 * Math.PI;
    return hex(moodColours({ valence: Math.sin(turn) * 1.3, arousal: Math.cos(turn) * 1.3 }).sky);
  });
  const centre = hex(moodColours({ valence: 0, arousal: 0 }).low);
  return `radial-gradient(closest-side, ${centre}, ${centre}00 92%), conic-gradient(${stops.join(", ")})`;
}
