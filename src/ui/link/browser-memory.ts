/** What was kept for as long as this tab is open, on whichever of our pages it is. */
export function keptInTab(key: string): string | null {
  try {
    return globalThis.sessionStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keepInTab(key: string, value: string | null): void {
  try {
    if (value === null) globalThis.sessionStorage?.removeItem(key);
    else globalThis.sessionStorage?.setItem(key, value);
  } catch {
    // Where that is forbidden it holds for as long as the page is open.
  }
}

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
