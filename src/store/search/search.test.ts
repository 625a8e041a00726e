import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Track } from "../../protocol/music.ts";
import { openTestStore, scannedFile, type TestStore } from "../testing.ts";

let opened: TestStore;

beforeAll(async () => {
  opened = await openTestStore();
  const song = (title: string, track: Partial<Track>) =>
    scannedFile(`/music/${title}.mp3`, { track: { title, ...track } });
  await opened.store.library.put([
    song("Hyperballad", { artists: ["Björk"], album: "Post", genres: ["Electronic"] }),
    song("Élan", { artists: ["Nightwish"], album: "Endless Forms", genres: ["Metal"] }),
    song("Don't Stop", { artists: ["Fleetwood Mac"], album: "Rumours", genres: ["Rock"] }),
    song("Post Mortem", { artists: ["Slayer"], album: null, genres: [] }),
    song("Back in Black", { artists: ["AC/DC"], album: "Back in Black", genres: ['Hard "Rock"'] }),
    song("夜に駆ける", { artists: ["YOASOBI"], album: null, genres: ["J-Pop"] }),
    song("純喫茶の夜", { artists: ["東京事変"], album: null, genres: [] }),
    song("Weiße Straße", { artists: ["Sørensen & Łódź"], album: "Æther Đorđe", genres: [] }),
    song("사랑해요 Baby", { artists: ["เพลงรัก"], album: null, genres: [] }),
  ]);
});
afterAll(() => opened.remove());

const search = async (text: string | null): Promise<string[]> =>
  (await opened.store.library.list({ search: text, limit: 10, offset: 0 })).tracks.map(({ title }) => title);

describe("the list", () => {
  test("without a search goes by title, without case and accents, in pages that know the whole", async () => {
    const pages = [0, 2, 4, 6, 8, 10].map((offset) =>
      opened.store.library.list({ search: null, limit: 2, offset }),
    );
    const answers = await Promise.all(pages);
    expect(answers.map(({ total }) => total)).toEqual([9, 9, 9, 9, 9, 9]);
    expect(answers.map(({ tracks }) => tracks.map(({ title }) => title))).toEqual([
      ["Back in Black", "Don't Stop"],
      ["Élan", "Hyperballad"],
      ["Post Mortem", "Weiße Straße"],
      ["夜に駆ける", "純喫茶の夜"],
      ["사랑해요 Baby"],
      [],
    ]);
  });

  test("finds words in title, artist, album and genre, whatever their case and accents", async () => {
    expect(await search("ELAN")).toEqual(["Élan"]);
    expect(await search("bjork")).toEqual(["Hyperballad"]);
    expect(await search("rumours")).toEqual(["Don't Stop"]);
    expect(await search("electronic")).toEqual(["Hyperballad"]);
    expect(await search("夜に")).toEqual(["夜に駆ける"]);
  });

  test.each([
    ["喫茶", "純喫茶の夜"],
    ["茶", "純喫茶の夜"],
    ["茶の夜", "純喫茶の夜"],
    ["事変", "純喫茶の夜"],
    ["夜 純喫茶", "純喫茶の夜"],
    ["랑해", "사랑해요 Baby"],
    ["해요baby", "사랑해요 Baby"],
    ["รัก", "사랑해요 Baby"],
    ["喫の", undefined],
    ["weisse strasse", "Weiße Straße"],
    ["WEISSE", "Weiße Straße"],
    ["sorensen", "Weiße Straße"],
    ["lodz", "Weiße Straße"],
    ["aether", "Weiße Straße"],
    ["dorde", "Weiße Straße"],
    ["Đorđ", "Weiße Straße"],
    ["weiß", "Weiße Straße"],
  ])("finds by %j what a person means by it", async (text, title) => {
    expect(await search(text)).toEqual(title === undefined ? [] : [title]);
  });

  test("finds artists by any part of their name, written as it can be typed", async () => {
    const artists = async (text: string) =>
      (await opened.store.library.artists({ search: text, limit: 5 })).map(({ name }) => name);
    expect(await artists("lodz")).toEqual(["Sørensen & Łódź"]);
    expect(await artists("ørens")).toEqual(["Sørensen & Łódź"]);
    expect(await artists("事変")).toEqual(["東京事変"]);
    expect(await artists("ac/")).toEqual(["AC/DC"]);
  });

  test("finds beginnings of words, as one types", async () => {
    expect(await search("hyp")).toEqual(["Hyperballad"]);
    expect(await search("nig end")).toEqual(["Élan"]);
  });

  test("wants every word, and puts a title before an album", async () => {
    expect(await search("post")).toEqual(["Post Mortem", "Hyperballad"]);
    expect(await search("post bjork")).toEqual(["Hyperballad"]);
    expect(await search("post nightwish")).toEqual([]);
  });

  test("counts all that was found, not only the page", async () => {
    const { total, tracks } = await opened.store.library.list({ search: "post", limit: 1, offset: 1 });
    expect(total).toBe(2);
    expect(tracks.map(({ title }) => title)).toEqual(["Hyperballad"]);
  });

  test.each([
    ["don't", ["Don't Stop"]],
    ["ac/dc", ["Back in Black"]],
    ['hard "rock', ["Back in Black"]],
    ["stop OR", []],
    ["NOT stop", []],
    ["title:stop", []],
    ["stop*", ["Don't Stop"]],
    ["(stop", ["Don't Stop"]],
    ["stop\u0000", ["Don't Stop"]],
    ["-stop ^ + {}", ["Don't Stop"]],
  ])("takes %j as a person's words, never as a query language", async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  test.each(["", "  ", "…", '"', "́"])("with no word in %j lists everything", async (text) => {
    expect(await search(text)).toHaveLength(9);
  });
});

describe("who mistyped", () => {
  const meant = async (text: string) => {
    const { tracks, nearly = false } = await opened.store.library.list({
      search: text,
      orNearly: true,
      limit: 10,
      offset: 0,
    });
    return { nearly, titles: tracks.map(({ title }) => title) };
  };

  test.each([
    ["hyperbalad", "Hyperballad"],
    ["hyprebal", "Hyperballad"],
    ["bjrok", "Hyperballad"],
    ["jbork", "Hyperballad"],
    ["nigthwish", "Élan"],
    ["weisse strase", "Weiße Straße"],
  ])("finds by %j what was meant, and is told that nothing is called so", async (text, title) => {
    expect(await meant(text)).toEqual({ nearly: true, titles: [title] });
  });

  test("is told what is called so, where anything is", async () => {
    expect(await meant("hyper")).toEqual({ nearly: false, titles: ["Hyperballad"] });
  });

  test.each(["xyzzyx", "stx", "hyper nightwish", "喫の"])(
    "finds nothing by %j, to which nothing is near",
    async (text) => {
      expect(await meant(text)).toEqual({ nearly: false, titles: [] });
    },
  );

  test("finds nothing where only what is called so is asked for, as an owner does who means all of it", async () => {
    expect(await search("hyperbalad")).toEqual([]);
  });
});
