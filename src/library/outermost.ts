import { resolve } from "node:path";

/** Each folder once, and none that lies in another: a file belongs to one root. */
export function outermost(roots: readonly string[]): readonly string[] {
  const unique = [...new Set(roots.map((root) => resolve(root)))];
  return unique.filter((root) => !unique.some((other) => other !== root && isBelow(root, other)));
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
