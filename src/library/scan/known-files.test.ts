import { expect, test } from "vitest";
import { KnownFiles } from "./known-files.ts";

const file = (path: string) => ({ path, size: 1, modifiedAt: 1, readWith: "", isMissing: false });
/** `0` to `2499` in four digits, five folders of five hundred. */
const paths = Array.from({ length: 2_500 }, (_, index) => {
  const name = String(index).padStart(4, "0");
  return `/m/${Math.floor(index / 500)}/${name}`;
});

function known(asked: string[] = []): KnownFiles {
  return new KnownFiles(async (after, limit) => {
    asked.push(after);
    return paths
      .filter((path) => path > after)
      .slice(0, limit)
      .map(file);
  });
}

test("a whole library is gone through in its order, with each page asked for once", async () => {
  const asked: string[] = [];
  const files = known(asked);
  for (const path of paths) {
    const same = files.nextIf(path) ?? (await files.upTo(path)).same;
    expect(same?.path).toBe(path);
  }
  expect(await files.upTo(null)).toEqual({ before: [], same: null });
  expect(new Set(asked).size).toBe(asked.length);
});

test("what is not there any more comes before what is", async () => {
  const files = known();
  const { before, same } = await files.upTo("/m/2/1200");
  expect([before.length, same?.path]).toEqual([1_200, "/m/2/1200"]);
  expect(files.nextIf("/m/2/1203")).toBeNull();
  expect((await files.upTo("/m/2/1203")).before.map(({ path }) => path)).toEqual(["/m/2/1201", "/m/2/1202"]);
});

test("a folder is passed over though the next page was asked for already", async () => {
  const files = known();
  expect((await files.upTo("/m/1/0500")).same?.path).toBe("/m/1/0500");
  for (const folder of ["/m/1", "/m/2", "/m/3"]) expect(await files.past(folder)).toEqual([]);
  expect((await files.upTo("/m/4/2000")).same?.path).toBe("/m/4/2000");
});

test("a store that fails is heard of by whoever waits for it", async () => {
  const files = new KnownFiles(() => Promise.reject(new Error("no disk")));
  await expect(files.upTo("/m/a")).rejects.toThrow("no disk");
});
