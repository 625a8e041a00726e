import { createHash } from "node:crypto";
import type { Affect, MoodLabel } from "../../protocol/mood.ts";
import type { Track } from "../../protocol/music.ts";

const side = 640;
const ink = "#fff9f2";
const night = "#110b0f";

type Colour = readonly [red: number, green: number, blue: number];

/** The six skies of the kiosk page (`src/ui/facts/mood-colours.ts`), top, middle and bottom. */
const skies: Readonly<Record<MoodLabel, { at: Affect; layers: readonly [string, string, string] }>> = {
  elated: { at: { valence: 0.65, arousal: 0.6 }, layers: ["#ce7d00", "#d63907", "#9d0f5d"] },
  content: { at: { valence: 0.65, arousal: -0.05 }, layers: ["#b98918", "#b85207", "#8b2b3f"] },
  calm: { at: { valence: 0.3, arousal: -0.7 }, layers: ["#039772", "#006f85", "#1d438c"] },
  gloomy: { at: { valence: -0.65, arousal: -0.45 }, layers: ["#385e95", "#433e7b", "#482453"] },
  tense: { at: { valence: -0.6, arousal: 0.6 }, layers: ["#c52a38", "#930660", "#54167b"] },
  even: { at: { valence: 0, arousal: 0 }, layers: ["#a15d3e", "#86405b", "#543068"] },
};
/** How far a sky reaches over the circumplex. */
const reach = 0.34;

/**
 * A picture for a song that has none, as SVG: an evening or a morning in the colours of its mood, with the title's
 * first letter. The same song has the same one, wherever it is drawn, and no two songs of an album look alike.
 */
export function drawnCover({ title, artists, affect }: Pick<Track, "title" | "artists" | "affect">): string {
  const draw = numbersOf(JSON.stringify([title, artists]));
  const [top, middle, bottom] = skyAt(affect?.point ?? skies.even.at);
  const sun = { x: between(draw(), 200, 520), y: between(draw(), 150, 300), r: between(draw(), 60, 130) };
  const hills = [0.3, 0.52, 0.74].map((dark, layer) => {
    const colour = hex(blend([bottom, 1 - dark], [colourOf(night), dark]));
    return `<path d="${hill(360 + layer * 80, draw)}" fill="${colour}"/>`;
  });
  const letter = firstLetter(title);
  const name = escaped(artists.length > 0 ? `${title} – ${artists.join(", ")}` : title);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-label="${name}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${hex(top)}"/><stop offset="0.5" stop-color="${hex(middle)}"/><stop offset="1" stop-color="${hex(bottom)}"/></linearGradient></defs>
<rect width="${side}" height="${side}" fill="url(#sky)"/>
<circle cx="${sun.x}" cy="${sun.y}" r="${Math.round(sun.r * 1.7)}" fill="${ink}" opacity="0.12"/>
<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="${ink}" opacity="0.82"/>
${hills.join("\n")}
<text x="${start(letter)}" y="${baseline(letter)}" font-family="'Bricolage Grotesque', 'Noto Sans', system-ui, sans-serif" font-weight="700" font-size="200" fill="${ink}">${escaped(letter)}</text>
</svg>`;
}

/** Numbers from 0 to below 1, as many as a drawing needs, from a text. */
function numbersOf(text: string): () => number {
  const bytes = createHash("sha256").update(text).digest();
  let at = 0;
  return () => bytes.readUInt16BE((2 * at++) % bytes.length) / 65_536;
}

const between = (share: number, from: number, to: number): number => Math.round(from + share * (to - from));

function hill(top: number, draw: () => number): string {
  const [left, rise, fall, right] = [draw(), draw(), draw(), draw()].map((share) =>
    between(share, top - 70, top + 50),
  );
  return `M0 ${left}C${between(draw(), 120, 260)} ${rise} ${between(draw(), 380, 520)} ${fall} ${side} ${right}V${side}H0Z`;
}

/** As people see letters: an accent or a joined emoji stays with what it belongs to. */
function firstLetter(title: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(title.trim());
  for (const { segment } of segments)
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment.toLocaleUpperCase();
  return "♪";
}

/** Where a font draws a J it hangs over to the left. */
const start = (letter: string): number => (letter.startsWith("J") ? 64 : 44);

/** These hang below the line that capitals stand on: the lower edge would cut them off. */
const HANGING = /^[JQ]|[\u0326-\u0328\u0323]/u;

/** These stand on the line. Letters of other scripts reach below it, with their signs, and stand higher for that. */
const baseline = (letter: string): number =>
  !HANGING.test(letter.normalize("NFD")) &&
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}]/u.test(
    letter,
  )
    ? 590
    : 545;

/** Blended by how near each mood is. */
function skyAt({ valence, arousal }: Affect): [Colour, Colour, Colour] {
  const weighted = Object.values(skies).map(({ at, layers }) => {
    const squared = (valence - at.valence) ** 2 + (arousal - at.arousal) ** 2;
    return { layers, weight: Math.exp(-squared / (2 * reach ** 2)) };
  });
  const sum = weighted.reduce((total, { weight }) => total + weight, 0);
  const layer = (index: 0 | 1 | 2): Colour =>
    blend(...weighted.map(({ layers, weight }): [Colour, number] => [colourOf(layers[index]), weight / sum]));
  return [layer(0), layer(1), layer(2)];
}

function blend(...parts: readonly (readonly [Colour, number])[]): Colour {
  const channel = (index: 0 | 1 | 2) =>
    parts.reduce((sum, [colour, share]) => sum + colour[index] * share, 0);
  return [channel(0), channel(1), channel(2)];
}

function colourOf(text: string): Colour {
  const number = Number.parseInt(text.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

const hex = (colour: Colour): string =>
  `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** XML knows no control characters at all, and no halves of surrogate pairs. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "").replace(/[&<>"]/g, (sign) => entities[sign] ?? "");
}
