import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

// Joins TypeBox, which comes as 700 small modules, into a few files that every compiled program finds before the
// installed ones. Reading them one by one is half of what the daemon does before it listens (docs/decisions/start.md).
//
//   node dist/scripts/join-typebox.js

// From dist/scripts/ to the folder of the project.
const root = resolve(import.meta.dirname, "../..");
const modules = join(root, "dist/node_modules");
const joined = join(modules, "typebox");
const provider = "@fastify/type-provider-typebox";

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: joined,
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: "typebox", value: "typebox/value", compile: "typebox/compile", provider },
      output: { entryFileNames: "[name].mjs", chunkFileNames: "joined-[name].mjs" },
    },
  },
});

writePackage(joined, "typebox", {
  ".": "./index.mjs",
  "./value": "./value.mjs",
  "./compile": "./compile.mjs",
  "./provider": "./provider.mjs",
});
// Fastify's provider hands TypeBox on, and must hand on the same one.
writePackage(join(modules, provider), provider, { ".": "./index.mjs" });
writeFileSync(join(modules, provider, "index.mjs"), 'export * from "typebox/provider";\n');

/** With the version and the licence of the one that is installed. */
function writePackage(folder: string, name: string, exports: Record<string, string>): void {
  const installed = join(root, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    version: string;
    license: string;
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, version, license, type: "module", exports }),
  );
  copyFileSync(join(installed, name === "typebox" ? "license" : "LICENSE"), join(folder, "LICENSE"));
}
