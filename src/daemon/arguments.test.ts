import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { usage } from "./usage.ts";

const nothing = { camera: null, musicFolder: null, dataFolder: null, port: null, output: null, demo: false };

test.each([
  { argv: [], expected: nothing },
  { argv: ["--demo"], expected: { ...nothing, demo: true } },
  { argv: ["--port", "8080"], expected: { ...nothing, port: 8080 } },
  { argv: ["--port=0"], expected: { ...nothing, port: 0 } },
  { argv: ["--camera", "auto"], expected: { ...nothing, camera: "auto" } },
  {
    argv: ["--camera", "http://cam.local/stream"],
    expected: { ...nothing, camera: "http://cam.local/stream" },
  },
  { argv: ["--camera", "rtsp://cam/a"], expected: { ...nothing, camera: "rtsp://cam/a" } },
  { argv: ["--camera", "clip.mp4"], expected: { ...nothing, camera: resolve("clip.mp4") } },
  {
    argv: ["--music", "songs", "--data", "/d"],
    expected: { ...nothing, musicFolder: resolve("songs"), dataFolder: "/d" },
  },
  { argv: ["--output", "alsa/default"], expected: { ...nothing, output: "alsa/default" } },
])("$argv is understood", ({ argv, expected }) => {
  expect(readArguments(argv)).toEqual(expected);
});

test.each([
  { argv: ["--port", "70000"], culprit: "--port 70000" },
  { argv: ["--port", "kiosk"], culprit: "--port kiosk" },
  { argv: ["--music="], culprit: "--music" },
  { argv: ["--colour", "red"], culprit: "--colour" },
  { argv: ["stray"], culprit: "stray" },
  { argv: ["--camera", "rtsps://me:secret@cam/1"], culprit: "--camera rtsps:// is no kind" },
])("$argv is refused, naming the culprit", ({ argv, culprit }) => {
  expect(readArguments(argv)).toEqual({ error: expect.stringContaining(culprit) });
});

test("a camera's password is not said again", () => {
  expect(JSON.stringify(readArguments(["--camera", "ftp://me:secret@cam/1"]))).not.toContain("secret");
});

test("an unknown one is named in one sentence, with the way to those that there are", () => {
  expect(readArguments(["--colour"])).toEqual({
    error: "Unknown option '--colour'. --help lists what can be given.",
  });
});

test.each([["--help"], ["-h"], ["--demo", "--help"]])(
  "%s wants help, and nothing to be started",
  (...argv) => {
    expect(readArguments(argv)).toBe("help");
  },
);

test("the help has every option that scripts/start has", () => {
  const root = resolve(import.meta.dirname, "../../..");
  const script = readFileSync(join(root, "scripts/lib/start-arguments.sh"), "utf8");
  const optionsIn = (text: string) => [...text.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option);
  expect(optionsIn(usage)).toEqual(optionsIn(script));
  expect(optionsIn(usage).length).toBeGreaterThan(5);
});
