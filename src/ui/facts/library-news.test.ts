import { expect, test } from "vitest";
import { someCorrection, someState } from "../testing-state.ts";
import { libraryNews } from "./library-news.ts";

const before = someState();
const { library } = before;
const scanning = (done: number) =>
  someState({ library: { ...library, tracks: 100 + done, scan: { done, of: 900, leftMs: null } } });

test("a connection, a correction and the end of a scan are news", () => {
  const corrected = someState({
    corrections: [someCorrection()],
  });
  const scanned = someState({ library: { ...library, tracks: 900 } });
  const news = [
    libraryNews(1, before),
    libraryNews(2, before),
    libraryNews(1, corrected),
    libraryNews(1, scanned),
  ];
  expect(new Set(news).size).toBe(4);
});

test("a scan under way and a new song at the kiosk are none", () => {
  expect(libraryNews(1, scanning(2))).toBe(libraryNews(1, scanning(3)));
  expect(libraryNews(1, someState({ now: 2, queue: [] }))).toBe(libraryNews(1, before));
});
