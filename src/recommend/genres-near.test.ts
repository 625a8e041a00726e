import { expect, test } from "vitest";
import { type GenreSong, genresNear } from "./genres-near.ts";

const here = { valence: 0.3, arousal: -0.5 };
const song = (valence: number, arousal: number, ...genres: string[]): GenreSong => ({
  genres,
  affect: { valence, arousal },
});

test("the genres of the songs nearby are named, those of the nearest and of the most first", () => {
  const songs = [
    song(0.3, -0.5, "Ambient"),
    song(0.3, -0.45, "ambient", "Piano"),
    song(0.2, -0.5, "Piano"),
    song(0.5, -0.1, "Folk"),
    song(0.5, -0.1, "Folk"),
  ];
  expect(genresNear(here, songs)).toEqual(["Ambient", "Piano", "Folk"]);
});

test("what is far off, of one song alone, or has no name counts for nothing; three are enough", () => {
  const far = [song(-0.6, 0.6, "Metal"), song(-0.6, 0.6, "Metal")];
  expect(
    genresNear(here, [...far, song(0.3, -0.5, "Jzaz"), song(0.3, -0.5, " "), song(0.3, -0.5, "")]),
  ).toEqual([]);
  const many = ["a", "b", "c", "d"].flatMap((name) => [song(0.3, -0.5, name), song(0.3, -0.5, name)]);
  expect(genresNear(here, many)).toHaveLength(3);
});

test("a song that names its genre twice counts once", () => {
  expect(genresNear(here, [song(0.3, -0.5, "Dub", "Dub")])).toEqual([]);
});
