import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { chords, drums, together, writeWav } from "../../library/sound/testing-sounds.ts";
import { temporaryFolder } from "../../library/testing-music.ts";
import { makeTestAppliance, type TestAppliance } from "../testing.ts";

// Other tests keep the machine busy, and then listening would wait.
vi.mock(import("node:os"), async (original) => ({ ...(await original()), loadavg: () => [0, 0, 0] }));
let made: TestAppliance;
afterEach(() => made.remove());

async function folderWithASong(): Promise<string> {
  const folder = await temporaryFolder();
  const parts = [drums({ bpm: 100, seconds: 10 }), chords({ tonic: 5, mode: "major", seconds: 10 })];
  await writeWav(join(folder, "Somebody - Something.wav"), together(...parts));
  return folder;
}

test("music that says nothing of its mood plays once it has been listened to", async () => {
  made = await makeTestAppliance({ overrides: { musicFolders: [await folderWithASong()] } });
  const { library } = made.appliance;
  await library.scan();
  expect(library.hasMusic).toBe(false);
  await expect.poll(() => library.hasMusic, { timeout: 100_000 }).toBe(true);
  expect(library.state.demo).toBe(false);
});

test("where the owner does not want it, nobody listens", async () => {
  const overrides = { musicFolders: [await folderWithASong()], analyseSound: false };
  made = await makeTestAppliance({ overrides });
  const { library, sound, settings } = made.appliance;
  made.appliance.follow();
  await library.scan();
  await sound.idle();
  expect(library.hasMusic).toBe(false);
  expect(sound.progress).toBeNull();
  expect(settings.current.analyseSound).toBe(false);
});
