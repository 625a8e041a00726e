import { defineConfig } from "vitest/config";

// No limit here says how fast anything is: a condition is waited for, and these only end what would hang for ever. So
// they have room for a machine ten times slower than the one that the tests were written on, with other work beside.
const patience = { expect: { poll: { timeout: 60_000 } }, testTimeout: 120_000, hookTimeout: 120_000 };

// Two cores on the build machine and on many a Pi: two files at a time, and never a shared process, because
// native addons (OpenCV, SQLite, ONNX Runtime) live in them.
const node = {
  ...patience,
  environment: "node" as const,
  pool: "forks" as const,
  // Node takes an ending thread off its platform before it ends it (nodejs/node#31752): where V8 still compiles one of
  // its functions beside it, the whole process is aborted. That is one in many thousands, and the tests end as many.
  execArgv: ["--no-concurrent-recompilation"],
};

/** Whole systems that wait for one another more than they reckon: two of them get on beside each other. */
const walks = ["*-walk", "*-by-page", "screen-touches", "secure-door"].map(
  (name) => `dist/test/${name}.test.js`,
);

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
          include: ["dist/src/**/*.test.js", "dist/test/repository/*.test.js"],
        },
      },
      { test: { ...node, name: "pages", include: ["src/ui/**/*.test.ts"] } },
      // Built pages in a real browser, each with a daemon made up for it: they wait for what they want to see, and
      // measure no time.
      {
        test: {
          ...node,
          name: "screens",
          setupFiles: ["dist/test/end-leftovers.js"],
          include: ["dist/test/screens/*.test.js"],
          testTimeout: 400_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...node,
          name: "walks",
          setupFiles: ["dist/test/end-leftovers.js"],
          include: walks,
          testTimeout: 400_000,
          hookTimeout: 300_000,
        },
      },
      // The other ones, one at a time: they own the machine's cores while they run.
      {
        test: {
          ...node,
          name: "system",
          setupFiles: ["dist/test/end-leftovers.js"],
          include: ["dist/test/**/*.test.js"],
          exclude: ["dist/test/repository/**", "dist/test/screens/**", ...walks],
          fileParallelism: false,
          testTimeout: 400_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
