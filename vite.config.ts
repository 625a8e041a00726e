import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

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
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Every page is a file there.
      input: readdirSync("src/ui")
        .filter((name) => name.endsWith(".html"))
        .map((name) => `src/ui/${name}`),
    },
  },
  // `npx vite` beside a running appliance.
  server: { proxy: { "/api": "http://127.0.0.1:7373", "/ws": { target: "ws://127.0.0.1:7373", ws: true } } },
});

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
