/** Beyond these no programme sets a gain, and a wrong value could hurt ears. */
const [quietestDb, loudestDb] = [-60, 30];

/**
 * A song's gain in two parts. What makes it quieter goes into its signal, so that it holds from its first sample to
 * its last, also where songs follow without a gap. What lifts it goes to the volume, where nothing can clip.
 */
export function splitGain(gainDb: number): { cutDb: number; liftDb: number } {
  const finite = Number.isNaN(gainDb) ? 0 : Math.min(loudestDb, Math.max(quietestDb, gainDb));
  return { cutDb: Math.min(0, finite), liftDb: Math.max(0, finite) };
}

/**
 * mpv's own `volume` (0 to 100) for what a person set (0 to 1), a song's lift, and how far a fade has come (0 to 1).
 * mpv cubes it (amplitude is (volume / 100)³; `mpv --ao=pcm --volume=50` gives 0.125 of the amplitude, measured
 * with 0.35), which is about how ears hear, so a person's value needs no curve of ours; a lift in dB becomes a
 * factor of its cube root. Never above 100: a quiet song is lifted only as far as nothing clips.
 */
export function mpvVolume(volume: number, liftDb: number, fade: number): number {
  return Math.min(100, Math.max(0, 100 * volume * 10 ** (liftDb / 60) * fade));
}

/**
 * How far a fade has come (0 to 1 in mpv's cubed volume) after a share of its time. `ear` goes evenly for ears;
 * `power` keeps the sum of two songs equally strong while one goes and the other comes, where an even one would
 * leave a hole of 15 dB in the middle.
 */
export function fadeAt(share: number, shape: "ear" | "power"): number {
  const part = Math.min(1, Math.max(0, share));
  return shape === "ear" ? part : Math.cbrt(Math.sin((part * Math.PI) / 2));
}
