/** Artists are compared by this: without case, and however their letters are encoded. */
export function artistKey(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** Languages are compared by this, the first part of their tag: `en` of `en-GB`. */
export function languageKey(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}
