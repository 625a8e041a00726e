import { dirname, relative, sep } from "node:path";
import type { ScannedFile } from "../../protocol/library.ts";
import type { MoodWords } from "../moods/mood-words.ts";
import { unknownTime } from "../scan/folder-entries.ts";
import type { FoundFile } from "../scan/walked.ts";
import { type AudioPart, type Container, findAudioPart } from "./audio-part.ts";
import { brokenHash, contentHash, samplesOf } from "./content-hash.ts";
import { cutShort } from "./cut-short.ts";
import { namedTrack } from "./file-name.ts";
import { isMereNumber } from "./nobody.ts";
import { OpenFile } from "./open-file.ts";
import { readTags } from "./read-tags.ts";

/** Room for a big cover and long lyrics; more is refused, so that no file can fill the memory. */
const maxTagBytes = 48 * 1024 * 1024;
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
  let file: OpenFile;
  try {
    file = new OpenFile(found.path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    const reason = `The file can't be opened (${code}): check its permissions.`;
    // Permissions change without a trace in the file's time.
    return brokenFile(found, root, reason, { readAgain: true });
  }
  try {
    if (!file.isFile) return null;
    return await readOpened(file, { ...found, size: file.size, modifiedAt: file.modifiedAt }, root, words);
  } catch (error) {
    const reason = `The file can't be read (${(error as Error).message}): replace it.`;
    return brokenFile(found, root, reason, {
      readAgain: (error as NodeJS.ErrnoException).syscall !== undefined,
    });
  } finally {
    file.close();
  }
}

/**
 * A row with what the file's name tells, and why the file can't be played. What may be the disk's fault rather than
 * the file's is read again at a later scan.
 */
export function brokenFile(
  { path, size, modifiedAt, readWith }: FoundFile,
  root: string,
  reason: string,
  { readAgain = false } = {},
): ScannedFile {
  return {
    path,
    size,
    modifiedAt: readAgain ? unknownTime : modifiedAt,
    readWith,
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
  file: OpenFile,
  found: FoundFile,
  root: string,
  words: MoodWords,
): Promise<ScannedFile> {
  const part = findAudioPart(file);
  if ("problem" in part) return brokenFile(found, root, `The file ${part.problem}: replace it.`);
  if (found.size - (part.to - part.from) > maxTagBytes)
    return brokenFile(found, root, "The file's tags and pictures take more than 48 MB: remove some.");
  const misnamed = wrongName(part.container, found.path);
  if (misnamed) return brokenFile(found, root, misnamed);
  const samples = samplesOf(file, part);
  // Before the tags: the length of a song that is nothing but a hole may take minutes to find out.
  const empty = hollow(part, samples[1]);
  if (empty) return brokenFile(found, root, empty);
  // They lie in memory that the next file's samples will take.
  const hash = contentHash(samples, part);
  const tags = await readTags(file);
  if ("problem" in tags) return brokenFile(found, root, `The file ${tags.problem}: replace it.`);

  const named = namedTrack(found.path);
  const { moods, remarks, hasPicture, title, artists, ...facts } = tags;
  return {
    path: found.path,
    size: found.size,
    modifiedAt: found.modifiedAt,
    readWith: found.readWith,
    root,
    contentHash: hash,
    track: {
      ...facts,
      title: saysMore(named.title, title) ? named.title : (title ?? named.title),
      artists: artists.length > 0 || (title !== null && !isMereNumber(title)) ? artists : named.artists,
      cover: hasPicture ? "embedded" : found.hasPicture ? "folder" : null,
      affects: words.affectsOf({
        moods,
        remarks,
        genres: tags.genres,
        playlists: found.playlists,
        folders: foldersOf(found.path, root),
      }),
      unplayable: cutShort(part) ?? tooShort(tags.durationMs),
    },
  };
}

/** A disc that was ripped without the internet has its number for a title, and sometimes a name from whoever sorted it. */
function saysMore(name: string, title: string | null): boolean {
  return title !== null && isMereNumber(title) && !isMereNumber(name);
}

/** mpv goes by the content, but music-metadata goes by the name. */
function wrongName(container: Container, path: string): string | null {
  return namesOf[container].test(path)
    ? null
    : `The file holds ${container} sound under another name: give it the right ending.`;
}

/**
 * A copy that was broken off may have its whole length all the same, with a hole in it. Only WAV writes silence as
 * zeros; the frames of all others are far shorter than this hole.
 */
function hollow({ container }: AudioPart, middle: Buffer): string | null {
  const centre = Math.floor(middle.length / 2);
  const hole = middle.subarray(Math.max(0, centre - 2_048), centre + 2_048);
  return container !== "WAV" && hole.length > 0 && hole.every((byte) => byte === 0)
    ? "The middle of the file is empty: it was not copied whole. Copy it again."
    : null;
}

function tooShort(durationMs: number): string | null {
  return durationMs >= minDurationMs ? null : "The file is shorter than a second.";
}

/**
 * Names of the folders below the root that a file lies in, innermost first. The root is called after the place or the
 * disk: `/music/cafe` says nothing of a song.
 */
function foldersOf(path: string, root: string): readonly string[] {
  return relative(root, dirname(path))
    .split(sep)
    .reverse()
    .filter((name) => name !== "" && name !== "..");
}
