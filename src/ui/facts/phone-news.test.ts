import { expect, test } from "vitest";
import type { PhoneOwn, PhoneRoom } from "../../protocol/guests.ts";
import { PhoneNews } from "./phone-news.ts";

const own = (some: Partial<PhoneOwn> = {}): PhoneOwn => ({
  ...{ mine: [], voted: false, again: null, left: 2, gone: null },
  ...some,
});
const room = (pick: string, at: number) =>
  ({ skipped: { pick, title: "Kite Weather", votes: 3, phones: 4, at } }) as PhoneRoom;
const ferry = { id: "request-1", title: "Slow Ferry" };

test("that a song can't be played is told once, and that it waits again when it does", () => {
  const news = new PhoneNews();
  expect(news.in(own({ gone: ferry }), null, 0)).toBe("Slow Ferry can't be played here after all.");
  expect(news.in(own({ gone: ferry }), null, 0)).toBeNull();
  expect(news.in(own({ mine: [ferry.id] }), null, 0)).toBe("Slow Ferry is in the list.");
  expect(news.in(own({ mine: [ferry.id] }), null, 0)).toBeNull();
});

test("that it waits again is told though it is not in the list at once", () => {
  const news = new PhoneNews();
  news.in(own({ gone: ferry }), null, 0);
  expect(news.in(own(), null, 0)).toBeNull();
  expect(news.in(own({ mine: [ferry.id] }), null, 0)).toBe("Slow Ferry is in the list.");
  expect(news.in(own({ gone: ferry }), null, 0)).toBe("Slow Ferry can't be played here after all.");
});

test("a vote is told once, and not one before this phone was here", () => {
  const news = new PhoneNews();
  expect(news.in(own(), room("a", 1_000), 2_000)).toBeNull();
  expect(news.in(own(), room("b", 9_000), 9_100)).toBe(
    "3 of 4 phones wanted another song than Kite Weather.",
  );
  expect(news.in(own(), room("b", 9_000), 9_200)).toBeNull();
});

test("a vote of hours ago is no news to a phone that was locked", () => {
  const news = new PhoneNews();
  news.in(own(), room("a", 0), 100);
  expect(news.in(own(), room("b", 3_600_000), 7_200_000)).toBeNull();
  expect(news.in(own(), room("c", 7_210_000), 7_210_100)).not.toBeNull();
});
