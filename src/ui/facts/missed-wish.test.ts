import { expect, test } from "vitest";
import type { PickReason, SixPick, UnmetWish } from "../../protocol/music.ts";
import { somePick } from "../testing-state.ts";
import { missedName, missedWish, unmetNow } from "./missed-wish.ts";

const wished = (languages: readonly string[], artists: readonly string[] = []) => ({ languages, artists });
const other = (rule: "language" | "favourites", unmet?: UnmetWish): PickReason => ({
  kind: "widened",
  rule,
  ...(unmet && { unmet }),
});
const why = (wanted: readonly string[], because: UnmetWish["because"]): UnmetWish => ({
  wanted,
  songs: 3,
  because,
  withinMs: null,
});
const byRude: PickReason = { kind: "preferred", what: "artist", value: "MC Rude", by: "guest" };
const offered = (...reasons: PickReason[]): SixPick => ({ ...somePick(reasons), suits: true });

test("a song in another language misses a guest's wish, and nothing that only the owner likes", () => {
  expect(missedWish(somePick([other("language")]), wished(["ja"]))).toBe("language");
  expect(missedWish(somePick([other("language")]), wished([]))).toBeNull();
});

test("a wished artist who sings in another language misses nothing", () => {
  expect(missedWish(somePick([other("language"), byRude]), wished(["ja"], ["MC Rude"]))).toBeNull();
});

test("what is missed is named, up to three of it", () => {
  expect(missedName("language", wished(["ja", "pl"]))).toBe("in Japanese or Polish");
  expect(missedName("favourites", wished([], ["MC Rude"]))).toBe("by MC Rude");
  expect(missedName("language", wished(["ja", "pl", "fr", "de"]))).toBe("in the chosen languages");
});

test("as soon as the next song is one that misses a wish, it is said why", () => {
  const next = [somePick([other("favourites", why(["MC Rude"], "explicit"))])];
  expect(unmetNow(next, [], wished([], ["MC Rude"]))).toBe(
    "Every song by MC Rude is explicit, and explicit songs are not played now.",
  );
});

test("a wish that was taken back, or that the next song meets, is no trouble", () => {
  const next = [somePick([other("favourites", why(["MC Rude"], "explicit"))])];
  expect(unmetNow(next, [], wished([], []))).toBe("");
  expect(unmetNow(next, [], wished([], ["Nina"]))).toBe("");
  expect(unmetNow([somePick([byRude])], [offered(other("favourites"))], wished([], ["MC Rude"]))).toBe("");
});

test("where only songs wait that somebody asked for, what is offered tells it", () => {
  const asked = somePick([{ kind: "asked", by: { kind: "guest", sessionId: "s" } }]);
  const six = [offered(other("language")), offered(other("language"))];
  expect(unmetNow([asked], six, wished(["ja"]))).toBe("No song in Japanese is on offer just now.");
  expect(unmetNow([asked], [...six, offered()], wished(["ja"]))).toBe("");
});
