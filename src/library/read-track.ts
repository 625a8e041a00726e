import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename, dirname, relative, sep } from "node:path";
import type { ScannedFile } from "../protocol/library.ts";
import { type AudioPart, type Container, findAudioPart } from "./audio-part.ts";
import { brokenHash, contentHash } from "./content-hash.ts";
import { namedTrack } from "./file-name.ts";
import { folderPicture } from "./folder-picture.ts";
import type { MoodWords } from "./mood-words.ts";
import { readTags } from "./read-tags.ts";
import type { FoundFile } from "./walk.ts";

/** Room for a big cover and long lyrics; more is refused, so that no file can fill the memory. */
const maxTagBytes = 48 * 1024 * 1024;
/** A file that lacks more of its sound than this would break off in the middle of the song. */
const minShareThere = 0.95;
const minDurationMs = 1_000;

const namesOf: Readonly<Record<Container, RegExp>> = {
  MP3: /\.mp3$/i,
  FLAC: /\.flac$/i,
  Ogg: /\.(ogg|oga|opus)$/i,
  M4A: /\.m4a$/i,
  WAV: /\.wav$/i,
};

/** One music file as a row; null when it has gone since it was found. Whatever is wrong with it becomes a reason. */
export async function readTrack(
  found: FoundFile,
  root: string,
  words: MoodWords,
): Promise<ScannedFile | null> {
  if (found.unreadable) return brokenFile(found, root, found.unreadable);
  let file: FileHandle;
  try {
    // Non-blocking, because opening a pipe that took the file's place would wait for a writer.
    file = await open(found.path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    return brokenFile(found, root, `The file can't be opened (${code}): check its permissions.`);
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return null;
    const now = { ...found, size: stats.size, modifiedAt: Math.floor(stats.mtimeMs) };
    return await readOpened(file, now, root, words);
  } catch (error) {
    return brokenFile(found, root, `The file can't be read (${(error as Error).message}): replace it.`);
  } finally {
    await file.close();
  }
}

/** A row with what the file's name tells, and why the file can't be played. */
export function brokenFile(found: FoundFile, root: string, reason: string): ScannedFile {
  const { path, size, modifiedAt } = found;
  return {
    path,
    size,
    modifiedAt,
    root,
    contentHash: brokenHash(path),
    track: {
      ...namedTrack(path),
      album: null,
      year: null,
      genres: [],
      languages: [],
      durationMs: 0,
      explicit: null,
      gainDb: null,
      cover: null,
      bpm: null,
      isrc: null,
      affects: [],
      unplayable: reason,
    },
  };
}

async function readOpened(
  file: FileHandle,
  found: FoundFile,
  root: string,
  words: MoodWords,
): Promise<ScannedFile> {
  const part = await findAudioPart(file, found.size);
  if ("problem" in part) return brokenFile(found, root, `The file ${part.problem}: replace it.`);
  if (found.size - (part.to - part.from) > maxTagBytes)
    return brokenFile(found, root, "The file's tags and pictures take more than 48 MB: remove some.");
  const misnamed = wrongName(part.container, found.path);
  if (misnamed) return brokenFile(found, root, misnamed);
  const tags = await readTags(found.path);
  if ("problem" in tags) return brokenFile(found, root, `The file ${tags.problem}: replace it.`);

  const named = namedTrack(found.path);
  const { moods, hasPicture, title, artists, ...facts } = tags;
  return {
    path: found.path,
    size: found.size,
    modifiedAt: found.modifiedAt,
    root,
    contentHash: await contentHash(file, part),
    track: {
      ...facts,
      title: title ?? named.title,
      artists: artists.length > 0 || title !== null ? artists : named.artists,
      cover: hasPicture ? "embedded" : (await folderPicture(found.path)) ? "folder" : null,
      affects: words.affectsOf({ moods, genres: tags.genres, folders: foldersOf(found.path, root) }),
      unplayable: cutShort(part) ?? tooShort(tags.durationMs),
    },
  };
}

/** mpv goes by the content, but music-metadata goes by the name. */
function wrongName(container: Container, path: string): string | null {
  return namesOf[container].test(path)
    ? null
    : `The file holds ${container} sound under another name: give it the right ending.`;
}

function cutShort({ from, to, declaredBytes }: AudioPart): string | null {
  if (declaredBytes === null || to - from >= declaredBytes * minShareThere) return null;
  const percent = Math.floor((100 * (to - from)) / declaredBytes);
  return `The file was cut short: ${percent} % of its sound is there. Copy it again.`;
}

function tooShort(durationMs: number): string | null {
  return durationMs >= minDurationMs ? null : "The file is shorter than a second.";
}

/** Names of the folders that a file lies in, innermost first, the root's own last. */
function foldersOf(path: string, root: string): readonly string[] {
  const between = relative(root, dirname(path)).split(sep).reverse();
  return [...between, basename(root)].filter((name) => name !== "" && name !== "..");
}
