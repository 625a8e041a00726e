/** Of a name, in UTF-8: file systems take 255, and there is room for " (2)". */
const nameBytes = 200;
const mostFolders = 12;
/** Windows keeps these for devices, and a stick or a share may end up there. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A path from a stranger as names that every file system takes, none of which leads anywhere else. Folders are told
 * apart by `/` or `\`. A fault is one sentence.
 */
export function safePath(path: string): { names: readonly string[] } | { fault: string } {
  const parts = path.split(/[/\\]+/).filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return { fault: "A path can't lead out of the folder: leave out its “..”." };
  const names = parts.map((part, index) => safeName(part, index === parts.length - 1));
  if (names.length === 0) return { fault: "The path has no name for the file in it." };
  // The innermost folders say most: an album, an artist.
  return { names: names.slice(-(mostFolders + 1)) };
}

/** The name with another ending, which has its dot. */
export function withEnding(name: string, ending: string): string {
  const { stem } = parted(name);
  return cut(stem, nameBytes - Buffer.byteLength(ending)) + ending;
}

/** For a second one of the same name. */
export function numbered(name: string, number: number): string {
  const { stem, ending } = parted(name);
  return `${stem} (${number})${ending}`;
}

function safeName(part: string, isFile: boolean): string {
  const cleaned = part
    .normalize("NFC")
    // Halves of letters, control and direction characters: invisible, and not in every file system. What joins letters
    // and emoji stays.
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    // Dots in front would hide it from the scan; dots and spaces at the end are lost on other systems.
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const { stem, ending } = isFile ? parted(cleaned) : { stem: cleaned, ending: "" };
  const named = reserved.test(stem.split(".")[0] ?? "") ? `_${stem}` : stem;
  return cut(named, nameBytes - Buffer.byteLength(ending)) + ending || "_";
}

/** An ending has a few letters; what follows another dot belongs to the name. */
function parted(name: string): { stem: string; ending: string } {
  const [, stem = name, ending = ""] = /^(.+)(\.[A-Za-z0-9]{1,8})$/.exec(name) ?? [];
  return { stem, ending };
}

/** Whole letters, as many as fit. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > bytes) return kept.trimEnd();
    kept += segment;
  }
  return kept;
}
