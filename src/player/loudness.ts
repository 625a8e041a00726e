/**
 * mpv's own `volume` (0 to 100) for what a person set (0 to 1), a song's gain, and how far a fade has come (0 to 1).
 * mpv cubes it (amplitude is (volume / 100)³; `mpv --ao=pcm --volume=50` gives 0.125 of the amplitude, measured
 * with 0.35), which is about how ears hear, so a person's value needs no curve of ours; a gain in dB becomes a
 * factor of its cube root. Never above 100: a quiet song is lifted only as far as nothing clips.
 */
export function mpvVolume(volume: number, gainDb: number, fade: number): number {
  const finite = Number.isNaN(gainDb) ? 0 : Math.min(30, Math.max(-60, gainDb));
  const gain = 10 ** (finite / 60);
  return Math.min(100, Math.max(0, 100 * volume * gain * fade));
}
