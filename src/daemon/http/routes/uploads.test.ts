import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeMusic, makePicture, temporaryFolder } from "../../../library/testing-music.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

const source = await temporaryFolder();
const song = await readFile(await makeMusic(join(source, "song.mp3"), { tone: 300 }));
const other = await readFile(await makeMusic(join(source, "other.flac"), { tone: 500 }));
const picture = await readFile(await makePicture(join(source, "cover.png")));

let under: TestServer;
let folder: string;
beforeEach(async () => {
  folder = join(await temporaryFolder(), "uploads");
  under = await makeTestServer({ uploadFolder: folder, musicFolders: [] });
});
afterEach(() => under.remove());

const put = (path: string, body: Buffer | string, headers = {}) =>
  under.server.inject({
    method: "PUT",
    url: `/api/library/uploads?path=${encodeURIComponent(path)}`,
    headers: { host: "localhost:7373", "content-type": "audio/mpeg", ...headers },
    payload: body,
  });

async function filesIn(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

test("a file is kept under its path, and told where", async () => {
  const answer = await put("Trio Pomme/Été/01 Pluie.mp3", song);
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toEqual({ result: "kept", path: "Trio Pomme/Été/01 Pluie.mp3", kind: "music" });
  expect(await readFile(join(folder, "Trio Pomme/Été/01 Pluie.mp3"))).toEqual(song);
});

test("whatever type it says it is of, its bytes arrive as they are", async () => {
  for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x", ""]) {
    const headers = type === "" ? {} : { "content-type": type };
    const answer = await under.server.inject({
      method: "PUT",
      url: "/api/library/uploads?path=cover.png",
      headers: { host: "localhost:7373", ...headers },
      payload: picture,
    });
    expect([200, 201]).toContain(answer.statusCode);
  }
  expect(await readFile(join(folder, "cover.png"))).toEqual(picture);
});

test("it gets the ending of what it holds, and a name that every disk takes", async () => {
  expect((await put("a/really flac?.mp3", other)).json()).toMatchObject({ path: "a/really flac_.flac" });
  expect((await put(".hidden/CON.mp3", song)).json()).toMatchObject({ path: "hidden/_CON.mp3" });
});

test("nothing is stored twice: the same sound, the same file, or one that is in the library", async () => {
  await put("one.mp3", song);
  expect((await put("two.mp3", song)).json()).toEqual({
    result: "already-here",
    path: "one.mp3",
    kind: "music",
  });
  await put("cover.png", picture);
  expect((await put("cover.png", picture)).statusCode).toBe(200);
  expect(await filesIn()).toEqual(["cover.png", "one.mp3"]);
});

test.each([
  ["../outside.mp3", 400],
  ["a/..", 400],
  ["/", 400],
])("the path %s is refused", async (path, status) => {
  const answer = await put(path, song);
  expect(answer.statusCode).toBe(status);
  expect(answer.json().error).toMatch(/\.$/);
});

test("what is no music, cover or playlist is refused and leaves nothing", async () => {
  for (const [path, bytes, kind] of [
    ["page.mp3", "<html>".repeat(1000), "broken-music"],
    ["holiday.png", picture, "not-music"],
    ["empty.mp3", "", "broken-music"],
    ["program.exe", "MZ", "not-music"],
    ["notes.txt", "some words", "not-music"],
    ["song.wma", "0&\xb2u", "other-music"],
    ["cover.jpg", "no picture", "not-music"],
  ] as const) {
    const answer = await put(path, Buffer.from(bytes));
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toEqual({ error: expect.stringContaining(path), kind, again: false });
    expect(answer.json().error).not.toContain("again");
  }
  expect(await filesIn()).toEqual([]);
});

test("what a system put into a folder is passed over without a word, and leaves nothing", async () => {
  for (const path of ["Album/Thumbs.db", "Album/.DS_Store", "Album/._song.mp3", "__MACOSX/song.mp3"]) {
    const answer = await put(path, song);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ result: "passed-over", path, kind: "system" });
  }
  expect(await filesIn()).toEqual([]);
});

test("a folder's cover and its playlist are kept beside its songs", async () => {
  expect((await put("Album/cover.png", picture)).json()).toMatchObject({ result: "kept", kind: "picture" });
  expect((await put("Album/Calm.m3u8", "#EXTM3U\nsong.mp3\n")).json()).toMatchObject({ kind: "playlist" });
  expect(await filesIn()).toEqual(["Album/Calm.m3u8", "Album/cover.png"]);
});

test("what is too large is refused before its first byte", async () => {
  const answer = await put("big.wav", "x", { "content-length": String(3 * 1024 ** 3) });
  expect(answer.statusCode).toBe(413);
  expect(await filesIn()).toEqual([]);
});

test("so is what a small disk has no room for, with the numbers", async (context) => {
  await mkdir(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return context.skip("this user may mount no disk");
  }
  try {
    const answer = await put("song.mp3", song);
    expect(answer.statusCode).toBe(507);
    expect(answer.json().error).toMatch(/^There is room for 0 MB, and 1 MB are needed/);
    expect(await filesIn()).toEqual([]);
  } finally {
    execFileSync("umount", [folder]);
  }
});

test("so is what tells no length", async () => {
  const answer = await raw(
    "PUT /api/library/uploads?path=a.mp3 HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1.1 411 /);
});

test("what is going on, and what would be taken, is told", async () => {
  expect((await under.get("/api/library/uploads")).json()).toEqual({
    folder,
    freeBytes: expect.any(Number),
    maxFileBytes: 2 * 1024 ** 3,
    running: [],
  });
});

test("only the machine itself may send music, or see where it goes", async () => {
  for (const method of ["PUT", "GET"] as const)
    expect((await under.fromOutside(method, "/api/library/uploads?path=a.mp3")).statusCode).toBe(403);
});

test("a folder that can't be written is told, and nothing crashes", async () => {
  await writeFile(folder, "a file where the folder should be");
  const answer = await put("a.mp3", song);
  expect(answer.statusCode).toBe(503);
  expect(answer.json().error).toContain(folder);
});

test("uploads are in the library by themselves, and leftovers of an earlier run are gone", async () => {
  await mkdir(join(folder, ".mien-incoming"), { recursive: true });
  await writeFile(join(folder, ".mien-incoming/99-1.part"), "half of a song");
  await under.appliance.uploads.start();
  await put("song.mp3", song);
  await expect.poll(() => under.appliance.uploads.foldersWith([])).toEqual([folder]);
  const titles = async () =>
    (await under.get("/api/library/tracks")).json().tracks.map(({ title }: { title: string }) => title);
  await expect.poll(titles).toEqual(["song"]);
  expect(await filesIn()).toEqual(["song.mp3"]);
});

/** What is answered on a connection of its own. */
async function raw(request: string): Promise<string> {
  await under.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = under.server.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(request);
  const [answer] = await once(socket, "data");
  socket.destroy();
  return String(answer);
}

/** Sends so much of a request by a real connection, then hangs up. */
async function sendHalf(bytes: number, of: number): Promise<void> {
  const { port } = under.server.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `PUT /api/library/uploads?path=half.mp3 HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: ${of}\r\n\r\n`,
  );
  socket.write(Buffer.alloc(bytes, song));
  await expect.poll(async () => (await under.appliance.uploads.state()).running[0]?.bytes).toBe(bytes);
  socket.destroy();
}

test("an upload that breaks off leaves nothing", async () => {
  await under.server.listen({ port: 0, host: "127.0.0.1" });
  await sendHalf(30_000, 60_000);
  await expect.poll(async () => (await under.appliance.uploads.state()).running).toEqual([]);
  await expect.poll(filesIn).toEqual([]);
});

test("five at once are one too many", async () => {
  await under.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = under.server.server.address() as AddressInfo;
  const slow = Array.from({ length: 4 }, (_, index) => {
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `PUT /api/library/uploads?path=${index}.mp3 HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: 9000\r\n\r\nabc`,
    );
    return socket;
  });
  await expect.poll(async () => (await under.appliance.uploads.state()).running.length).toBe(4);
  expect((await put("fifth.mp3", song)).statusCode).toBe(429);
  for (const socket of slow) socket.destroy();
  await expect.poll(async () => (await put("fifth.mp3", song)).statusCode).toBe(201);
});
