import { wavHeader } from "../../../src/player/devices/wav-header.ts";
import type { Guest } from "../machine/guest.ts";

/** Where the songs lie in the machine: folders that are named for moods, as an owner may have them. */
export const musicFolder = "/srv/music";

const moods = ["happy", "calm", "sad", "tense"];
const songsOfEach = 3;
const minutes = 10;
const rate = 8_000;

/**
 * Music that never pauses, so that each silence is Mien's: the demo pieces end in seconds that nobody hears. A second of
 * a chord, over and over; made in the machine, where bringing it in would take longer.
 */
export async function makeSongs(guest: Guest): Promise<void> {
  const songs = moods.flatMap((mood) =>
    Array.from({ length: songsOfEach }, (_, index) => `${mood}/${index + 1}`),
  );
  for (const [index, song] of songs.entries()) {
    const second = Buffer.from(chord(110 + 20 * index).buffer).toString("base64");
    const header = wavHeader({ rate, bits: 16, bytes: minutes * 60 * rate * 2 }).toString("base64");
    await guest.sh(
      `set -e; mkdir -p ${musicFolder}/${song.split("/")[0]}; cd ${musicFolder}
       base64 -d <<<${second} >/tmp/second; for _ in {1..60}; do cat /tmp/second; done >/tmp/minute
       { base64 -d <<<${header}; for _ in {1..${minutes}}; do cat /tmp/minute; done; } >${song}.wav`,
    );
  }
}

/** A whole number of waves in a second, so that its end meets its beginning. */
function chord(hertz: number): Int16Array {
  const wave = (frequency: number, index: number) => Math.sin((2 * Math.PI * frequency * index) / rate);
  return Int16Array.from(
    { length: rate },
    (_, index) => 8_000 * (wave(hertz, index) + wave(hertz * 2, index) / 2),
  );
}
