import { folded } from "./folding.ts";

/** Scripts that put no spaces between words. Hangul does, but joins endings to them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/u;
const words = /[\p{Letter}\p{Number}\p{Mark}]+/gu;

/**
 * A text as FTS5 is to index it, by its tokenizer `ascii`: its words folded, with spaces between. A run of a script
 * without spaces becomes each pair of neighbours and the last letter, so that any part of it can be found:
 * 純喫茶 is 純喫 喫茶 茶.
 */
export function searchText(text: string | null): string | null {
  return text === null ? null : runs(text).flatMap(pieces).join(" ");
}

/**
 * A person's words as an FTS5 expression: every word, or the beginning of one, must be there; of a script without
 * spaces, any part. Null where there is no word in the text. FTS5's own signs lose their meaning inside quotation marks.
 */
export function searchExpression(text: string): string | null {
  const parts = runs(text).map(({ word, isUnspaced }) => {
    const letters = [...word];
    // Pairs in their order are the whole of it; one letter begins a pair, or is the last.
    if (!isUnspaced || letters.length === 1) return `"${word}"*`;
    return `"${pairs(letters).join(" ")}"`;
  });
  return parts.length === 0 ? null : parts.join(" ");
}

export interface Run {
  word: string;
  isUnspaced: boolean;
}

/** Words, and within them what is of scripts without spaces apart from the rest. */
export function runs(text: string): Run[] {
  return (folded(text).match(words) ?? []).flatMap((word) => {
    if (!unspaced.test(word)) return [{ word, isUnspaced: false }];
    return word
      .split(new RegExp(`(${unspaced.source})`, "u"))
      .filter((part) => part !== "")
      .map((part) => ({ word: part, isUnspaced: unspaced.test(part) }));
  });
}

function pieces({ word, isUnspaced }: Run): string[] {
  if (!isUnspaced) return [word];
  const letters = [...word];
  return [...pairs(letters), letters.at(-1) ?? ""];
}

function pairs(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
