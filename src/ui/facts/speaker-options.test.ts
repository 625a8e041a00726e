import { expect, test } from "vitest";
import { speakerOptions } from "./speaker-options.ts";

const speakers = [
  { name: "auto", title: "Autoselect device", kind: null },
  { name: "alsa/sysdefault:CARD=vc4hdmi0", title: "vc4-hdmi-0", kind: "hdmi" },
  { name: "alsa/sysdefault:CARD=PCH", title: "HDA Intel PCH", kind: "analogue" },
  { name: "alsa/sysdefault:CARD=Device", title: "USB Audio", kind: "usb" },
];

test("a speaker is called as somebody knows it, with the name that mpv goes by beside it", () => {
  expect(speakerOptions(speakers, "auto")).toEqual([
    { value: "auto", text: "Whichever the machine uses" },
    { value: "alsa/sysdefault:CARD=vc4hdmi0", text: "vc4-hdmi-0", detail: "alsa/sysdefault:CARD=vc4hdmi0" },
    {
      ...{ value: "alsa/sysdefault:CARD=PCH", detail: "alsa/sysdefault:CARD=PCH" },
      text: "Headphone or line socket: HDA Intel PCH",
    },
    { value: "alsa/sysdefault:CARD=Device", text: "USB Audio", detail: "alsa/sysdefault:CARD=Device" },
  ]);
});

test("one that was set by its name stays to be chosen, whatever is listed", () => {
  expect(speakerOptions(speakers, "alsa/plughw:CARD=Old").at(-1)).toEqual({
    ...{ value: "alsa/plughw:CARD=Old", text: "alsa/plughw:CARD=Old" },
  });
});
