import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isCardAway } from "./card-away.ts";

/** What the kernel shows of these cards. */
async function cards(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mien-asound-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of names) await mkdir(join(folder, name));
  return folder;
}

test("a card is away when the kernel lists it no more, by whichever name the device has it", async () => {
  const plugged = await cards("card0", "PCH", "card1", "Audio");
  const pulled = await cards("card0", "PCH");
  for (const device of [
    "alsa/plughw:CARD=Audio,DEV=0",
    "alsa/sysdefault:CARD=Audio",
    "alsa/hw:CARD=1,DEV=0",
  ]) {
    expect(isCardAway(device, plugged)).toBe(false);
    expect(isCardAway(device, pulled)).toBe(true);
  }
});

test("a device that names no card is not away, and neither is any where the kernel lists none", async () => {
  const none = await cards();
  for (const device of ["auto", "null", "pulse/alsa_output.usb.CARD=Audio", "alsa/default"])
    expect(isCardAway(device, none)).toBe(false);
  expect(isCardAway("alsa/hw:CARD=Audio,DEV=0", join(none, "nowhere"))).toBe(false);
});
