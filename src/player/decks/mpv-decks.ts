import { MpvOutput, type MpvOutputOptions } from "../mpv/mpv.ts";
import { wasLeftPlaying } from "../mpv/mpv-start.ts";
import { Decks } from "./decks.ts";

/**
 * ALSA devices that open a card, or one of its plugs, for one program alone. Others may turn out to be such; then the
 * second deck finds no card, and none is used from there on.
 */
const alone = /^alsa\/(hw|plughw|hdmi|iec958|spdif|front|side|rear|center_lfe|surround\d+)\b/;

export function forbidsCrossfade(audioDevice: string): boolean {
  return alone.test(audioDevice);
}

/** Two mpvs for one device, of which mostly one plays. */
export function mpvDecks(options: Omit<MpvOutputOptions, "deck"> & { crossfadeMs: () => number }): Decks {
  const { crossfadeMs, ...mpv } = options;
  return new Decks({
    decks: [new MpvOutput({ ...mpv, deck: "a" }), new MpvOutput({ ...mpv, deck: "b" })],
    secondWasLeft: () => wasLeftPlaying({ ...mpv, deck: "b" }),
    crossfadeMs,
    forbidden: forbidsCrossfade(mpv.audioDevice),
    log: mpv.log,
  });
}
