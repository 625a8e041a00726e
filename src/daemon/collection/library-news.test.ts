import { expect, test } from "vitest";
import { LibraryNews } from "./library-news.ts";

test("music that comes is news once", () => {
  const news = new LibraryNews();
  expect(news.of({ hasMusic: false, songs: 0 }).musicCame).toBe(false);
  expect(news.of({ hasMusic: true, songs: 0 }).musicCame).toBe(true);
  expect(news.of({ hasMusic: true, songs: 0 })).toEqual({ musicCame: false, songsChanged: false });
});

test("other songs are news once, whether any are left or not", () => {
  const news = new LibraryNews();
  expect(news.of({ hasMusic: true, songs: 1 }).songsChanged).toBe(true);
  expect(news.of({ hasMusic: true, songs: 1 }).songsChanged).toBe(false);
  expect(news.of({ hasMusic: false, songs: 2 })).toEqual({ musicCame: false, songsChanged: true });
});
