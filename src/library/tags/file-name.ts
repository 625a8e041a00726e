import { basename, extname } from "node:path";

const extensions = new Set([".mp3", ".flac", ".ogg", ".oga", ".opus", ".m4a", ".wav"]);

export function isAudioName(path: string): boolean {
  return extensions.has(extname(path).toLowerCase());
}

/** Title and artist as far as a file's name tells: `03 - Some_Artist - A title.mp3`. */
export function namedTrack(path: string): { title: string; artists: readonly string[] } {
  const bare = basename(path, extname(path));
  const spaced = bare.includes(" ") ? bare : bare.replaceAll("_", " ");
  // "99 Luftballons" keeps its number: only one that is set off, or has a leading zero, counts tracks.
  const unnumbered = spaced.replace(
    /^\s*(?:\d{1,2}-)?(?:\d{1,3}\s*[.)_-]\s*|\(\d{1,3}\)\s*|0\d\s+)(?=\S)/,
    "",
  );
  const parts = tidy(unnumbered).split(/\s+[-–—]\s+/);
  const [artist, ...rest] = parts;
  if (artist && rest.length > 0) return { title: rest.join(" – "), artists: [artist] };
  return { title: tidy(unnumbered) || tidy(bare) || "Untitled", artists: [] };
}

/** One line without control or direction characters, which could disturb a page, and of bounded length. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
