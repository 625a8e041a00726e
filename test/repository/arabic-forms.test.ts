import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../running-daemon.ts";

test("wherever something is counted in Arabic, two, three and eleven have their own forms", () => {
  const folder = join(root, "src/ui/languages/ar");
  const lacking = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const [two, few, many] = ["two", "few", "many"].map(
        (form) => text.split(new RegExp(`\\b${form}: ["\`]`)).length - 1,
      );
      return two === few && few === many ? [] : [`${name}: ${two}, ${few} and ${many} forms`];
    });
  expect(lacking).toEqual([]);
});
