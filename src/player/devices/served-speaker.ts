/**
 * Whether mpv's name is that of one speaker of a sound server. Where that speaker goes, the server moves what plays to
 * another one, leaves it there, and says nothing of it.
 */
export const isServed = (audioDevice: string): boolean => /^(pipewire|pulse)\/./.test(audioDevice);

/** The names in mpv's `audio-device-list`; null where that is none. */
export function namesIn(deviceList: unknown): readonly string[] | null {
  if (!Array.isArray(deviceList)) return null;
  return deviceList.map((device: { name?: unknown } | null) => String(device?.name));
}
