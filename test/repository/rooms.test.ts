import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** Which rooms a room may import from, besides itself. The reasons are in docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  mood: ["protocol"],
  recommend: ["protocol"],
  vision: ["protocol"],
  player: ["protocol"],
  library: ["protocol"],
  store: ["protocol"],
  ui: ["protocol"],
  daemon: ["protocol", "mood", "recommend", "player", "library", "store"],
};

/** What of the protocol a page may run: it draws in no validator, which would be half as large as the page. */
const runsInPages = /\/protocol\/(circumplex|mood-names|name-keys|volume-words)\.ts$/;

/** Packages that have one room, or one file. */
const reserved = [
  { module: /^better-sqlite3$/, only: /^src\/store\// },
  { module: /^(opencv4nodejs|onnxruntime-node)$/, only: /^src\/vision\// },
  { module: /^node-hid$/, only: /^src\/daemon\/cards\// },
  { module: /^(fastify|@fastify\/.*)$/, only: /^src\/daemon\// },
  { module: /^(lit|lit\/.*|@lit\/.*)$/, only: /^src\/ui\// },
  { module: /^music-metadata$/, only: /^src\/library\// },
];

const imports =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"';]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return name.endsWith(".ts") ? [path] : [];
  });
}

const files = sources(join(root, "src")).map((path) => ({
  path,
  name: relative(root, path),
  room: relative(root, path).split("/")[1] ?? "",
  text: readFileSync(path, "utf8"),
}));

test("rooms import only what the house allows", () => {
  const faults: string[] = [];
  for (const { path, name, room, text } of files) {
    for (const [, typeOnly, from, dynamic] of text.matchAll(imports)) {
      const target = from ?? dynamic ?? "";
      if (target.startsWith(".")) {
        const [top, to = ""] = relative(root, resolve(dirname(path), target)).split("/");
        if (top !== "src" || to === room) continue;
        if (!mayImport[room]?.includes(to)) faults.push(`${name}: ${room} may not import ${target}`);
        else if (room === "ui" && !typeOnly && !name.endsWith(".test.ts") && !runsInPages.test(target))
          faults.push(`${name}: a page takes only types from ${target}`);
      } else {
        for (const { module, only } of reserved)
          if (module.test(target) && !only.test(name))
            faults.push(`${name}: ${target} belongs in ${only.source}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test("what ships imports nothing that only tests use, which no release has", () => {
  const ofTests = /(\.test|stand-in-main)\.ts$|\/testing[^/]*\.ts$|\/testing\//;
  const faults = files.flatMap(({ path, name, text }) =>
    ofTests.test(name)
      ? []
      : [...text.matchAll(imports)].flatMap(([, , from, dynamic]) => {
          const target = from ?? dynamic ?? "";
          const file = target.startsWith(".") ? relative(root, resolve(dirname(path), target)) : "";
          return ofTests.test(file) ? [`${name}: ${target}`] : [];
        }),
  );
  expect(faults).toEqual([]);
});

test("the environment is touched in main files, in vision's environment.ts, and by what forks for tests", () => {
  const mayTouch = /(main|\.test)\.ts$|^src\/vision\/(environment|forked-vision)\.ts$/;
  const readers = files.filter(({ name, text }) => text.includes("process.env") && !mayTouch.test(name));
  expect(readers.map(({ name }) => name)).toEqual([]);
});

test("no file is called utils, helpers, common or misc", () => {
  expect(
    files.map(({ name }) => name).filter((name) => /\/(utils?|helpers?|common|misc)\b/.test(name)),
  ).toEqual([]);
});
