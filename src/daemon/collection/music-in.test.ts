import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeMusic, temporaryFolder } from "../../library/testing-music.ts";
import type { LibraryTables } from "../../store/store.ts";
import { systemClock } from "../clock.ts";
import { makeMusicIn } from "./music-in.ts";

const song = await makeMusic(join(await temporaryFolder(), "song.mp3"));

/** What a copy of a stick with one song brings, where the library knows that song in this place. */
async function copiedWith(placeOf: (stick: string) => string | null): Promise<readonly string[]> {
  const [stick, folder] = [await temporaryFolder(), await temporaryFolder()];
  await copyFile(song, join(stick, "song.mp3"));
  const pathsOfSounds = async (hashes: readonly string[]) => hashes.map(() => placeOf(stick));
  const { copies } = makeMusicIn({
    library: { pathsOfSounds } as unknown as LibraryTables,
    folder: () => folder,
    demoFolder: "/demo",
    clock: systemClock,
    onMusic: () => undefined,
  });
  copies.begin(stick, "STICK");
  await expect.poll(() => copies.state.state).toBe("done");
  await copies.stop();
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".mp3"));
}

test("a stick's songs are copied where the library knows them from that stick alone, or as demo pieces", async () => {
  expect(await copiedWith((stick) => `${stick}/song.mp3`)).toEqual(["STICK/song.mp3"]);
  expect(await copiedWith(() => "/demo/song.mp3")).toEqual(["STICK/song.mp3"]);
});

test("what is in the library elsewhere is not copied", async () => {
  expect(await copiedWith(() => "/music/song.mp3")).toEqual([]);
});
