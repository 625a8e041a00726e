import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../../library/testing-music.ts";
import { makeTestAppliance, type TestAppliance, titleOf } from "../testing.ts";

let made: TestAppliance;
afterEach(() => made.remove());

const song = (folder: string, title: string) =>
  makeMusic(join(folder, `${title}.mp3`), { seconds: 1, tags: { title, artist: title, genre: "Pop" } });

test("once there is music of one's own, no demo piece that was queued is heard any more", async () => {
  const base = await temporaryFolder();
  const [demoFolder, mine] = [join(base, "demo"), join(base, "mine")];
  await mkdir(demoFolder);
  for (const title of ["demo 1", "demo 2", "demo 3"]) await song(demoFolder, title);
  made = await makeTestAppliance({ overrides: { musicFolders: [mine] }, demoFolder });
  const { library, player } = made.appliance;
  await library.scan();
  made.appliance.follow();
  await player.start();
  await expect.poll(() => player.queue.map(titleOf)).toEqual([expect.stringMatching("demo")]);

  await mkdir(mine);
  for (const title of ["own 1", "own 2", "own 3"]) await song(mine, title);
  await library.scan();
  await expect.poll(() => player.queue.map(titleOf)).toEqual([expect.stringMatching("own")]);
});

test("the demo pieces stand in only where there are folders of one's own, and nothing in them to play", async () => {
  const base = await temporaryFolder();
  const [demoFolder, mine] = [join(base, "demo"), join(base, "mine")];
  for (const folder of [demoFolder, mine]) await mkdir(folder);
  await song(demoFolder, "demo 1");
  made = await makeTestAppliance({ overrides: { musicFolders: [mine] }, demoFolder });
  const { library } = made.appliance;
  await library.scan();
  expect([library.state.demo, library.standIn]).toEqual([true, demoFolder]);
  await song(mine, "own 1");
  await library.scan();
  // A file that was just written is left for a moment later.
  await expect.poll(() => [library.state.demo, library.standIn], { timeout: 20_000 }).toEqual([false, null]);
  await made.remove();

  made = await makeTestAppliance({ overrides: { musicFolders: [] }, demoFolder });
  await made.appliance.library.scan();
  expect([made.appliance.library.state.demo, made.appliance.library.standIn]).toEqual([true, null]);
});
