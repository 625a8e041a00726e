import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type EnvironmentOptions, type Plugin } from "vite";

const inPages = (name: string): string => `src/ui/${name}`;
/**
 * Built each by itself: the screen starts with nothing but one of them, and two hundred phones fetch the other. What
 * pages share lies in small files of its own, and thirty files take an appliance longer to hand out than their bytes do.
 */
const alone = ["index.html", "phone.html"];
/** Every other page is a file there; an owner goes from one to the next. */
const sharing = readdirSync("src/ui")
  .filter((name) => name.endsWith(".html") && !alone.includes(name))
  .map(inPages);

/** Fetched on the machine itself alone, where one after the other is as soon there: no page carries a list of its files. */
const isForOwnScreen = (file: string): boolean =>
  /(?:at-own-screen|goes-back|own-camera|rest-note)-/.test(file);

/**
 * What most of the pages have in one file: parts of it are in what Mien's own screen fetches, too, and would otherwise lie
 * in files of their own for its sake, which together weigh more than one. Without what the settings and the first start do
 * without: a word with the daemon that goes on, and the words about people.
 */
const shared = {
  name: "shared",
  minShareCount: 8,
  includeDependenciesRecursively: false,
  test: (path: string) => !/(?:appliance-link|link-state|socket-at|people-words)\.ts$/.test(path),
};

// The pages, served by the daemon from dist/ui under a Content-Security-Policy of default-src 'self': nothing is
// inlined as a data: address, and no polyfill script is put into the page.
export default defineConfig({
  root: "src/ui",
  plugins: [smaller()],
  build: {
    outDir: "../../dist/ui",
    emptyOutDir: true,
    target: "chrome120",
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needs) => (isForOwnScreen(file) ? [] : needs),
    },
  },
  builder: {},
  environments: {
    client: {
      build: { rolldownOptions: { input: sharing, output: { codeSplitting: { groups: [shared] } } } },
    },
    ...Object.fromEntries(alone.map((name) => [name.replace(".html", ""), buildAlone(name)])),
  },
  // `npx vite` beside a running appliance.
  server: { proxy: { "/api": "http://127.0.0.1:7373", "/ws": { target: "ws://127.0.0.1:7373", ws: true } } },
});

/** With all that it needs at first in one script. */
function buildAlone(name: string): EnvironmentOptions {
  const first = { name: `${name.replace(".html", "")}-first`, tags: ["$initial" as const] };
  const output = { codeSplitting: { groups: [first] } };
  return {
    consumer: "client",
    build: { emptyOutDir: false, rolldownOptions: { input: inPages(name), output } },
  };
}

/** Scripts, styles and pages once more, as small as they get: once here, so that no appliance does it for each page. */
function smaller(): Plugin {
  return {
    name: "smaller",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
        const path = join(dir, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(content));
      }
    },
  };
}
