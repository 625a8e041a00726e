import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MpvInstance } from "../mpv/mpv-instance.ts";
import { loadInto } from "../mpv/mpv-load.ts";
import type { MpvStart } from "../mpv/mpv-start.ts";
import { isServed } from "./served-speaker.ts";
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
  // It would be heard through another one of the same server.
  if (isServed(audioDevice) && !(await instance.lists(audioDevice))) return silenceOf(audioDevice);
  const silence = await layDown(socketDir, `silence-${deck}.wav`);
  // Without room anywhere it is taken to be heard: the clock of the first song tells otherwise.
  if (silence === null) return null;
  const request = { path: silence.path, startAtMs: 0, paused: false, gainDb: null };
  const loaded = await loadInto(instance, request, { timeoutMs: silentMs });
  if (loaded.ok) await instance.request(["stop"]);
  await silence.remove();
  return loaded.ok ? null : silenceOf(audioDevice);
}

/** A folder in memory is small, and others write to it too: the silence is laid on the disk where it has no room. */
async function layDown(
  socketDir: string,
  name: string,
): Promise<{ path: string; remove: () => Promise<void> } | null> {
  const own = join(socketDir, name);
  try {
    await writeFile(own, silentWav(askedMs));
    return { path: own, remove: () => rm(own, { force: true }) };
  } catch {
    await rm(own, { force: true });
  }
  try {
    const folder = await mkdtemp(join(tmpdir(), "mien-silence-"));
    const remove = () => rm(folder, { recursive: true, force: true });
    const path = join(folder, name);
    await writeFile(path, silentWav(askedMs)).catch(async (error) => {
      await remove();
      throw error;
    });
    return { path, remove };
  } catch {
    return null;
  }
}

export function silenceOf(audioDevice: string): Silence {
  const detail = `no sound card answers as "${audioDevice}"; plug one in, or choose one of mpv --audio-device=help`;
  return { ok: false, reason: "output-missing", detail };
}
