import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface AudioDevice {
  /** As mpv's `--audio-device` takes it. */
  name: string;
  /** As a person would call it. */
  title: string;
}

/** A sound server that hangs must not hold up the music. */
const askTimeoutMs = 2_000;

/** What mpv can play to on this machine, in its own order; empty where it can't be asked. */
export async function audioDevices(binary = "mpv"): Promise<readonly AudioDevice[]> {
  try {
    const { stdout } = await promisify(execFile)(binary, ["--no-config", "--audio-device=help"], {
      timeout: askTimeoutMs,
    });
    return devicesIn(stdout);
  } catch {
    return [];
  }
}

/** Lines such as `  'alsa/sysdefault:CARD=PCH' (HDA Intel PCH, ALC269VC/Default Audio Device)`. */
export function devicesIn(help: string): readonly AudioDevice[] {
  return [...help.matchAll(/^ {2}'([^']+)' \((.*)\)$/gm)].map(([, name = "", title = ""]) => ({
    name,
    title,
  }));
}

/**
 * Which of them to try when the chosen one is away, best first: what the machine uses by itself, what a sound server
 * offers, and then each card once, by the name under which ALSA converts whatever it is given.
 */
export function otherDevices(devices: readonly AudioDevice[], chosen: string): readonly string[] {
  const names = devices.map(({ name }) => name);
  const served = names.filter((name) => /^(pipewire|pulse)\/./.test(name));
  const cards = names.filter((name) => /^alsa\/(sysdefault|hdmi):/.test(name));
  return ["auto", ...served, ...cards].filter((name) => name !== chosen);
}
