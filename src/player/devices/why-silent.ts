import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MpvInstance } from "../mpv/mpv-instance.ts";
import { loadInto } from "../mpv/mpv-load.ts";
import type { MpvStart } from "../mpv/mpv-start.ts";
import { silentWav } from "./silence.ts";

/** A sound server without a speaker takes what it is given, and never plays it. */
const silentMs = 2_000;
/**
 * More than all buffers on the way to the card hold, so that only a clock that runs can answer: of 200 ms, mpv tells the
 * end as soon as it has put them into its own.
 */
const askedMs = 2 * silentMs;

export interface Silence {
  ok: false;
  reason: "output-missing";
  detail: string;
}

/**
 * An mpv without a sound card starts happily, so a moment of silence is played to find out. null: it can be heard. One
 * that crashes or hangs over it has no usable card either.
 */
export async function whySilent(
  instance: MpvInstance,
  { audioDevice, socketDir, deck = "a" }: MpvStart,
): Promise<Silence | null> {
  const path = join(socketDir, `silence-${deck}.wav`);
  await writeFile(path, silentWav(askedMs));
  const request = { path, startAtMs: 0, paused: false, gainDb: null };
  const loaded = await loadInto(instance, request, { timeoutMs: silentMs });
  if (loaded.ok) await instance.request(["stop"]);
  await rm(path, { force: true });
  return loaded.ok ? null : silenceOf(audioDevice);
}

export function silenceOf(audioDevice: string): Silence {
  const detail = `no sound card answers as "${audioDevice}"; plug one in, or choose one of mpv --audio-device=help`;
  return { ok: false, reason: "output-missing", detail };
}
