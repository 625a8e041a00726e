import sharp from "sharp";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { Piece } from "./piece.ts";
import { Random } from "./random.ts";

const side = 600;

/** Sky from top to bottom, then what is drawn before it. */
interface Palette {
  sky: readonly [string, string];
  inks: readonly string[];
}

const palettes: Readonly<Record<MoodLabel, readonly [Palette, ...Palette[]]>> = {
  elated: [
    { sky: ["#ff5d5d", "#ffc145"], inks: ["#fff4d6", "#ff8a5c", "#ffd95a", "#e8436f", "#37c5c0"] },
    { sky: ["#f9448b", "#ff9f45"], inks: ["#fff0e0", "#ffd23f", "#ff6f91", "#7a3cff", "#ffe9a8"] },
  ],
  content: [
    { sky: ["#ffe2b8", "#f6a97a"], inks: ["#fff1cf", "#d9a86c", "#8fae7c", "#5c8a72", "#33594f"] },
    { sky: ["#fde8d0", "#e9c46a"], inks: ["#fff3dc", "#e8a87c", "#a7b97e", "#6f9a78", "#3f6b5c"] },
  ],
  calm: [
    { sky: ["#cfe8ef", "#8fc1d4"], inks: ["#f5fbff", "#a9d3df", "#6fa9bf", "#45809a", "#2a5a73"] },
    { sky: ["#d9ece4", "#93c4b8"], inks: ["#fbfff9", "#b3d9cd", "#76ad9f", "#4a8579", "#2b5d58"] },
  ],
  gloomy: [
    { sky: ["#1c2333", "#4a5672"], inks: ["#aab6cc", "#56627e", "#3c4760", "#2a3347", "#171d2b"] },
    { sky: ["#241f33", "#574f70"], inks: ["#bdb3cf", "#5f5679", "#463f5c", "#302b42", "#1c1829"] },
  ],
  tense: [
    { sky: ["#14080c", "#4d0f1c"], inks: ["#ff3b30", "#ff8a1f", "#b3122a", "#f2e3d5", "#2a0a12"] },
    { sky: ["#0b0d14", "#3a0f3d"], inks: ["#ff2e63", "#ffb627", "#8a1c7c", "#eee6f5", "#1b0b26"] },
  ],
  even: [
    { sky: ["#efe9dd", "#ddd3c2"], inks: ["#3d4a4f", "#b5654a", "#d9a441", "#7f9183", "#f7f3ea"] },
    { sky: ["#e6e9e4", "#cdd4cc"], inks: ["#2f4858", "#86a59c", "#d08c60", "#a3a89f", "#fbfbf6"] },
  ],
};

/** A square picture in the colours and shapes of the piece's mood, drawn by its seed: no letters, so no fonts. */
export async function drawCover(piece: Piece): Promise<Buffer> {
  return sharp(Buffer.from(coverSvg(piece)))
    .jpeg({ quality: 88 })
    .toBuffer();
}

export function coverSvg({ mood, seed }: Pick<Piece, "mood" | "seed">): string {
  const random = new Random(seed ^ 0x5eed);
  // In turn rather than by chance, so that pieces of one mood don't all look alike.
  const palette = palettes[mood][seed % palettes[mood].length] ?? palettes.even[0];
  const [top, bottom] = palette.sky;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
<rect width="${side}" height="${side}" fill="url(#sky)"/>
${drawings[mood](random, palette.inks).join("\n")}
</svg>`;
}

type Drawing = (random: Random, inks: readonly string[]) => string[];

const round = (value: number) => value.toFixed(1);
const circle = (x: number, y: number, r: number, fill: string, more = "") =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;
const path = (points: readonly (readonly [number, number])[], fill: string, more = "") =>
  `<path d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z" fill="${fill}" ${more}/>`;
const ink = (inks: readonly string[], index: number) => inks[index % inks.length] ?? "#000";

/** A sun with rays, and confetti. */
const sunburst: Drawing = (random, inks) => {
  const [x, y] = [random.between(180, 420), random.between(330, 470)];
  const rays = 2 * Math.floor(random.between(9, 14));
  const turn = random.between(0, 6);
  const ray = (n: number): string => {
    const [from, to] = [turn + (n * 2 * Math.PI) / rays, turn + ((n + 1) * 2 * Math.PI) / rays];
    const far = (angle: number) => [x + 900 * Math.cos(angle), y + 900 * Math.sin(angle)] as const;
    return path([[x, y], far(from), far(to)], ink(inks, 2), 'opacity="0.38"');
  };
  const discs = [190, 140, 92].map((r, n) => circle(x, y, r, ink(inks, [1, 3, 0][n] ?? 0), 'opacity="0.92"'));
  const confetti = Array.from({ length: 70 }, () => {
    const [cx, cy, size] = [random.between(0, side), random.between(0, side), random.between(4, 13)];
    const fill = random.pick(inks);
    if (random.chance(0.4)) return circle(cx, cy, size / 2, fill);
    const turned = `transform="rotate(${round(random.between(0, 180))} ${round(cx)} ${round(cy)})"`;
    return `<rect x="${round(cx)}" y="${round(cy)}" width="${round(size * 1.6)}" height="${round(size * 0.6)}" rx="2" fill="${fill}" ${turned}/>`;
  });
  return [...Array.from({ length: rays / 2 }, (_, n) => ray(2 * n)), ...discs, ...confetti];
};

/** One rolling line from the left edge to the right, filled down to the bottom. */
function ridge(random: Random, base: number, height: number, waves: number): [number, number][] {
  const parts = [1, 2, 3].map((n) => ({ n, phase: random.between(0, 6.3), size: height / n ** 1.3 }));
  const line = Array.from({ length: 61 }, (_, index): [number, number] => {
    const along = index / 60;
    const y = parts.reduce(
      (sum, { n, phase, size }) => sum + size * Math.sin(phase + n * waves * along * 6.3),
      base,
    );
    return [along * side, y];
  });
  return [...line, [side, side], [0, side]];
}

const hills: Drawing = (random, inks) => {
  const sun = circle(
    random.between(140, 460),
    random.between(130, 230),
    random.between(60, 95),
    ink(inks, 0),
  );
  const layers = [1, 2, 3, 4].map((n) =>
    path(ridge(random, 250 + n * 72, 34, random.between(0.5, 0.9)), ink(inks, n)),
  );
  const birds = Array.from({ length: 4 }, () => {
    const [x, y, w] = [random.between(80, 500), random.between(60, 210), random.between(9, 16)];
    return `<path d="M${round(x - w)} ${round(y - w / 2)}Q${round(x - w / 2)} ${round(y - w)} ${round(x)} ${round(y)}Q${round(x + w / 2)} ${round(y - w)} ${round(x + w)} ${round(y - w / 2)}" fill="none" stroke="${ink(inks, 4)}" stroke-width="2.5" stroke-linecap="round"/>`;
  });
  return [sun, ...layers, ...birds];
};

/** Water under a pale disc and its reflection. */
const water: Drawing = (random, inks) => {
  const [x, y, r] = [random.between(170, 430), random.between(150, 230), random.between(70, 105)];
  const halo = [2.1, 1.6, 1.25].map((by) => circle(x, y, r * by, ink(inks, 0), 'opacity="0.16"'));
  const waves = [1, 2, 3, 4].map((n) =>
    path(ridge(random, 270 + n * 68, 11, random.between(0.8, 1.6)), ink(inks, n), 'opacity="0.85"'),
  );
  const gleams = Array.from({ length: 16 }, (_, n) => {
    const width = random.between(20, 150 - n * 5);
    return `<rect x="${round(x - width / 2 + random.between(-18, 18))}" y="${round(365 + n * 14.5)}" width="${round(width)}" height="3.4" rx="1.7" fill="${ink(inks, 0)}" opacity="${round(0.75 - n * 0.035)}"/>`;
  });
  return [...halo, circle(x, y, r, ink(inks, 0)), ...waves, ...gleams];
};

/** Mountains in mist behind rain. */
const rain: Drawing = (random, inks) => {
  const moon = circle(random.between(380, 490), random.between(100, 170), 44, ink(inks, 0), 'opacity="0.55"');
  const ranges = [1, 2, 3, 4].map((n) => {
    const peaks: [number, number][] = [[0, 230 + n * 75]];
    for (let at = 0; at < side; ) {
      at += random.between(45, 110);
      peaks.push([Math.min(at, side), 210 + n * 75 + random.between(-70, 40)]);
    }
    return path([...peaks, [side, side], [0, side]], ink(inks, n), 'opacity="0.93"');
  });
  const drops = Array.from({ length: 120 }, () => {
    const [x, y, length] = [random.between(-40, side), random.between(-40, side), random.between(16, 52)];
    return `<path d="M${round(x)} ${round(y)}l${round(length * 0.22)} ${round(length)}" stroke="${ink(inks, 0)}" stroke-width="1.5" stroke-linecap="round" opacity="${random.between(0.12, 0.42).toFixed(2)}"/>`;
  });
  return [moon, ...ranges, ...drops];
};

/** Splinters that meet in one point, and thin lines across. */
const splinters: Drawing = (random, inks) => {
  const [x, y] = [random.between(200, 400), random.between(200, 400)];
  const shards = Array.from({ length: 15 }, (_, n) => {
    const angle = (n / 15) * 6.283 + random.between(-0.15, 0.15);
    const width = random.between(0.03, 0.16);
    const reach = random.between(260, 640);
    const tip = (by: number, far: number) =>
      [x + far * Math.cos(angle + by), y + far * Math.sin(angle + by)] as const;
    const near = random.between(22, 70);
    return path(
      [tip(0, near), tip(-width, reach), tip(width, reach * random.between(0.75, 1))],
      ink(inks, [0, 2, 1, 2, 4][n % 5] ?? 0),
      `opacity="${random.between(0.6, 0.97).toFixed(2)}"`,
    );
  });
  const wires = Array.from({ length: 7 }, () => {
    const from = random.between(-100, side);
    return `<path d="M0 ${round(from)}L${side} ${round(from + random.between(-260, 260))}" stroke="${ink(inks, 3)}" stroke-width="${round(random.between(0.8, 2))}" opacity="0.55"/>`;
  });
  return [...shards, ...wires, circle(x, y, 13, ink(inks, 3))];
};

/** Quarter circles on a grid. */
const tiles: Drawing = (random, inks) => {
  const count = random.pick([4, 5]);
  const size = (side - 80) / count;
  const shapes: string[] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      const [x, y] = [40 + column * size, 40 + row * size];
      const fill = random.pick(inks);
      const turn = `transform="rotate(${random.pick([0, 90, 180, 270])} ${round(x + size / 2)} ${round(y + size / 2)})"`;
      const inset = 3;
      const [left, upper, length] = [x + inset, y + inset, size - 2 * inset];
      const kind = random.next();
      if (kind < 0.55)
        shapes.push(
          `<path d="M${round(left)} ${round(upper)}h${round(length)}a${round(length)} ${round(length)} 0 0 1 ${round(-length)} ${round(length)}z" fill="${fill}" ${turn}/>`,
        );
      else if (kind < 0.75) shapes.push(circle(x + size / 2, y + size / 2, length / 2, fill));
      else if (kind < 0.9)
        shapes.push(
          `<path d="M${round(left)} ${round(upper)}h${round(length)}v${round(length / 2)}h${round(-length)}z" fill="${fill}" ${turn}/>`,
        );
      else shapes.push(circle(x + size / 2, y + size / 2, length / 5, fill));
    }
  return shapes;
};

const drawings: Readonly<Record<MoodLabel, Drawing>> = {
  elated: sunburst,
  content: hills,
  calm: water,
  gloomy: rain,
  tense: splinters,
  even: tiles,
};
