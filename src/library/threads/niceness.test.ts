import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("all threads of a process are nice, those that decode pictures too", () => {
  const program = `
    import { readdirSync, readFileSync } from "node:fs";
    import { readFile } from "node:fs/promises";
    import sharp from "sharp";
    import { beNice } from ${JSON.stringify(join(import.meta.dirname, "niceness.js"))};
    const threads = () => readdirSync("/proc/self/task").flatMap((thread) => {
      try {
        const stat = readFileSync("/proc/self/task/" + thread + "/stat", "latin1");
        return [Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16])];
      } catch {
        return []; // It ended between the listing and the look.
      }
    });
    await Promise.all([1, 2, 3, 4].map(() => readFile("/proc/self/stat")));
    beNice(12);
    await sharp({ create: { width: 900, height: 900, channels: 3, background: "#456" } }).jpeg().toBuffer();
    console.log(JSON.stringify(threads()));`;
  const nice: number[] = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: join(import.meta.dirname, "../../../.."),
      encoding: "utf8",
    }),
  );
  expect(nice.length).toBeGreaterThan(4);
  expect(new Set(nice)).toEqual(new Set([12]));
});
