/** Artists are compared by this: without case, and however their letters are encoded. */
export function artistKey(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
