import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { lookAt } from "./look-at.ts";
import { pairsIn, pairsOf, pairwise } from "./pairs.ts";
import { kioskScenes, ownerScenes, phoneScenes, type Scene, type Whose } from "./pairwise-scenes.ts";

// Every page in every state, with each size, language and scheme at least once, and each two of these together: about a
// hundred and fifty pictures to hang side by side, in screenshots/pairwise/, and in none of them anything cut off or covered.

type Viewport = { readonly width: number; readonly height: number };
/** By whose eyes: each sees pages of their own, at sizes of their own. */
const seen: Readonly<
  Record<string, { scenes: Readonly<Record<string, Scene>>; sizes: Readonly<Record<string, Viewport>> }>
> = {
  "the appliance's own screen": {
    scenes: kioskScenes,
    sizes: {
      "1280x800": { width: 1280, height: 800 },
      "800x480": { width: 800, height: 480 },
      "1080x1920": { width: 1080, height: 1920 },
    },
  },
  "an owner": {
    scenes: ownerScenes,
    sizes: {
      laptop: { width: 1440, height: 900 },
      mobile: { width: 390, height: 844 },
      "800x480": { width: 800, height: 480 },
    },
  },
  "a guest's phone": {
    scenes: phoneScenes,
    sizes: {
      mobile: { width: 390, height: 844 },
      small: { width: 320, height: 568 },
      side: { width: 844, height: 390 },
    },
  },
};
/** The longest, one that runs to the left, and the shortest. */
const languages = ["de", "ar", "zh"] as const satisfies readonly Whose["language"][];
const schemes = ["dark", "light"] as const;

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test("whatever there is to combine, each pair of values is in some row, and there are fewer rows than combinations", () => {
  const values = fc
    .integer({ min: 1, max: 6 })
    .map((count) => Array.from({ length: count }, (_, n) => `v${n}`));
  fc.assert(
    fc.property(fc.array(values, { minLength: 2, maxLength: 5 }), (all) => {
      const dimensions = Object.fromEntries(all.map((each, n) => [`d${n}`, each]));
      const rows = pairwise(dimensions);
      expect(new Set(rows.flatMap(pairsIn))).toEqual(new Set(pairsOf(dimensions)));
      expect(rows.length).toBeLessThanOrEqual(all.reduce((product, { length }) => product * length, 1));
    }),
  );
  // Hardly more than the two longest take by themselves, which are 12.
  const some = pairwise({ a: ["1", "2", "3", "4"], b: ["1", "2", "3"], c: ["1", "2", "3"] });
  expect(some.length).toBeLessThanOrEqual(14);
});

const groups = Object.entries(seen).map(([eyes, { scenes, sizes }]) => {
  const dimensions = {
    scene: Object.keys(scenes),
    size: Object.keys(sizes),
    language: languages,
    scheme: schemes,
  };
  return { eyes, scenes, sizes, dimensions, rows: pairwise(dimensions) };
});

test("about a hundred and fifty pictures have every pair of page, size, language and scheme", () => {
  const rows = groups.flatMap((group) => group.rows);
  const pairs = groups.flatMap(({ dimensions }) => pairsOf(dimensions));
  const covered = groups.flatMap((group) => [...new Set(group.rows.flatMap(pairsIn))]);
  console.log(`${covered.length} of ${pairs.length} pairs in ${rows.length} pictures`);
  expect(covered.length).toBe(pairs.length);
  expect(rows.length).toBeLessThan(155);
});

describe.each(groups)("$eyes", ({ scenes, sizes, dimensions }) => {
  test.each(pairwise(dimensions))("$scene at $size in $language, $scheme", async (row) => {
    const { size, language, scheme } = row;
    const viewport = sizes[size] ?? expect.fail("There is no such size.");
    // Somebody else's browser each time.
    const context = await (browser.context.browser() ?? expect.fail("There is no browser.")).newContext({
      ...{ viewport, locale: language, colorScheme: scheme },
    });
    context.setDefaultTimeout(120_000);
    const { page, close } = await (scenes[row.scene] ?? expect.fail("There is no such scene."))({
      ...{ context, language, scheme },
    });
    const name = `pairwise/${row.scene}-${language}-${scheme}`;
    expect(await lookAt(page, name, { [size]: viewport })).toEqual([]);
    await close();
    await context.close();
  });
});
