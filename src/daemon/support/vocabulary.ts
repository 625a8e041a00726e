import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What stands between quotes in a program. Comments and code have words too, but nobody logs those. */
const literals = /"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const inserted = /\$\{[^}]*\}/g;
/** Tests have made-up people in them, what the demo music is called is not for sentences, and no page writes a log. */
const silent = /^ui\/|test|demo|stand-in/;
const words = /\p{L}[\p{L}'’-]*/gu;

/**
 * Every word that Mien's own programs can say. What is in none of them came from outside: a title, a name, a network's.
 */
export async function vocabularyOf(folders: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const folder of folders)
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith(".js") || silent.test(name)) continue;
      const text = await readFile(join(folder, name), "utf8");
      for (const [literal] of text.matchAll(literals))
        for (const [word] of literal.replaceAll(inserted, " ").matchAll(words)) known.add(word.toLowerCase());
    }
  return known;
}
