import { defineConfig } from "vitest/config";

// Two cores on the build machine and on many a Pi: two files at a time, and never a shared process, because
// native addons (OpenCV, SQLite, ONNX Runtime) live in them.
const node = {
  environment: "node" as const,
  pool: "forks" as const,
  // What a test waits for takes its time on a machine that is busy with other tests.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // What is tested is what ships: the compiled files, with source maps back to the sources.
      {
        test: {
          ...node,
          name: "unit",
          include: ["dist/src/**/*.test.js", "dist/test/rooms.test.js"],
          testTimeout: 20_000,
        },
      },
      { test: { ...node, name: "pages", include: ["src/ui/**/*.test.ts"], testTimeout: 20_000 } },
      // Whole systems, one at a time: they own the machine's cores while they run.
      {
        test: {
          ...node,
          name: "system",
          include: ["dist/test/**/*.test.js"],
          exclude: ["dist/test/rooms.test.js"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
