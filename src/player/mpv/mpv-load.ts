import { isAbsolute } from "node:path";
import type { LoadRequest } from "../output.ts";
import { type Reach, type ReachableFiles, songFiles } from "../reachable-files.ts";
import { splitGain } from "../volume/loudness.ts";
import type { MpvEntry, MpvInstance } from "./mpv-instance.ts";
import { stallMs } from "./stall-watch.ts";

/** Until the first sound: a USB disk that has gone to sleep needs several seconds to wake. */
const loadTimeoutMs = 10_000;
/** While another song plays nobody waits for that disk, but whoever wants to skip or pause would wait here. */
const appendTimeoutMs = 2_000;
/** It was asked for before, and mpv had its time. */
const askAgainMs = 1_000;

const awayDetail = "its disk or network share does not answer";

export const stalledDetail = `the sound output has taken the song, and its clock stands still for ${stallMs / 1_000} s`;

export type MpvLoaded =
  | { ok: true; entry: MpvEntry }
  | {
      ok: false;
      because: "unplayable" | "unavailable" | "lost" | "output-missing" | "mpv-stalled";
      detail: string;
    };

/** What became of an entry; `replaced` by another one, or by nothing. */
export type MpvEnd =
  | { how: "finished" }
  | { how: "replaced" }
  | { how: "unplayable" | "output-missing"; detail: string };

/** Resolves when sound is due to begin, or with the reason why it never will. */
export async function loadInto(
  instance: MpvInstance,
  item: LoadRequest,
  {
    timeoutMs = loadTimeoutMs,
    besides = () => [],
    files = songFiles,
  }: {
    timeoutMs?: number;
    /** Said to mpv right after it was handed over. */
    besides?: () => Promise<unknown>[];
    files?: ReachableFiles;
  } = {},
): Promise<MpvLoaded> {
  const found = await whetherAFile(item.path, files, timeoutMs);
  if (found === "late") return { ok: false, because: "unavailable", detail: awayDetail };
  if (typeof found === "object") return { ok: false, because: "unplayable", detail: found.fault };
  const [reply] = await Promise.all([handOver(instance, item, "replace"), ...besides()]);
  if (!reply.ok) return { ok: false, because: "lost", detail: `mpv does not take the song: ${reply.error}` };
  const entry = await begunEntry(instance, reply.id, item.paused, timeoutMs);
  if (instance.over) return { ok: false, because: "lost", detail: "mpv went away while it loaded the song" };
  if (entry === "stalled") return { ok: false, because: "mpv-stalled", detail: stalledDetail };
  if (entry === null) {
    const detail = `no sound within ${timeoutMs / 1_000} s`;
    const still = await whetherAFile(item.path, files, askAgainMs);
    if (still !== "late" && still !== "unasked") return { ok: false, because: "unplayable", detail };
    // It waits for that disk, and would not let go of it for another song.
    await instance.end();
    return { ok: false, because: "unavailable", detail: `${detail}: ${awayDetail}` };
  }
  if (entry.end === null) return { ok: true, entry };
  const end = howItEnded(entry.end, item);
  if (end.how === "finished" && (entry.ready || item.startAtMs > 0)) return { ok: true, entry };
  if (end.how === "finished") return { ok: false, because: "unplayable", detail: "it holds no sound" };
  if (end.how === "replaced")
    return { ok: false, because: "lost", detail: "another song was loaded meanwhile" };
  return { ok: false, because: end.how, detail: end.detail };
}

/** What is to follow the song that plays; null where it can't. */
export async function append(
  instance: MpvInstance,
  item: LoadRequest,
  files = songFiles,
): Promise<number | null> {
  // What nobody may ask for now is opened when it is due: mpv would wait for it in the song that plays.
  if ((await whetherAFile(item.path, files, appendTimeoutMs)) !== "there") return null;
  const reply = await handOver(instance, item, "append");
  return reply.ok ? reply.id : null;
}

/**
 * null where neither sound nor a reason came in time, or mpv was lost. `stalled` where the song is decoded, and the
 * output has taken some of it, but its clock does not begin to run: not the song is to blame.
 */
export async function begunEntry(
  instance: MpvInstance,
  id: number,
  paused: boolean,
  timeoutMs = loadTimeoutMs,
): Promise<MpvEntry | "stalled" | null> {
  const decoded = await instance.until(() => readyOrOver(instance.entry, id), timeoutMs);
  if (decoded === null) return null;
  const entry = await instance.until(() => begun(instance.entry, id, paused), stallMs);
  return entry ?? (instance.over ? null : "stalled");
}

async function handOver(
  instance: MpvInstance,
  item: LoadRequest,
  flags: "replace" | "append",
): Promise<{ ok: true; id: number } | { ok: false; error: string }> {
  const options = {
    // Only where it is asked for: even a start at 0 is a seek, which throws away the end of the song before.
    ...(item.startAtMs > 0 && { start: (item.startAtMs / 1_000).toFixed(3) }),
    // Every song has the filter, also where it does nothing: the card would be opened anew where only one has it.
    af: `lavfi=[volume=${splitGain(item.gainDb ?? 0).cutDb.toFixed(2)}dB:precision=float]`,
  };
  // Arguments by name, because the place of the options among them differs between mpv 0.35 and 0.38.
  const reply = await instance.request({ name: "loadfile", url: item.path, flags, options });
  if (!reply.ok) return reply;
  return { ok: true, id: Number((reply.data as { playlist_entry_id?: unknown } | null)?.playlist_entry_id) };
}

export function howItEnded(end: NonNullable<MpvEntry["end"]>, item: LoadRequest): MpvEnd {
  if (end.reason === "eof") return { how: "finished" };
  if (end.reason === "stop" || end.reason === "quit") return { how: "replaced" };
  if (end.fault === "audio output initialization failed") {
    return { how: "output-missing", detail: "mpv can't open the sound card any more" };
  }
  // This is how mpv says that it was to begin behind the song's end.
  if (item.startAtMs > 0 && end.fault === "no audio or video data played") return { how: "finished" };
  return { how: "unplayable", detail: end.fault ?? `mpv ended it with "${end.reason}"` };
}

function readyOrOver(entry: MpvEntry | null, id: number): MpvEntry | null {
  return entry?.id === id && (entry.ready || entry.end !== null) ? entry : null;
}

/** While paused no clock runs, and being ready must do. */
function begun(entry: MpvEntry | null, id: number, paused: boolean): MpvEntry | null {
  if (entry === null || entry.id !== id) return null;
  return entry.end !== null || entry.sounded || (entry.ready && paused) ? entry : null;
}

/**
 * mpv opens addresses, protocols such as edl:// and memory://, folders and pipes too, and takes a leading dash for
 * an option. None of them is an absolute path to a plain file.
 */
async function whetherAFile(path: string, files: ReachableFiles, patienceMs: number): Promise<Reach> {
  if (!isAbsolute(path)) return { fault: "not an absolute path to a file", gone: true };
  if (path.includes("\0")) return { fault: "no file can have this name", gone: true };
  return files.ask(path, patienceMs);
}
