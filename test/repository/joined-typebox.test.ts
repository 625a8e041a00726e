import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { root } from "../running-daemon.ts";

const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;

test.each(["typebox", "@fastify/type-provider-typebox"])(
  "what is compiled finds %s joined, of the version that is installed (npm run build:node)",
  (name) => {
    const found = fileURLToPath(import.meta.resolve(name));
    expect(found).toBe(join(root, "dist/node_modules", name, "index.mjs"));
    expect(versionIn(join(root, "dist/node_modules", name))).toBe(
      versionIn(join(root, "node_modules", name)),
    );
    expect(existsSync(join(root, "dist/node_modules", name, "LICENSE"))).toBe(true);
  },
);
