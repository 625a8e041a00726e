/** What was kept in this browser under this key; null where nothing was, or where it forbids even to look. */
export function kept(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Where the storage is full or forbidden it holds for as long as the page is open. */
export function keep(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // As the comment above says.
  }
}
