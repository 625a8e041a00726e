/** What Windows-1252 has from 0x80 on, where Latin-1 has control characters. Node's decoder of that name has not. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
type Decoder = InstanceType<typeof TextDecoder>;
const utf8 = new TextDecoder("utf-8", { fatal: true });
const japanese = new TextDecoder("shift_jis", { fatal: true });
/** No title is so long, and no tag may take the time or the memory of one that is. */
const longest = 2_000;
const cyrillic = new TextDecoder("windows-1251");

/**
 * Text whose bytes were taken for Latin-1 and are something else, put right where that can be told for sure: old taggers
 * wrote whatever their system spoke and called it Latin-1, for ID3 had no word for it. What can be none of these stays
 * as it is; so does Chinese and Korean of that age, which nothing tells from letters with accents.
 */
export function mendedText(text: string): string {
  if (text.length > longest || !/[\u0080-\uffff]/.test(text)) return text;
  const bytes = latinBytes(text);
  if (bytes === null) return text;
  const unicode = decoded(utf8, bytes);
  if (unicode !== null) return unicode;
  if (isCyrillic(text)) return cyrillic.decode(bytes);
  // No text in Latin-1 has control characters.
  if (!/[\u0080-\u009f]/.test(text)) return text;
  const kana = decoded(japanese, bytes);
  return kana !== null && isJapanese(kana)
    ? kana
    : text.replace(/[\u0080-\u009f]/g, (control) => windows[control.charCodeAt(0) - 0x80] ?? control);
}

/** Null where it holds letters that neither Latin-1 nor Windows-1252 has, so that somebody knew what they wrote. */
function latinBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const place = code < 0x100 ? -1 : windows.indexOf(letter);
    if (code >= 0x100 && place < 0) return null;
    bytes.push(place < 0 ? code : 0x80 + place);
  }
  return Uint8Array.from(bytes);
}

function decoded(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** No language of the west has words of four letters that are all accented, and none of the others accented at all. */
function isCyrillic(text: string): boolean {
  const words = text.match(/[A-Za-zÀ-ÿ¨¸]+/g) ?? [];
  const accented = words.filter((word) => /[À-ÿ]/.test(word));
  return accented.some((word) => word.length >= 4) && accented.every((word) => /^[À-ÿ¨¸]+$/.test(word));
}

/** "Don’t" can be read as a rare sign between Latin letters, too. */
function isJapanese(text: string): boolean {
  const signs = text.match(/[\u3041-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  return signs >= 2 && signs > (text.match(/[A-Za-z]/g)?.length ?? 0);
}
