import fc from "fast-check";
import { expect, test } from "vitest";
import { numbered, safePath, withEnding } from "./safe-path.ts";

const names = (path: string) => {
  const safe = safePath(path);
  return "fault" in safe ? safe.fault : safe.names.join("/");
};

test.each([
  ["Album/01 Song.mp3", "Album/01 Song.mp3"],
  ["/etc/passwd", "etc/passwd"],
  ["C:\\Music\\Song.mp3", "C_/Music/Song.mp3"],
  ["./a/./b.mp3", "a/b.mp3"],
  ["a//b.mp3", "a/b.mp3"],
  [".hidden/.song.mp3", "hidden/song.mp3"],
  ["What?/Yes: no.mp3", "What_/Yes_ no.mp3"],
  ["AUX/con.mp3", "_AUX/_con.mp3"],
  ["trailing. ./song.mp3", "trailing/song.mp3"],
  ["a\u0000b\n\u202ec.mp3", "abc.mp3"],
  ["half \ud800 letter.mp3", "half  letter.mp3"],
  ["Ame\u0301lie.mp3", "Amélie.mp3"],
  ["東京/夜.flac", "東京/夜.flac"],
  ["Mr. Blue Sky", "Mr. Blue Sky"],
  ["...", "_"],
])("%j becomes %j", (path, safe) => {
  expect(names(path)).toBe(safe);
});

test.each(["../x.mp3", "a/../../x.mp3", "a\\..\\x.mp3", "a/.."])("%j is refused", (path) => {
  expect(names(path)).toMatch(/can't lead out/);
});

test.each(["", "/", "./"])("%j has no name", (path) => {
  expect(names(path)).toMatch(/no name/);
});

test("a long name keeps its ending and ends with a whole letter", () => {
  const [name = ""] = names(`${"👨‍👩‍👧 ".repeat(60)}.flac`).split("/");
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/👨‍👩‍👧\.flac$/u);
});

test("another ending, and a number, keep the name", () => {
  expect(withEnding("Vol. 1.mp3", ".flac")).toBe("Vol. 1.flac");
  expect(withEnding("Song", ".ogg")).toBe("Song.ogg");
  expect(numbered("Song.mp3", 2)).toBe("Song (2).mp3");
});

test("whatever is asked for, no name leads anywhere, is hidden, or is too long", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("..", ".", "con", " ", "a".repeat(400)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const safe = safePath(parts.join("/"));
      if ("fault" in safe) return;
      expect(safe.names.length).toBeLessThanOrEqual(13);
      for (const name of safe.names) {
        expect(name).not.toMatch(/^\.|[/\\\0]|^\s*$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
        expect(Buffer.from(name).toString()).toBe(name);
      }
    }),
    { numRuns: 500 },
  );
});
