import { describe, expect, test } from "vitest";
import type { OutputEvent } from "../output.ts";
import { FakeOutput } from "../testing-output.ts";
import { audioDevices, devicesIn, otherDevices } from "./audio-devices.ts";
import { OtherDevice } from "./other-device.ts";

/** What a Pi with a USB card says, with PulseAudio beside ALSA. */
const help = `List of detected audio devices:
  'auto' (Autoselect device)
  'pulse' (Default (pulse))
  'pulse/alsa_output.usb-Generic_USB_Audio-00.analog-stereo' (USB Audio Analog Stereo)
  'alsa' (Default (alsa))
  'alsa/null' (Discard all samples (playback) or generate zero samples (capture))
  'alsa/sysdefault:CARD=vc4hdmi0' (vc4-hdmi-0, MAI PCM i2s-hifi-0/Default Audio Device)
  'alsa/hw:CARD=Device,DEV=0' (USB Audio (Device), USB Audio/Direct hardware device without any conversions)
  'alsa/sysdefault:CARD=Device' (USB Audio, USB Audio/Default Audio Device)
  'jack' (Default (jack))
`;

describe("mpv's list of devices", () => {
  test("is read with its titles", () => {
    expect(devicesIn(help)).toHaveLength(9);
    expect(devicesIn(help)[7]).toEqual({
      name: "alsa/sysdefault:CARD=Device",
      title: "USB Audio, USB Audio/Default Audio Device",
    });
  });

  test("of the real mpv names at least the one that it chooses by itself", async () => {
    expect((await audioDevices()).map(({ name }) => name)).toContain("auto");
  });

  test("is empty where mpv can't be asked", async () => {
    expect(await audioDevices("/nowhere/mpv")).toEqual([]);
  });

  test("offers each speaker once in the place of one that is away, and never silence", () => {
    expect(otherDevices(devicesIn(help), "alsa/sysdefault:CARD=Device")).toEqual([
      "auto",
      "pulse/alsa_output.usb-Generic_USB_Audio-00.analog-stereo",
      "alsa/sysdefault:CARD=vc4hdmi0",
    ]);
  });
});

describe("another device", () => {
  const missing = { ok: false, reason: "output-missing", detail: "away" } as const;

  async function otherOf(answers: Record<string, FakeOutput["startAnswers"]>) {
    const made = new Map<string, FakeOutput>();
    const other = new OtherDevice({
      devices: async () => Object.keys(answers),
      make: (device) => {
        const output = new FakeOutput({ durationMs: 60_000 });
        output.startAnswers.push(...(answers[device] ?? []));
        made.set(device, output);
        return output;
      },
    });
    const events: OutputEvent["type"][] = [];
    other.on(({ type }) => events.push(type));
    return { other, made, events, started: await other.start() };
  }

  test("is the first one that answers, at the volume that was set before", async () => {
    const { other, made, started, events } = await otherOf({ a: [missing], b: [], c: [] });
    expect(started).toEqual({ ok: true });
    expect(other.device).toBe("b");
    expect([...made.keys()]).toEqual(["a", "b"]);
    await other.load({ path: "song", startAtMs: 0, paused: false, gainDb: null });
    made.get("b")?.lose("mpv-gone");
    expect(events).toEqual(["lost"]);
  });

  test("is missing where none answers, and says what else is wrong", async () => {
    expect((await otherOf({ a: [missing] })).started).toMatchObject({ ok: false, reason: "output-missing" });
    const gone = { ok: false, reason: "mpv-gone", detail: "it crashed" } as const;
    expect((await otherOf({ a: [missing], b: [gone], c: [] })).started).toEqual(gone);
  });
});
