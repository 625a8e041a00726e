import { afterEach, beforeEach, expect, test } from "vitest";
import { seededRandom } from "../../recommend/random.ts";
import { request } from "../../recommend/testing-library.ts";
import { openTestStore, scannedFile, type TestStore } from "../../store/testing.ts";
import { silentLog } from "../testing.ts";
import { SixPicks } from "./six-picks.ts";

let kept: TestStore;
beforeEach(async () => {
  kept = await openTestStore();
  await kept.store.library.put([scannedFile("/music/a.mp3")]);
});
afterEach(() => kept.remove());

function sixPicks(onChange: (drawn: number) => void): SixPicks {
  let drawn = 0;
  return new SixPicks({
    store: kept.store,
    request: () => request(),
    random: seededRandom(1),
    onChange: () => {
      drawn += 1;
      onChange(drawn);
    },
    log: silentLog,
  });
}

test("a wish for others that comes just as some have been drawn is not lost", async () => {
  let last = 0;
  const six = sixPicks((drawn) => {
    last = drawn;
    if (drawn === 1) queueMicrotask(() => void six.refresh());
  });
  await six.refresh();
  await expect.poll(() => last).toBe(2);
});

test("those that were shown a moment ago are still known where fewer come after them", async () => {
  await kept.store.library.put(["b", "c", "d"].map((title) => scannedFile(`/music/${title}.mp3`)));
  const six = sixPicks(() => undefined);
  await six.refresh();
  const before = six.picks.map(({ id }) => id);
  await kept.store.library.keepOnly([]);
  await six.refresh();
  expect([before.length, six.picks.length]).toEqual([4, 0]);
  expect(before.map((id) => six.find(id)?.id)).toEqual(before);
  await six.refresh();
  expect(before.filter((id) => six.find(id) !== null)).toEqual([]);
});

test("what is wanted while some are drawn is drawn once, and after a stop nothing is", async () => {
  let last = 0;
  const six = sixPicks((drawn) => {
    last = drawn;
  });
  await Promise.all([six.refresh(), six.refresh(), six.refresh()]);
  expect(last).toBe(2);
  await six.stop();
  await six.refresh();
  expect(last).toBe(2);
});

test("where the room changes by itself the six that suit still are the same ones; who asks gets others", async () => {
  const affect = { point: request().target.point, confidence: 1, from: "tag" } as const;
  await kept.store.library.put(
    Array.from({ length: 40 }, (_, n) =>
      scannedFile(`/music/${n}.mp3`, { track: { title: `song ${n}`, artists: [`Artist ${n}`], affect } }),
    ),
  );
  const six = sixPicks(() => undefined);
  const ids = () => six.picks.map(({ id }) => id);
  await six.refresh();
  const first = ids();
  await six.follow();
  expect(ids()).toEqual(first);
  await Promise.all([six.refresh(), six.follow()]);
  expect(ids().filter((id) => first.includes(id))).toEqual([]);
  const second = ids();
  await six.others();
  expect(ids().filter((id) => second.includes(id))).toEqual([]);
});

test("others are others as long as there are any, though they suit less; then it begins anew with those that are not there", async () => {
  const { point } = request().target;
  const far = { valence: point.valence > 0 ? -0.9 : 0.9, arousal: point.arousal > 0 ? -0.9 : 0.9 };
  await kept.store.library.keepOnly([]);
  await kept.store.library.put(
    Array.from({ length: 15 }, (_, n) =>
      scannedFile(`/music/${n}.mp3`, {
        track: {
          title: `song ${n}`,
          artists: [`Artist ${n}`],
          affect: {
            point: n < 8 ? point : far,
            confidence: 1,
            from: "tag",
          },
        },
      }),
    ),
  );
  const six = sixPicks(() => undefined);
  const titles = () => six.picks.map(({ item }) => (item.kind === "track" ? item.track.title : ""));
  await six.refresh();
  const first = titles();
  await six.others();
  const second = titles();
  expect(new Set([...first, ...second]).size).toBe(12);
  // Two more suit: these stand first.
  expect(six.picks.map(({ suits }) => suits)).toEqual([true, true, false, false, false, false]);
  await six.others();
  const third = titles();
  expect(third.filter((title) => second.includes(title))).toEqual([]);
  expect(new Set([...first, ...second, ...third]).size).toBe(15);
  await six.others();
  expect(titles().filter((title) => third.includes(title))).toEqual([]);
  expect(titles()).toHaveLength(6);
});
