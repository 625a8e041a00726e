import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MpvInstance } from "./mpv-instance.ts";
import { loadInto } from "./mpv-load.ts";
import type { MpvStart } from "./mpv-start.ts";
import { silentWav } from "./silence.ts";

export interface Silence {
  ok: false;
  reason: "mpv-gone" | "output-missing";
  detail: string;
}

/** An mpv without a sound card starts happily, so a moment of silence is played to find out. null: it can be heard. */
export async function whySilent(
  instance: MpvInstance,
  { audioDevice, socketDir, deck = "a" }: MpvStart,
): Promise<Silence | null> {
  const path = join(socketDir, `silence-${deck}.wav`);
  await writeFile(path, silentWav(200));
  const loaded = await loadInto(instance, { path, startAtMs: 0, paused: false, gainDb: null });
  await instance.request(["stop"]);
  await rm(path, { force: true });
  if (loaded.ok) return null;
  if (loaded.because === "lost") return { ok: false, reason: "mpv-gone", detail: loaded.detail };
  const detail = `no sound card answers as "${audioDevice}"; plug one in, or choose one of mpv --audio-device=help`;
  return { ok: false, reason: "output-missing", detail };
}
