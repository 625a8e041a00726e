import { expect, test } from "vitest";
import { devicesIn } from "./audio-devices.ts";
import { speakerList } from "./speaker-list.ts";

const plugins = `
  'auto' (Autoselect device)
  'alsa' (Default (alsa))
  'alsa/lavrate' (Rate Converter Plugin Using Libav/FFmpeg Library)
  'alsa/samplerate' (Rate Converter Plugin Using Samplerate Library)
  'alsa/speexrate' (Rate Converter Plugin Using Speex Resampler)
  'alsa/jack' (JACK Audio Connection Kit)
  'alsa/oss' (Open Sound System)
  'alsa/upmix' (Plugin for channel upmix (4,6,8))
  'jack' (Default (jack))
  'sdl' (Default (sdl))
`;
const pi = `${plugins}
  'alsa/hw:CARD=Headphones,DEV=0' (bcm2835 Headphones, bcm2835 Headphones/Direct hardware device without any conversions)
  'alsa/plughw:CARD=Headphones,DEV=0' (bcm2835 Headphones, bcm2835 Headphones/Hardware device with all software conversions)
  'alsa/sysdefault:CARD=Headphones' (bcm2835 Headphones, bcm2835 Headphones/Default Audio Device)
  'alsa/dmix:CARD=Headphones,DEV=0' (bcm2835 Headphones, bcm2835 Headphones/Direct sample mixing device)
  'alsa/sysdefault:CARD=vc4hdmi0' (vc4-hdmi-0, MAI PCM i2s-hifi-0/Default Audio Device)
  'alsa/hdmi:CARD=vc4hdmi0,DEV=0' (vc4-hdmi-0, MAI PCM i2s-hifi-0/HDMI Audio Output)
  'alsa/sysdefault:CARD=Device' (USB Audio Device, USB Audio/Default Audio Device)
  'alsa/front:CARD=Device,DEV=0' (USB Audio Device, USB Audio/Front output / input)
`;

const told = (help: string) =>
  speakerList(devicesIn(help)).map(({ kind, title, name }) => [kind, title, name]);

test("of plugins and servers' defaults nothing is offered, and the machine's own choice always", () => {
  expect(told(plugins)).toEqual([[null, "Autoselect device", "auto"]]);
});

test("each card is there once, as it is called and where its cable goes", () => {
  expect(told(pi).slice(1)).toEqual([
    ["headphones", "bcm2835 Headphones", "alsa/sysdefault:CARD=Headphones"],
    ["hdmi", "vc4-hdmi-0, MAI PCM i2s-hifi-0", "alsa/sysdefault:CARD=vc4hdmi0"],
    ["usb", "USB Audio Device, USB Audio", "alsa/sysdefault:CARD=Device"],
  ]);
});

test("a card with sockets for screens as well has each of them", () => {
  const pc = `
  'alsa/sysdefault:CARD=PCH' (HDA Intel PCH, ALC269VC Analog/Default Audio Device)
  'alsa/hdmi:CARD=PCH,DEV=0' (HDA Intel PCH, HDMI 0/HDMI Audio Output)
  'alsa/hdmi:CARD=PCH,DEV=1' (HDA Intel PCH, HDMI 1/HDMI Audio Output)
`;
  expect(told(pc)).toEqual([
    ["analogue", "HDA Intel PCH, ALC269VC Analog", "alsa/sysdefault:CARD=PCH"],
    ["hdmi", "HDA Intel PCH, HDMI 0", "alsa/hdmi:CARD=PCH,DEV=0"],
    ["hdmi", "HDA Intel PCH, HDMI 1", "alsa/hdmi:CARD=PCH,DEV=1"],
  ]);
});

test("where a sound server is, its speakers are those to choose, and what it records is none", () => {
  const desktop = `${pi}
  'pulse' (Default (pulse))
  'pulse/alsa_output.usb-Generic_USB_Audio-00.analog-stereo' (USB Audio Analog Stereo)
  'pulse/alsa_output.usb-Generic_USB_Audio-00.analog-stereo.monitor' (Monitor of USB Audio Analog Stereo)
  'pulse/bluez_output.AA_BB.1' (Kitchen box)
`;
  expect(told(desktop).slice(1)).toEqual([
    ["usb", "USB Audio Analog Stereo", "pulse/alsa_output.usb-Generic_USB_Audio-00.analog-stereo"],
    ["bluetooth", "Kitchen box", "pulse/bluez_output.AA_BB.1"],
  ]);
});

test("what a sound server offers under two languages is there once", () => {
  const both = `
  'pipewire' (Default (pipewire))
  'pipewire/alsa_output.pci-0000_00_1f.3.analog-stereo' (Built-in Audio Analog Stereo)
  'pulse/alsa_output.pci-0000_00_1f.3.analog-stereo' (Built-in Audio Analog Stereo)
  'pulse/tunnel.kitchen' (Kitchen)
`;
  expect(told(both)).toEqual([
    ["analogue", "Built-in Audio Analog Stereo", "pipewire/alsa_output.pci-0000_00_1f.3.analog-stereo"],
    [null, "Kitchen", "pulse/tunnel.kitchen"],
  ]);
});

test("two that are called alike say which is which", () => {
  const twins = `
  'alsa/sysdefault:CARD=Device' (USB Audio, USB Audio/Default Audio Device)
  'alsa/sysdefault:CARD=Device_1' (USB Audio, USB Audio/Default Audio Device)
`;
  expect(told(twins).map(([, title]) => title)).toEqual([
    "USB Audio (sysdefault:CARD=Device)",
    "USB Audio (sysdefault:CARD=Device_1)",
  ]);
});
