import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the release says of itself, or the clone. */
export async function versionIn(root: string): Promise<string> {
  const release = await readFile(join(root, "RELEASE"), "utf8").catch(() => "");
  const [, released] = /^version (\S+)$/m.exec(release) ?? [];
  if (released !== undefined) return released;
  return JSON.parse(await readFile(join(root, "package.json"), "utf8")).version;
}
