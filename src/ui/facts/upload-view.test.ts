import { expect, test } from "vitest";
import type { UploadRow } from "../link/upload-queue.ts";
import { uploadView } from "./upload-view.ts";

const row = (state: UploadRow["state"], share = 0): UploadRow => ({
  path: state,
  state,
  kind: state === "kept" ? "music" : null,
  share,
  reason: "",
});

test("counts what is over, and how far all of it has come", () => {
  const view = uploadView([
    row("kept"),
    row("already-here"),
    row("failed"),
    row("sending", 0.5),
    row("waiting"),
  ]);
  expect(view).toMatchObject({
    done: 3,
    share: 0.7,
    summary: "1 song added, 1 here already, 1 not taken",
  });
});

test("failures are listed first, and of thousands of files only the first", () => {
  const view = uploadView([...Array.from({ length: 100 }, () => row("kept")), row("failed")]);
  expect(view.listed[0]?.state).toBe("failed");
  expect(view.listed).toHaveLength(60);
  expect(view.more).toBe(41);
});

test("an empty list is nowhere", () => {
  expect(uploadView([])).toMatchObject({ done: 0, share: 0, summary: "0 songs added", listed: [], more: 0 });
});

test("what is no music is counted and is no fault: one file is named last, and of several none", () => {
  const view = uploadView([row("kept"), row("left-out"), row("left-out")]);
  expect(view).toMatchObject({ done: 3, share: 1, summary: "1 song added, 2 files are no music" });
  expect(view.listed.map(({ state }) => state)).toEqual(["kept"]);
  const one = uploadView([row("left-out"), row("kept")]);
  expect(one.summary).toBe("1 song added, 1 file is no music");
  expect(one.listed.map(({ state }) => state)).toEqual(["kept", "left-out"]);
});

test("a cover and a playlist are added and are no songs", () => {
  const as = (kind: UploadRow["kind"]): UploadRow => ({ ...row("kept"), kind });
  const summary = (...kinds: UploadRow["kind"][]): string => uploadView(kinds.map(as)).summary;
  expect(summary("music", "music", "picture", "playlist")).toBe("2 songs, 1 cover, and 1 playlist added");
  expect(summary("picture", "picture")).toBe("2 covers added");
});
