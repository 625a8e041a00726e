import { mkdir, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../../library/testing-music.ts";
import { makeTestAppliance, type TestAppliance, titleOf } from "../testing.ts";

let made: TestAppliance;
afterEach(() => made.remove());

let tone = 220;
const song = (folder: string, title: string) => {
  tone += 20;
  return makeMusic(join(folder, `${title}.mp3`), {
    ...{ seconds: 1, tone },
    tags: { title, artist: title, genre: "Pop" },
  });
};
const longAgo = new Date("2020-01-01");

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

test("beside the first uploads the demo pieces go on, and the tenth song that can be chosen takes their place", async () => {
  const base = await temporaryFolder();
  const [demoFolder, uploads] = [join(base, "demo"), join(base, "uploads")];
  for (const folder of [demoFolder, uploads]) await mkdir(folder);
  const settled = async (folder: string, title: string) => {
    await song(folder, title);
    await utimes(join(folder, `${title}.mp3`), longAgo, longAgo);
  };
  for (const title of ["demo 1", "demo 2"]) await settled(demoFolder, title);
  made = await makeTestAppliance({ overrides: { musicFolders: [], uploadFolder: uploads }, demoFolder });
  const { library } = made.appliance;
  const after = async (songs: number) => {
    await library.scan();
    // A file that was just written is left for a moment later.
    const tracks = () => [library.state.tracks, library.state.demo, library.health.state];
    await expect
      .poll(tracks, { timeout: 20_000 })
      .toEqual([songs < 10 ? songs + 2 : songs, songs < 10, "ok"]);
  };
  await after(0);
  await settled(uploads, "own 1");
  await after(1);
  expect(library.standIn).toBe(demoFolder);
  // A look through the folders changes nothing of what is offered.
  const told = library.songs;
  await library.scan();
  expect(library.songs).toBe(told);
  for (let each = 2; each < 10; each++) await settled(uploads, `own ${each}`);
  await after(9);
  await settled(uploads, "own 10");
  await after(10);
  expect(library.standIn).toBe(null);
  // Some are deleted again.
  for (const each of [3, 4, 5]) await rm(join(uploads, `own ${each}.mp3`));
  await after(7);
});

test("whoever names a folder hears what is in it and no demo pieces, however little it is", async () => {
  const base = await temporaryFolder();
  const [demoFolder, uploads, mine] = [join(base, "demo"), join(base, "uploads"), join(base, "mine")];
  for (const folder of [demoFolder, uploads, mine]) await mkdir(folder);
  await song(demoFolder, "demo 1");
  await song(uploads, "own 1");
  await song(mine, "own 2");
  made = await makeTestAppliance({ overrides: { musicFolders: [mine], uploadFolder: uploads }, demoFolder });
  const { library } = made.appliance;
  await library.scan();
  await expect
    .poll(() => [library.state.tracks, library.state.demo], { timeout: 20_000 })
    .toEqual([2, false]);
});
