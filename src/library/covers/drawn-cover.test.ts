import sharp from "sharp";
import { expect, test } from "vitest";
import { drawnCover } from "./drawn-cover.ts";

const song = { title: "Confetti Weather", artists: ["Juniper Static"], affect: null };
const at = (valence: number, arousal: number) => ({
  point: { valence, arousal },
  confidence: 1,
  from: "tag" as const,
});

test("the same song always has the same picture, another one another", () => {
  expect(drawnCover(song)).toBe(drawnCover({ ...song }));
  expect(drawnCover({ ...song, title: "Confetti Weather II" })).not.toBe(drawnCover(song));
  expect(drawnCover({ ...song, artists: ["Others"] })).not.toBe(drawnCover(song));
});

test("its colours are those of its mood", async () => {
  const colour = async (valence: number, arousal: number) => {
    const svg = Buffer.from(drawnCover({ ...song, affect: at(valence, arousal) }));
    const [red = 0, green = 0, blue = 0] = await sharp(svg)
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer();
    return { red, green, blue };
  };
  const [lively, calm] = [await colour(0.7, 0.6), await colour(0.3, -0.7)];
  expect(lively.red).toBeGreaterThan(lively.blue + 100);
  expect(calm.green).toBeGreaterThan(calm.red + 60);
});

test.each([
  '</text><script>alert("x")</script>',
  '"onload="alert(1)\' & <b>',
  "&amp;&#0;]]>",
  "\u0000\u0001\ud800 half",
  "",
  "   ",
  "👨‍👩‍👧 family",
  "東京の夜",
  "ﬀ ligature",
  "x".repeat(100_000),
])("%j is drawn as a picture and nothing else", async (title) => {
  const svg = drawnCover({ title, artists: [title, title], affect: null });
  expect(svg).not.toMatch(/<script|<b>|onload="/);
  expect(await sharp(Buffer.from(svg), { unlimited: true }).metadata()).toMatchObject({
    format: "svg",
    width: 640,
  });
});

test("the letter is the title's first, whole and capital; a note stands for none", () => {
  const letter = (title: string) => />([^<]*)<\/text>/.exec(drawnCover({ ...song, title }))?.[1];
  expect(letter("émile")).toBe("É");
  expect(letter("…and so on")).toBe("A");
  expect(letter("👨‍👩‍👧 family")).toBe("👨‍👩‍👧");
  expect(letter("?!")).toBe("♪");
});

test("a letter that hangs below the line, or over to the left, stands clear of the edges", () => {
  const placeOf = (title: string) =>
    /<text x="(\d+)" y="(\d+)"/.exec(drawnCover({ ...song, title }))?.slice(1, 3);
  expect(placeOf("Monday")).toEqual(["44", "590"]);
  expect(placeOf("Jump")).toEqual(["64", "545"]);
  expect(placeOf("Queen")).toEqual(["44", "545"]);
  expect(placeOf("Şarkı")).toEqual(["44", "545"]);
});
