/** Whether two values of JSON are the same, in whatever order their objects have their members. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && sameValue(left[name], right[name]))
  );
}

/** For properties whose values are made anew with every word of the daemon: only another value is drawn. */
export const isAnother = (a: unknown, b: unknown): boolean => !sameValue(a, b);
