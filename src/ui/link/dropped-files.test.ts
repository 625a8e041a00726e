import { expect, test } from "vitest";
import { droppedFiles, pickedFiles } from "./dropped-files.ts";

/** As much of a browser's entries as the page uses; a folder hands its entries over two at a time, as browsers do. */
const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (resolve: (file: File) => void) => resolve(new File(["x"], name)),
});
const folderEntry = (name: string, inside: readonly object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    let at = 0;
    return {
      readEntries: (resolve: (some: readonly object[]) => void) => {
        resolve(inside.slice(at, at + 2));
        at += 2;
      },
    };
  },
});
const item = (entry: object | null) => ({ webkitGetAsEntry: () => entry }) as unknown as DataTransferItem;

test("folders are looked through to their ends, and each file keeps its place", async () => {
  const album = folderEntry("Album", [
    fileEntry("1.mp3"),
    folderEntry("Disc 2", [fileEntry("2.mp3")]),
    fileEntry("cover.jpg"),
  ]);
  const paths: string[] = [];
  for await (const { path } of droppedFiles([item(album), item(fileEntry("song.flac")), item(null)]))
    paths.push(path);
  expect(paths).toEqual(["Album/1.mp3", "Album/Disc 2/2.mp3", "Album/cover.jpg", "song.flac"]);
});

test("a picked folder's files know where they were", () => {
  const inFolder = Object.assign(new File([], "1.mp3"), { webkitRelativePath: "Album/1.mp3" });
  const alone = Object.assign(new File([], "2.mp3"), { webkitRelativePath: "" });
  expect(pickedFiles([inFolder, alone]).map(({ path }) => path)).toEqual(["Album/1.mp3", "2.mp3"]);
});
