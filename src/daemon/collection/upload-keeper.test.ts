import { copyFile, mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeMusic, temporaryFolder } from "../../library/testing-music.ts";
import { Landing } from "../../library/upload/landing.ts";
import { UploadKeeper, type UploadKeeperOptions } from "./upload-keeper.ts";

const source = await temporaryFolder();
const song = await readFile(await makeMusic(join(source, "song.mp3"), { tone: 300 }));

let base: string;
let keeper: UploadKeeper;
/** Where the library has the song. */
let known: string | null;
beforeEach(async () => {
  base = await temporaryFolder();
  known = null;
  keeper = makeKeeper();
});
afterEach(async () => {
  vi.useRealTimers();
  await keeper.stop();
});

function makeKeeper(given: Partial<UploadKeeperOptions> = {}): UploadKeeper {
  return new UploadKeeper({
    library: { pathsOfSounds: async (hashes) => hashes.map(() => known) },
    folder: () => join(base, "uploads"),
    isLasting: (path) => !path.startsWith(join(base, "demo")),
    onMusic: () => undefined,
    ...given,
  });
}

const send = (name: string, chunks: readonly Buffer[] = [song]) =>
  keeper.receive([name], song.length, Readable.from(chunks, { objectMode: false }));

async function put(folder: string): Promise<string> {
  await mkdir(join(base, folder));
  await copyFile(join(source, "song.mp3"), join(base, folder, "song.mp3"));
  return join(base, folder, "song.mp3");
}

test("a song that is in a music folder is not stored again", async () => {
  known = await put("music");
  expect(await send("mine.mp3")).toEqual({ result: "already-here", path: known, kind: "music" });
});

test("a demo piece becomes a person's own when they send it, for the demo makes way for their music", async () => {
  known = await put("demo");
  expect(await send("mine.mp3")).toEqual({ result: "kept", path: "mine.mp3", kind: "music" });
  expect(await send("again.mp3")).toMatchObject({ result: "already-here", path: "mine.mp3" });
});

test("a song that was removed from the library's folders since the last scan may come", async () => {
  known = join(base, "music/gone.mp3");
  expect(await send("mine.mp3")).toMatchObject({ result: "kept" });
});

test("a card that takes its time is not taken for a sender that is silent", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let writes = 0;
  const slow: typeof open = async (...args) => {
    const file = await open(...args);
    const write = file.write.bind(file) as (chunk: Uint8Array, from: number) => Promise<unknown>;
    const slowly = (chunk: Uint8Array, from: number) => {
      writes += 1;
      // Meanwhile a minute passes.
      vi.advanceTimersByTime(60_000);
      return write(chunk, from);
    };
    return Object.assign(file, { write: slowly });
  };
  keeper = makeKeeper({ silenceMs: 30_000, makeLanding: (folder) => new Landing({ folder, open: slow }) });
  const half = song.length >> 1;
  expect(await send("mine.mp3", [song.subarray(0, half), song.subarray(half)])).toMatchObject({
    result: "kept",
  });
  expect(writes).toBeGreaterThanOrEqual(2);
});

test("the folder for uploads is a music folder while something is in it, however that came there", async () => {
  const uploads = join(base, "uploads");
  expect(await keeper.foldersWith(["/music"])).toEqual(["/music"]);
  await put("uploads");
  expect(await keeper.foldersWith(["/music"])).toEqual(["/music", uploads]);
  expect(await keeper.foldersWith([uploads])).toEqual([uploads]);
});

test("the same song, sent twice at the same time, is kept once, and both senders are told where", async () => {
  const answers = await Promise.all([send("one.mp3"), send("two.mp3"), send("one.mp3")]);
  expect(answers.map((answer) => "result" in answer && answer.result).toSorted()).toEqual([
    "already-here",
    "already-here",
    "kept",
  ]);
  expect(new Set(answers.map((answer) => "path" in answer && answer.path)).size).toBe(1);
  expect((await readdir(join(base, "uploads"))).filter((name) => name.endsWith(".mp3"))).toHaveLength(1);
});

test("a file is whole where the settings name another folder while it comes, and then the first one again", async () => {
  let folder = "first";
  keeper = makeKeeper({ folder: () => join(base, folder) });
  const half = song.length >> 1;
  const bodies = [new Readable({ read: () => undefined }), new Readable({ read: () => undefined })];
  const answers: Promise<unknown>[] = [];
  for (const [index, body] of bodies.entries()) {
    folder = ["first", "second", "first"][index] ?? "";
    answers.push(keeper.receive([`${index}.mp3`], song.length, body));
    body.push(song.subarray(0, half));
    await expect.poll(async () => (await keeper.state()).running.length).toBe(index + 1);
  }
  folder = "first";
  // A third one in the first folder, whose landing is another object by now.
  expect(await send("third.mp3")).toMatchObject({ result: "kept", path: "third.mp3" });
  for (const body of bodies) {
    body.push(song.subarray(half));
    body.push(null);
  }
  expect(await Promise.all(answers)).toMatchObject([{ path: "third.mp3" }, { path: "third.mp3" }]);
  expect(await readFile(join(base, "first/third.mp3"))).toEqual(song);
});

test("a file that began to come before another folder was named is kept in that one", async () => {
  let folder = "first";
  keeper = makeKeeper({ folder: () => join(base, folder) });
  const body = new Readable({ read: () => undefined });
  const answer = keeper.receive(["song.mp3"], song.length, body);
  body.push(song.subarray(0, 100));
  await expect.poll(async () => (await keeper.state()).running[0]?.bytes).toBe(100);
  folder = "second";
  body.push(song.subarray(100));
  body.push(null);
  expect(await answer).toEqual({ result: "kept", path: "song.mp3", kind: "music" });
  expect(await readFile(join(base, "second/song.mp3"))).toEqual(song);
  expect(await readdir(join(base, "first/.mien-incoming"))).toEqual([]);
});

test("a file that nobody can look into because Mien is ending is not called damaged", async () => {
  await keeper.stop();
  expect(await send("mine.mp3")).toEqual({
    fault: "unwritable",
    detail: "Mien is ending: send the file again when it is back.",
  });
  expect(await readdir(join(base, "uploads"))).toEqual([".mien-incoming"]);
});

test("a folder that can't be used has no room, and whoever sends a file is told why", async () => {
  await writeFile(join(base, "taken"), "a file where the folder should be");
  keeper = makeKeeper({ folder: () => join(base, "taken/uploads") });
  expect(await keeper.state()).toMatchObject({ freeBytes: 0 });
  expect(await send("mine.mp3")).toMatchObject({
    fault: "unwritable",
    detail: expect.stringMatching(/taken/),
  });
});

test("a sender that is silent is given up on, and leaves nothing", async () => {
  keeper = makeKeeper({ silenceMs: 100 });
  const body = new Readable({ read: () => undefined });
  body.push(song.subarray(0, 100));
  expect(await keeper.receive(["half.mp3"], song.length, body)).toMatchObject({ fault: "broken-off" });
  expect((await keeper.state()).running).toEqual([]);
});
