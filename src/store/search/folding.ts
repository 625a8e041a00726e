/** Letters that no decomposition takes apart, as people type them who don't have them on their keyboard. */
const plain: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ĸ: "k" },
  ...{ ŋ: "n", ŧ: "t", ƀ: "b", ɓ: "b", ɗ: "d", ɖ: "d", ɛ: "e", ə: "e", ɔ: "o", ƙ: "k", ƴ: "y" },
};
const special = new RegExp(`[${Object.keys(plain).join("")}]`, "g");

/**
 * Accents of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic. Other marks are letters: without
 * its voicing mark が would be か, without its vowel signs no word of Hindi or Thai would be left.
 */
const accents =
  /[\u0300-\u036f]+|[\u1ab0-\u1aff]+|[\u1dc0-\u1dff]+|[\u20d0-\u20ff]+|[\ufe20-\ufe2f]+|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+|[\u0610-\u061a\u064b-\u065f\u0670]+/g;
/** Soft hyphens, joiners and direction marks: nobody sees or types them. */
const unseen = /\p{Cf}+/gu;

/** What titles are listed by and names searched by: without case, accents, and letters of one language alone. */
export function folded(text: string): string {
  // Most names are of these letters alone, and a migration folds a hundred thousand.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(accents, "")
    .replace(unseen, "")
    .toLowerCase()
    .replace(special, (letter) => plain[letter] ?? letter)
    .normalize("NFC");
}
