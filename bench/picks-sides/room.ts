import type { Mood } from "../../src/protocol/mood.ts";
import { seededRandom } from "../../src/recommend/random.ts";

const hourMs = 3_600_000;
/** A Monday. */
export const monday = Date.UTC(2026, 2, 2, 10, 0);
export const hoursADay = 12;
export const days = 7;

/** How the room of a place is at a time: it smiles more often than not, and is gloomy or tense now and then. */
export function roomOfAWeek(): (at: number) => Mood {
  const random = seededRandom(20);
  const slotMs = 210_000;
  const slots = (days * 24 * hourMs) / slotMs;
  const drift = (value: number, home: number): number =>
    Math.max(-0.8, Math.min(0.8, value + (home - value) * 0.15 + (random() - 0.5) * 0.45));
  let affect = { valence: 0.35, arousal: 0.1 };
  const moods = Array.from({ length: slots + 1 }, (): Mood => {
    affect = { valence: drift(affect.valence, 0.3), arousal: drift(affect.arousal, 0.1) };
    return { affect, label: "even", confidence: 0.7, since: 0, until: null, basis: "faces" };
  });
  return (at) => {
    const mood = moods[Math.floor((at - monday) / slotMs)];
    if (mood === undefined) throw new Error(`The made-up week has no mood at ${new Date(at).toISOString()}.`);
    return mood;
  };
}
