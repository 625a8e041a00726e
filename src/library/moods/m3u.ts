import { isUtf8 } from "node:buffer";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { tidy } from "../tags/file-name.ts";

/** What a playlist says. */
export interface M3u {
  /** Its title, where it has one inside (`#PLAYLIST:`). */
  title: string | null;
  /** Paths on this machine; where a line can be read in two ways, both. */
  here: readonly string[];
  /** Paths with forward slashes as another machine knows them: only how they end can tell which file is meant. */
  elsewhere: readonly string[];
}

const maxEntries = 10_000;
const maxLine = 4_096;
/** What Mien writes into its own playlists: at their beginning, and before a song that a person placed. */
export const ourMark = "#MIEN-PLAYLIST";
export const personsMark = "#MIEN-PLACED-BY-A-PERSON";

/**
 * Takes M3U and M3U8 as programs of all systems write them: paths from the playlist's folder or from the top, either
 * slash, drive letters, `file:` addresses, in UTF-8, UTF-16 or Windows-1252. Radio addresses are passed over. Of a list
 * that Mien wrote only the songs count that a person placed: its own guesses must not come back as a person's word.
 */
export function readM3u(bytes: Buffer, folder: string): M3u {
  const here: string[] = [];
  const elsewhere: string[] = [];
  let title: string | null = null;
  let entries = 0;
  let isOurs = false;
  let isPersons = false;
  for (const raw of decode(bytes).split(/\r\n?|\n/)) {
    const line = raw.trim();
    if (line === "" || line.length > maxLine || line.includes("\0")) continue;
    if (line.startsWith("#")) {
      title ??= /^#PLAYLIST:(.*)/i.exec(line)?.[1]?.trim() || null;
      isOurs ||= line === ourMark;
      isPersons ||= line === personsMark;
      continue;
    }
    const counts = isPersons || !isOurs;
    isPersons = false;
    if (!counts) continue;
    if (++entries > maxEntries) break;
    const path = withoutScheme(line);
    if (path === null) continue;
    const forward = path.replaceAll("\\", "/").replace(/^\/?[a-z]:\//i, "/");
    // A drive or a share of Windows, or the top of somebody else's disk.
    if (/^([a-z]:)?[\\/]/i.test(path)) elsewhere.push(forward);
    if (/^[a-z]:[\\/]/i.test(path) || path.startsWith("\\")) continue;
    for (const reading of new Set([path, forward, decoded(forward)])) here.push(resolve(folder, reading));
  }
  return { title: title === null ? null : tidy(title), here, elsewhere };
}

function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : isUtf8(bytes)
          ? "utf-8"
          : "windows-1252";
  return new TextDecoder(encoding).decode(bytes);
}

/** The path in a `file:` address, and the line itself where it is no address; null for what is not on a disk. */
function withoutScheme(line: string): string | null {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(line)) return line;
  if (!/^file:/i.test(line)) return null;
  try {
    const path = fileURLToPath(line);
    return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
  } catch {
    // Another host, or no address after all.
    return null;
  }
}

/** Some players write the paths of a list as the web does. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
