import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

// The pages, served by the daemon from dist/ui under a Content-Security-Policy of default-src 'self': nothing is
// inlined as a data: address, and no polyfill script is put into the page.
export default defineConfig({
  root: "src/ui",
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
