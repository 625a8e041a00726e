/**
 * A person's words as an FTS5 expression: every word, or the beginning of one, must be there. Null where there is
 * no word in the text. FTS5's own signs lose their meaning inside quotation marks.
 */
export function searchExpression(text: string): string | null {
  const words = text.match(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}\p{Mark}]*/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(" ");
}
