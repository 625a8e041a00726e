import { expect, test } from "vitest";
import { readArguments, type StartArguments } from "../arguments.ts";
import { startedWith } from "./started-with.ts";

function read(argv: readonly string[]): StartArguments {
  const given = readArguments(argv);
  return given === "help" || "error" in given ? expect.fail("It is not understood.") : given;
}

test.each([
  { argv: [] },
  { argv: ["--demo"] },
  { argv: ["--camera", "rtsp://cam/a", "--music", "/srv/my music", "--port", "0", "--output", "null"] },
])("what $argv told is told again, word by word", ({ argv }) => {
  expect(startedWith(read(argv))).toEqual(argv);
  expect(read(startedWith(read(argv)))).toEqual(read(argv));
});

test("a path is told in full, and the data folder not at all", () => {
  expect(startedWith(read(["--music=songs", "--data", "data"]))).toEqual([
    "--music",
    expect.stringMatching(/^\/.*\/songs$/),
  ]);
});

test.each(["rtsp://ada:secret@cam/1", "http://cam/mjpg?pwd=secret"])(
  "a camera's address with a password in it is not told: %s",
  (camera) => {
    expect(startedWith(read(["--camera", camera]))).toEqual(["--camera", "CAMERA"]);
  },
);
