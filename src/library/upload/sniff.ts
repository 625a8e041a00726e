import type { MusicFileKind } from "../../protocol/music-in.ts";
import { isPicture } from "../covers/is-picture.ts";
import { isPlaylistName } from "../moods/mood-playlists.ts";
import { type Container, findAudioPart } from "../tags/audio-part.ts";
import { contentHash, samplesOf } from "../tags/content-hash.ts";
import { cutShort } from "../tags/cut-short.ts";
import { isFolderPictureName } from "../tags/folder-picture.ts";
import { OpenFile } from "../tags/open-file.ts";

/** What a file that somebody gave holds; a fault is one sentence. */
export type Sniffed =
  | {
      kind: MusicFileKind;
      /** What its name has to end in, with the dot; null where it does. */
      ending: string | null;
      /** Of music: the same for the same sound. */
      contentHash: string | null;
    }
  | { fault: string };

const maxPictureBytes = 32 * 1024 * 1024;
const maxPlaylistBytes = 1024 * 1024;

const endings: Readonly<Record<Container, { known: RegExp; usual: string }>> = {
  MP3: { known: /\.mp3$/i, usual: ".mp3" },
  FLAC: { known: /\.flac$/i, usual: ".flac" },
  Ogg: { known: /\.(ogg|oga|opus)$/i, usual: ".ogg" },
  M4A: { known: /\.m4a$/i, usual: ".m4a" },
  WAV: { known: /\.wav$/i, usual: ".wav" },
};

/**
 * Goes by the content; the name tells only which pictures and playlists matter. Blocks, so this is for other threads
 * than the daemon's own. Throws the system's error.
 */
export function sniff(path: string, name: string): Sniffed {
  const file = new OpenFile(path);
  try {
    if (!file.isFile) return { fault: `${name} is no file.` };
    if (isFolderPictureName(name)) return asPicture(file, name);
    if (isPlaylistName(name)) return asPlaylist(file, name);
    const part = findAudioPart(file);
    if ("problem" in part) return { fault: `${name} ${part.problem}.` };
    // The library would list it only to say so; who has just sent it still has the whole one, perhaps.
    const cut = cutShort(part, name);
    if (cut !== null) return { fault: cut };
    const { known, usual } = endings[part.container];
    return {
      kind: "music",
      ending: known.test(name) ? null : usual,
      contentHash: contentHash(samplesOf(file, part), part),
    };
  } finally {
    file.close();
  }
}

function asPicture(file: OpenFile, name: string): Sniffed {
  if (!isPicture(file.bytesAt(0, 12))) return { fault: `${name} is no JPEG, PNG or WebP picture.` };
  if (file.size > maxPictureBytes) return { fault: `${name} has more than 32 MB: make it smaller.` };
  return { kind: "picture", ending: null, contentHash: null };
}

/** Text in any encoding has no NUL, or (UTF-16) begins with a byte order mark. */
function asPlaylist(file: OpenFile, name: string): Sniffed {
  if (file.size > maxPlaylistBytes) return { fault: `${name} has more than 1 MB: that is no playlist.` };
  const start = file.bytesAt(0, 4096);
  const utf16 = /^(\xff\xfe|\xfe\xff)/.test(start.toString("latin1", 0, 2));
  if (!utf16 && start.includes(0)) return { fault: `${name} is no playlist but binary.` };
  return { kind: "playlist", ending: null, contentHash: null };
}
