import { defineConfig } from "vitest/config";

// No limit here says how fast anything is: a condition is waited for, and these only end what would hang for ever. So
// they have room for a machine ten times slower than the one that the tests were written on, with other work beside.
const patience = { expect: { poll: { timeout: 60_000 } }, testTimeout: 120_000, hookTimeout: 120_000 };

// Two cores on the build machine and on many a Pi: two files at a time, and never a shared process, because
// native addons (OpenCV, SQLite, ONNX Runtime) live in them.
const node = { ...patience, environment: "node" as const, pool: "forks" as const };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // What is tested is what ships: the compiled files, with source maps back to the sources.
      {
        test: {
          ...node,
          name: "unit",
          setupFiles: ["dist/test/end-leftovers.js"],
          include: ["dist/src/**/*.test.js", "dist/test/rooms.test.js"],
        },
      },
      { test: { ...node, name: "pages", include: ["src/ui/**/*.test.ts"] } },
      // Whole systems, one at a time: they own the machine's cores while they run.
      {
        test: {
          ...node,
          name: "system",
          setupFiles: ["dist/test/end-leftovers.js"],
          include: ["dist/test/**/*.test.js"],
          exclude: ["dist/test/rooms.test.js"],
          fileParallelism: false,
          testTimeout: 400_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
