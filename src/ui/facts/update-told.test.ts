import { expect, test } from "vitest";
import { missingFile, noteBefore, withFiles } from "./update-told.ts";

const none = { release: null, signature: null };
const release = { name: "mien-0.5.0-debian12-x64.tar.gz" };
const signature = { name: "mien-0.5.0-debian12-x64.tar.gz.sig" };
const other = { name: "mien-0.6.0-debian12-x64.tar.gz" };

test("both files of a release are known by their names, chosen together or one after the other", () => {
  expect(withFiles(none, [signature, release])).toEqual({ release, signature, odd: null });
  expect(missingFile({ release, signature })).toBeNull();
  const { odd: _, ...first } = withFiles(none, [release]);
  expect(missingFile(withFiles(first, [signature]))).toBeNull();
});

test("what is still missing is said by name", () => {
  expect(missingFile(none)).toBeNull();
  expect(missingFile({ release, signature: null })).toEqual({ have: release.name, missing: signature.name });
  expect(missingFile({ release: null, signature })).toEqual({ have: signature.name, missing: release.name });
});

test("another release's signature is none of this one", () => {
  expect(missingFile({ release: other, signature })).toEqual({
    ...{ have: other.name, missing: `${other.name}.sig` },
  });
});

test("another kind of file is named, and chooses nothing", () => {
  const checksum = { name: `${release.name}.sha256` };
  expect(withFiles({ release, signature: null }, [checksum])).toEqual({
    ...{ release, signature: null, odd: checksum.name },
  });
});

test("what is noted once an update runs is its own, and what was noted before it is not", () => {
  const since = Date.UTC(2026, 10, 24, 2) + 700;
  const note = (at: number) => ({ at, from: "0.4.0", to: "0.5.0", cameBack: null, refused: null });
  expect(noteBefore(note(since + 60_000), { since })).toBeNull();
  // Within the same second: a note tells no parts of it.
  expect(noteBefore(note(since - 700), { since })).toBeNull();
  expect(noteBefore(note(since - 1_000), { since })).toEqual(note(since - 1_000));
  expect(noteBefore(note(since), { since: null })).toEqual(note(since));
  expect(noteBefore(null, { since })).toBeNull();
});
