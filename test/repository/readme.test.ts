import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { withSettingsTable } from "../../scripts/settings-table.ts";

const root = resolve(import.meta.dirname, "../../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

test("the README's table has every setting as it is now", () => {
  expect(readme, "run: npm run build:node && node dist/scripts/settings-table.js").toBe(
    withSettingsTable(readme),
  );
});

test("every health reason has its paragraph in the README", () => {
  const listed = /^\| `([a-z][a-z-]+)` \|/gm;
  const explained = [...readme.matchAll(listed)].map(([, reason]) => reason);
  expect(explained.toSorted()).toEqual(healthReasons().toSorted());
});

test("every file and folder that the README links to is there", () => {
  const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target ?? "");
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test("every package that is asked for by name stands in docs/dependencies.md with its reason", () => {
  const told = readFileSync(join(root, "docs/dependencies.md"), "utf8");
  const project = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const fromNpm = Object.keys({ ...project.dependencies, ...project.devDependencies });
  expect(fromNpm.filter((name) => !told.includes(name))).toEqual([]);
});

/** Types are gone once the tests run, so the reasons are read from the sources. */
function healthReasons(): string[] {
  const health = readFileSync(join(root, "src/protocol/health.ts"), "utf8");
  const vision = readFileSync(join(root, "src/protocol/vision.ts"), "utf8");
  const union = (text: string, name: string) => {
    const body = new RegExp(`export type ${name} =([^;]*);`).exec(
      text.replace(/\/\*\*[\s\S]*?\*\//g, ""),
    )?.[1];
    if (body === undefined) throw new Error(`There is no type ${name}.`);
    return [...body.matchAll(/"([a-z-]+)"/g)].map(([, reason]) => reason ?? "");
  };
  return [
    ...union(health, "HealthReason"),
    ...union(vision, "CameraReason"),
    ...union(vision, "VisionFault"),
  ];
}
