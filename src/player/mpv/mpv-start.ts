import { mpvArgs } from "./mpv-args.ts";
import type { Environment } from "./mpv-environment.ts";
import { MpvInstance } from "./mpv-instance.ts";
import { endOrphans, findOrphan, mpvPlaces } from "./mpv-orphan.ts";

export interface MpvStart {
  audioDevice: string;
  socketDir: string;
  binary?: string;
  /** What mpv inherits; only where it is given, PipeWire is told how to run mpv's clock. */
  environment?: Environment;
  deck?: "a" | "b";
  log: { warn(o: object, msg: string): void };
}

/**
 * An mpv that is ready: the one that an earlier daemon left at this device, or a new one. Every other mpv of
 * an earlier daemon is ended first, so that two songs never sound at once; but the one on the other deck of this
 * device, which that deck adopts.
 */
export async function startMpv({
  audioDevice,
  socketDir,
  binary = "mpv",
  deck,
  environment,
  log,
}: MpvStart): Promise<MpvInstance | { reason: "mpv-missing" | "mpv-gone"; detail: string }> {
  const placesOf = (name: "a" | "b") => {
    const places = mpvPlaces(socketDir, audioDevice, name);
    return { places, args: mpvArgs({ audioDevice, socket: places.socket }) };
  };
  const { places, args } = placesOf(deck ?? "a");
  const left = await findOrphan(places, args);
  const adopted = left === null ? null : await MpvInstance.adopt({ pid: left, places });

  const kept = adopted === null ? [] : [places];
  if (deck !== undefined) {
    const other = placesOf(deck === "a" ? "b" : "a");
    if ((await findOrphan(other.places, other.args)) !== null) kept.push(other.places);
  }
  const ended = await endOrphans(socketDir, places, kept);
  if (typeof ended === "string") return { reason: "mpv-gone", detail: ended };
  if (ended.length > 0) log.warn({ ended }, "ended an mpv that an earlier run left behind");
  return adopted ?? MpvInstance.start({ binary, args, places, environment });
}

/** Whether an earlier daemon left an mpv on this deck. */
export async function wasLeftPlaying({ audioDevice, socketDir, deck }: MpvStart): Promise<boolean> {
  const places = mpvPlaces(socketDir, audioDevice, deck);
  return (await findOrphan(places, mpvArgs({ audioDevice, socket: places.socket }))) !== null;
}
