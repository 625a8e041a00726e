import { expect, test } from "vitest";
import { somePick } from "../testing-state.ts";
import { songView } from "./song-view.ts";

test("a track shows its title, its artists and where its cover is", () => {
  const pick = somePick([], { id: "a/b", artists: ["Ana Lúz", "Trio Pomme"], cover: "embedded" });
  expect(songView(pick)).toMatchObject({
    title: "Lantern Street at Noon",
    artists: "Ana Lúz, Trio Pomme",
    cover: "/api/library/tracks/a%2Fb/cover?size=large",
    thumbnail: "/api/library/tracks/a%2Fb/cover?size=small",
    durationMs: 221_000,
  });
});

test("without an artist it says so; a song without a cover has one that Mien draws", () => {
  expect(songView(somePick([], { artists: [], cover: null }))).toMatchObject({
    cover: "/api/library/tracks/track-1/cover?size=large",
    artists: "Unknown artist",
  });
});

test("an announcement has a title and no length", () => {
  const pick = { ...somePick(), item: { kind: "announcement" as const, title: "Last orders" } };
  expect(songView(pick)).toMatchObject({ title: "Last orders", artists: "", durationMs: 0, cover: null });
});
