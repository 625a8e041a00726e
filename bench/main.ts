import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Unusable } from "./model-sides/unusable.ts";

/** What each file in this folder exports. */
interface Bench {
  /** What is measured, in a line. */
  title: string;
  /** What can be told to it, for --help. */
  help?: string;
  /** Takes what stands behind the bench's name on the command line. */
  run(args: readonly string[]): Promise<unknown>;
  /** The figures for people. */
  table(figures: never): string;
}

const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(".js") && file !== "main.js")
  .map((file) => file.slice(0, -".js".length))
  .sort();

const load = async (name: string): Promise<Bench> =>
  (await import(pathToFileURL(join(import.meta.dirname, `${name}.js`)).href)) as Bench;

const [wanted, ...rest] = process.argv.slice(2);
if (wanted === undefined) {
  console.log("npm run bench -- NAME [--json] [what the bench takes]\n");
  for (const name of names) console.log(`  ${name.padEnd(12)}${(await load(name)).title}`);
} else if (names.includes(wanted)) {
  const bench = await load(wanted);
  if (rest.includes("--help")) console.log(bench.help ?? bench.title);
  else await measure(bench).catch(sayOrThrow);
} else {
  console.error(`There is no bench "${wanted}". There are: ${names.join(", ")}.`);
  process.exitCode = 1;
}

async function measure(bench: Bench): Promise<void> {
  const figures = (await bench.run(rest.filter((argument) => argument !== "--json"))) as never;
  console.log(rest.includes("--json") ? JSON.stringify(figures) : bench.table(figures));
}

/** What the caller can mend, in a sentence; a bug with its stack. */
function sayOrThrow(error: unknown): void {
  const { code = "" } = error as NodeJS.ErrnoException;
  const forCaller = error instanceof Unusable || code.startsWith("ERR_PARSE_ARGS");
  if (!forCaller) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
