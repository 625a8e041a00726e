import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeMusic, makePicture, temporaryFolder } from "../../../library/testing-music.ts";
import { scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

const music = await temporaryFolder();
const picture = await makePicture(join(music, "picture.png"), "1200x900");
const withCover = await makeMusic(join(music, "with.mp3"), { cover: picture });

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
  await under.kept.store.library.put([
    scannedFile(withCover, { track: { title: "Painted", cover: "embedded" } }),
    scannedFile("/music/gone.mp3", { track: { title: "Gone", cover: "folder" } }),
    scannedFile("/music/none.mp3", { track: { title: '<None> & "nothing"', artists: ["</svg>"] } }),
  ]);
});
afterEach(() => under.remove());

async function address(title: string): Promise<string> {
  const { tracks } = (await under.get(`/api/library/tracks?search=${encodeURIComponent(title)}`)).json();
  return `/api/library/tracks/${tracks[0].id}/cover`;
}

test("a cover comes in two sizes, and a browser keeps it and asks whether it still holds", async () => {
  await under.appliance.covers.work();
  const url = await address("Painted");
  const [small, large] = [await under.get(`${url}?size=small`), await under.get(`${url}?size=large`)];
  for (const answer of [small, large]) {
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("image/webp");
    expect(answer.headers["cache-control"]).toBe("private, no-cache");
  }
  expect(small.rawPayload.length).toBeLessThan(large.rawPayload.length);
  expect(small.headers.etag).not.toBe(large.headers.etag);
  expect((await under.get(url)).rawPayload).toEqual(large.rawPayload);
  const again = await under.get(`${url}?size=small`, { "if-none-match": small.headers.etag });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
});

test("a song that gets another picture shows it at once, however often the old one was seen", async () => {
  const song = join(await temporaryFolder(), "song.mp3");
  await copyFile(withCover, song);
  const track = { title: "Repainted", cover: "embedded" } as const;
  await under.kept.store.library.put([scannedFile(song, { track })]);
  const url = `${await address("Repainted")}?size=small`;
  await under.appliance.covers.work();
  const before = await under.get(url);
  expect(before.headers["content-type"]).toBe("image/webp");
  await makeMusic(song, { cover: await makePicture(join(music, "other.png"), "300x300") });
  await under.kept.store.library.put([scannedFile(song, { modifiedAt: 2, track })]);
  await under.appliance.covers.work();
  const after = await under.get(url, { "if-none-match": before.headers.etag });
  expect(after.statusCode).toBe(200);
  expect(after.rawPayload).not.toEqual(before.rawPayload);
});

test.each(["None", "Gone"])("%s has no picture that could be shown, so one is drawn", async (title) => {
  const answer = await under.get(await address(title));
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toMatch(/^image\/svg\+xml/);
  expect(answer.headers["cache-control"]).toBe("private, no-cache");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.body).not.toMatch(/<None|<\/svg>./);
  const again = await under.get(await address(title), { "if-none-match": answer.headers.etag });
  expect(again.statusCode).toBe(304);
});

test("only a track that is not there has none, and there are two sizes", async () => {
  const nobody = "/api/library/tracks/00000000-0000-7000-8000-000000000000/cover";
  expect((await under.get(nobody)).statusCode).toBe(404);
  expect((await under.get(`${await address("None")}?size=huge`)).statusCode).toBe(400);
});
