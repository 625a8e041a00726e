import { expect, test } from "vitest";
import { forbidsCrossfade } from "./mpv-decks.ts";

test.each([
  ["alsa/hw:CARD=Headphones,DEV=0", true],
  ["alsa/hw:0,0", true],
  ["alsa/plughw:CARD=Device,DEV=0", true],
  ["alsa/hdmi:CARD=vc4hdmi0,DEV=0", true],
  ["alsa/iec958:CARD=PCH,DEV=0", true],
  ["alsa/spdif", true],
  ["alsa/front:CARD=PCH,DEV=0", true],
  ["alsa/side:CARD=PCH,DEV=0", true],
  ["alsa/rear:CARD=PCH,DEV=0", true],
  ["alsa/center_lfe:CARD=PCH,DEV=0", true],
  ["alsa/surround40:CARD=PCH,DEV=0", true],
  ["alsa/surround51:CARD=PCH,DEV=0", true],
  ["alsa/surround71:CARD=PCH,DEV=0", true],
  // These mix, mostly; where one does not, the second deck finds no card.
  ["alsa/sysdefault:CARD=vc4hdmi0", false],
  ["alsa/default", false],
  ["alsa/dmix:CARD=PCH,DEV=0", false],
  ["alsa", false],
  ["alsa/pipewire", false],
  ["alsa/pulse", false],
  ["pipewire", false],
  ["pipewire/alsa_output.platform-soc_sound.stereo-fallback", false],
  // The device's name says HDMI; the server mixes for it all the same.
  ["pulse/alsa_output.platform-fef00700.hdmi.hdmi-stereo", false],
  ["pulse/hw:0", false],
  ["jack", false],
  ["auto", false],
  ["null", false],
])("a crossfade through %s is forbidden: %s", (device, forbidden) => {
  expect(forbidsCrossfade(device)).toBe(forbidden);
});
