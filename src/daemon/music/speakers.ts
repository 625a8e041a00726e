import { mpvDecks } from "../../player/decks/mpv-decks.ts";
import { audioDevices, otherDevices } from "../../player/devices/audio-devices.ts";
import { OtherDevice } from "../../player/devices/other-device.ts";
import type { NamedOutput } from "../../player/devices/output-chain.ts";
import type { Log } from "../log.ts";

export interface SpeakersOptions {
  /** The owner's choice: `auto`, `null`, or one of mpv's devices. */
  chosen: string;
  socketDir: string;
  crossfadeMs: () => number;
  /** What mpv inherits. */
  environment: Readonly<Record<string, string | undefined>>;
  log: Log;
}

/** The chosen speaker, any other one while that is away, and silence that keeps time. */
export function speakers({ chosen, ...mpv }: SpeakersOptions): readonly NamedOutput[] {
  const speaker = (name: string): NamedOutput => ({ name, output: mpvDecks({ ...mpv, audioDevice: name }) });
  if (chosen === "null") return [speaker("null")];
  const other = new OtherDevice({
    devices: async () => otherDevices(await audioDevices(), chosen),
    make: (device) => speaker(device).output,
  });
  const elsewhere: NamedOutput = {
    output: other,
    get name() {
      return other.device ?? "another";
    },
  };
  return [speaker(chosen), elsewhere, speaker("null")];
}
