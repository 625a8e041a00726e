import { mkdir, rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../../library/testing-music.ts";
import { makeTestAppliance, type TestAppliance, titleOf } from "../testing.ts";

const patient = { timeout: 20_000 };
const longAgo = new Date("2020-01-01");

let made: TestAppliance;
afterEach(() => made.remove());

/** Folders of these names with so many songs in each, which have lain there for long. */
async function folders(counts: Readonly<Record<string, number>>) {
  const base = await temporaryFolder();
  let tone = 200;
  const make = async (folder: string, n: number) => {
    const title = `${folder} ${n}`;
    tone += 20;
    const path = join(base, folder, `${title}.mp3`);
    await makeMusic(path, { seconds: 1, tone, tags: { title, artist: title, genre: "Pop" } });
    await utimes(path, longAgo, longAgo);
  };
  for (const [name, count] of Object.entries(counts)) {
    await mkdir(join(base, name));
    await Promise.all(Array.from({ length: count }, (_, index) => make(name, index + 1)));
  }
  return (name: string) => join(base, name);
}

/** A page that was open all the while is told so: the six, and what comes next. */
const shown = () => {
  const { sixPicks, queue } = made.appliance.publisher.state;
  return { six: sixPicks.map(titleOf).sort(), next: queue.map(titleOf) };
};
const allFrom = (folder: string) => () => {
  const { six, next } = shown();
  const isFrom = (title: string) => title.startsWith(folder);
  return six.length > 0 && next.length > 0 && six.every(isFrom) && next.every(isFrom);
};

async function playFrom(musicFolders: readonly string[], demoFolder: string): Promise<void> {
  made = await makeTestAppliance({
    overrides: { musicFolders: [...musicFolders], shortestSongSeconds: 0 },
    demoFolder,
  });
  const { library, player } = made.appliance;
  await library.scan();
  made.appliance.follow();
  await player.start();
}

test("songs whose folder went away are offered no more and don't come next; with the folder they come back", async () => {
  const at = await folders({ demo: 4, mine: 9 });
  await playFrom([at("mine")], at("demo"));
  await expect.poll(allFrom("mine"), patient).toBe(true);

  await rename(at("mine"), at("moved"));
  await made.appliance.library.scan();
  await expect.poll(allFrom("demo"), patient).toBe(true);

  await rename(at("moved"), at("mine"));
  await made.appliance.library.scan();
  await expect.poll(allFrom("mine"), patient).toBe(true);
});

test("with enough uploads no demo piece is offered any more, nor comes next", async () => {
  const at = await folders({ demo: 9, mine: 10 });
  await playFrom([], at("demo"));
  await expect.poll(allFrom("demo"), patient).toBe(true);

  const { library, uploads } = made.appliance;
  await rm(uploads.landing.folder, { recursive: true, force: true });
  await rename(at("mine"), uploads.landing.folder);
  await library.scan();
  await expect.poll(allFrom("mine"), patient).toBe(true);
});
