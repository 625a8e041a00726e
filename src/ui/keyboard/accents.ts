/**
 * Letters of Latin names that an English keyboard has not: a layer of its own, as large as the others, for the languages
 * whose people and artists have such names. What is on a layout already is here too, so that one looks in one place.
 */
const letters = [
  "à á â ã ä å ą æ ç ć č ď đ ð",
  "è é ê ë ę ě ė ğ ì í î ï ı ł",
  "ñ ń ň ò ó ô õ ö ø ő œ ř ś š",
  "ş ș ß ť ț þ ù ú û ü ů ű ý ÿ",
] as const;
const LAST = "ź ż ž";

/** As `toUpperCase` has them, but for two. */
const capitals: Readonly<Record<string, string>> = { ß: "ẞ", ı: "İ" };
const capital = (letter: string): string => capitals[letter] ?? letter.toUpperCase();

/** In rows as a keyboard has them, with the way back to its letters. */
export function accentRows(shift: boolean): string[] {
  const rows = [...letters, `{shift} ${LAST} {space} {accents} {bksp} {close}`];
  if (!shift) return rows;
  return rows.map((row) =>
    row
      .split(" ")
      .map((key) => (key.startsWith("{") ? key : capital(key)))
      .join(" "),
  );
}
