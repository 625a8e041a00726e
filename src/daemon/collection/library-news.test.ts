import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { LibraryNews } from "./library-news.ts";

const library = (hasMusic: boolean, demo: boolean, scanning = false) => ({
  hasMusic,
  state: {
    ...someState.library,
    demo,
    scan: scanning ? { done: 1, of: 2, leftMs: null } : null,
  },
});

test("music that comes is news once", () => {
  const news = new LibraryNews();
  expect(news.of(library(false, false, true)).musicCame).toBe(false);
  expect(news.of(library(true, false, true)).musicCame).toBe(true);
  expect(news.of(library(true, false))).toEqual({ musicCame: false, scanEnded: true, demoGaveWay: false });
});

test("the demo gives way when there is other music to play, not when the folders are merely looked through", () => {
  const news = new LibraryNews();
  news.of(library(true, true));
  expect(news.of(library(false, false, true)).demoGaveWay).toBe(false);
  expect(news.of(library(true, true, true)).demoGaveWay).toBe(false);
  expect(news.of(library(true, false, true)).demoGaveWay).toBe(true);
  expect(news.of(library(true, false)).demoGaveWay).toBe(false);
});
