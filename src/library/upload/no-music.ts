import type { UploadRefusalKind } from "../../protocol/music-in.ts";
import { isPlaylistName } from "../moods/mood-playlists.ts";
import { isAudioName } from "../tags/file-name.ts";
import { isFolderPictureName } from "../tags/folder-picture.ts";

const otherMusic = /\.(wma|aac|aiff?|ape|wv|mpc|tta|dsf|dff|mka|mp2|m4p|m4b|ac3|amr|au|ra|midi?|mod|xm)$/i;

/** What a file is whose sound nobody could find, by its name: a sentence that never asks for the same file again. */
export function noMusic(name: string, found: string): { fault: UploadRefusalKind; detail: string } {
  if (otherMusic.test(name))
    return {
      fault: "other-music",
      detail: `${name} is of a kind that Mien doesn't play: make it MP3, FLAC, Ogg, Opus, M4A or WAV.`,
    };
  if (isAudioName(name)) return { fault: "broken-music", detail: found };
  const isWanted = isFolderPictureName(name) || isPlaylistName(name);
  return {
    fault: "not-music",
    detail: isWanted ? found : `${name} is no music, no cover picture and no playlist.`,
  };
}
