import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import type { FoundFile } from "./scan/walked.ts";

const run = promisify(execFile);

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that goes when the test file is through. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mien-library-"));
  folders.push(folder);
  return folder;
}

export interface MusicForTests {
  seconds?: number;
  /** Hertz: another tone is another song. */
  tone?: number;
  tags?: Readonly<Record<string, string>>;
  /** A picture to embed. */
  cover?: string;
  /** More for ffmpeg, before the output's name. */
  extra?: readonly string[];
}

/** A real file from ffmpeg; its ending says which format. */
export async function makeMusic(path: string, music: MusicForTests = {}): Promise<string> {
  const { seconds = 3, tone = 440, tags = {}, cover, extra = [] } = music;
  const picture = cover
    ? ["-i", cover, "-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v", "attached_pic"]
    : [];
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", `sine=${tone}:d=${seconds}`, ...picture],
    ...Object.entries(tags).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]),
    ...extra,
    path,
  ]);
  return path;
}

/** A picture in one colour. */
export async function makePicture(path: string, size = "320x240"): Promise<string> {
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", `color=teal:s=${size}`],
    ...["-frames:v", "1", path],
  ]);
  return path;
}

/** As the walk would have found it, alone in its folder. */
export async function foundFile(path: string, given: Partial<FoundFile> = {}): Promise<FoundFile> {
  const { size, mtimeMs } = await stat(path);
  const stamp = { path, size, modifiedAt: Math.floor(mtimeMs), readWith: "" };
  return { ...stamp, unreadable: null, playlists: [], hasPicture: false, isSettled: true, ...given };
}
