/** A shape of a drawn cover, on a square of 100 by 100. */
export type CoverShape =
  | { kind: "circle"; cx: number; cy: number; r: number; fill: string }
  | { kind: "hill"; path: string; fill: string };

export interface DrawnCover {
  ground: string;
  shapes: readonly CoverShape[];
}

/** The same song always has the same picture: a sun over hills, from the song's id. */
export function drawnCover(seed: string): DrawnCover {
  const random = generator(seed);
  const between = (from: number, to: number): number =>
    Math.round((from + random() * (to - from)) * 100) / 100;
  // An evening or a morning: one family of colours, the sky lightest, the hills darker towards the front.
  const hue = between(0, 360);
  const turn = between(18, 42) * (random() < 0.5 ? -1 : 1);
  const colour = (lightness: number, chroma: number, turns: number): string =>
    `oklch(${lightness.toFixed(3)} ${chroma} ${Math.round(hue + turn * turns)})`;
  const ground = colour(between(0.7, 0.82), 0.1, 0);
  const shapes: CoverShape[] = [
    {
      kind: "circle",
      cx: between(22, 78),
      cy: between(24, 46),
      r: between(11, 24),
      fill: colour(between(0.88, 0.94), 0.09, -1.5),
    },
  ];
  for (let layer = 0; layer < 4; layer += 1) {
    const top = 42 + layer * 14;
    const [left, right] = [between(top - 12, top + 10), between(top - 12, top + 10)];
    const [rise, fall] = [between(top - 24, top + 6), between(top - 6, top + 24)];
    shapes.push({
      kind: "hill",
      path: `M0 ${left} C ${between(18, 42)} ${rise} ${between(58, 82)} ${fall} 100 ${right} V100 H0Z`,
      fill: colour(between(0.6, 0.66) - layer * 0.1, 0.12, layer + 1),
    });
  }
  return { ground, shapes };
}

/** Mulberry32 over an FNV-1a hash of the seed. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
