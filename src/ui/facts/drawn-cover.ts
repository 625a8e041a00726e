/** A shape of a drawn cover, on a square of 100 by 100. */
export type CoverShape =
  | { kind: "circle"; cx: number; cy: number; r: number; fill: string }
  | { kind: "hill"; path: string; fill: string };

export interface DrawnCover {
  ground: string;
  shapes: readonly CoverShape[];
}

/** The same song always has the same picture: sun, moon and hills from the song's id. */
export function drawnCover(seed: string): DrawnCover {
  const random = generator(seed);
  const between = (from: number, to: number): number =>
    Math.round((from + random() * (to - from)) * 100) / 100;
  const hue = between(0, 360);
  const ground = `oklch(${between(0.3, 0.6)} 0.1 ${hue})`;
  const shapes: CoverShape[] = [
    {
      kind: "circle",
      cx: between(20, 80),
      cy: between(18, 50),
      r: between(14, 30),
      fill: `oklch(${between(0.6, 0.85)} 0.15 ${Math.round(hue + between(-70, 70))} / 0.9)`,
    },
  ];
  for (let layer = 0; layer < 4; layer += 1) {
    const top = 34 + layer * 15;
    const left = between(top - 12, top + 14);
    const right = between(top - 12, top + 14);
    shapes.push({
      kind: "hill",
      path: `M0 ${left} C ${between(15, 45)} ${between(top - 26, top + 10)} ${between(55, 85)} ${between(top - 6, top + 28)} 100 ${right} V100 H0Z`,
      fill: `oklch(${between(0.34, 0.72)} 0.13 ${Math.round(hue + between(-80, 80))} / 0.85)`,
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
