import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the kernel lists its sound cards, by number and by name. */
const kernelsCards = "/proc/asound";

/**
 * Whether the sound card that mpv's `audioDevice` names was unplugged: mpv 0.35 never says so. Where it names none, or
 * the kernel lists none in `cards`, nobody can tell: false.
 */
export function isCardAway(audioDevice: string, cards = kernelsCards): boolean {
  const [, card] = /^alsa\/.*\bCARD=([\w-]+)/.exec(audioDevice) ?? [];
  if (card === undefined || !existsSync(cards)) return false;
  return !existsSync(join(cards, /^\d+$/.test(card) ? `card${card}` : card));
}
