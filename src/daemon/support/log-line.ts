import { setImmediate as nextTurn } from "node:timers/promises";
import { scrub } from "./scrub.ts";

/** Numbers under these names count, measure or name a process. What else has a number may be somebody's. */
const measures =
  /^(time|level|pid|port|code|files|tracks|songs|lost|plays|days|removed|restarts|bytes|problems|candidates|widened|probability|score|passedOver|added|changed|missing|unplayable|done|of|at|since|backupAt|[a-z]+(Ms|Bytes|Count|Seconds))$/i;
/** Words under these names are Mien's own. */
const ownWords =
  /^(reason|fault|state|basis|code|signal|error|kind|by|component|part|precision|setting|version|how|from|to|type|dataFolder)$/;
/** One word as the programs write it, and no sentence. */
const ownWord = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/;
/** Those of the language and our own. */
const errorTypes =
  /^((Type|Range|Syntax|Reference|URI|Aggregate|Abort|Timeout|Store|Sqlite|RuntimeFolder)?Error)$/;
/** `at name (file:///opt/mien/dist/src/daemon/main.js:12:3)`: which line of which of Mien's files. */
const frame =
  /^\s*at (?:(?:async )?[\w.#<>$ ]+ \()?\S*?((?:dist|node_modules)\/[\w./@-]+:\d+:\d+|node:[\w/]+:\d+:\d+)\)?$/;

/** So many lines at a time hold the daemon's loop for two milliseconds here. */
const LINES_AT_ONCE = 50;

/** Each line of the journal without what is nobody's business; null for one that says nothing without it. */
export async function safeLines(
  lines: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly (string | null)[]> {
  const safe: (string | null)[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await nextTurn();
    safe.push(safeLine(line, known));
  }
  return safe;
}

/** A line of the journal without what is nobody's business; null for one that says nothing without it. */
export function safeLine(line: string, known: ReadonlySet<string>): string | null {
  const entry = parsed(line);
  if (entry !== null) return JSON.stringify(safeFacts(entry, known));
  const [, place] = frame.exec(line) ?? [];
  if (place !== undefined) return `    at ${place}`;
  const said = scrub(line, known).trim();
  return /\p{L}/u.test(said) ? said : null;
}

function safeFacts(entry: object, known: ReadonlySet<string>): object {
  const safe = Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
    if (name === "msg") return [[name, scrub(String(value), known)]];
    if (name === "err" && typeof value === "object" && value !== null)
      return [[name, safeError(value, known)]];
    if (typeof value === "boolean" || value === null) return [[name, value]];
    if (typeof value === "number" && measures.test(name)) return [[name, value]];
    if (typeof value === "string" && ownWords.test(name) && ownWord.test(value))
      return [[name, scrub(value, known)]];
    return [];
  });
  return Object.fromEntries(safe);
}

function safeError(error: object, known: ReadonlySet<string>): object {
  const {
    type = "",
    message = "",
    stack = "",
  } = error as Partial<Record<"type" | "message" | "stack", string>>;
  const frames = String(stack)
    .split("\n")
    .flatMap((line) => frame.exec(line)?.[1] ?? []);
  return {
    type: errorTypes.test(String(type)) ? type : null,
    message: scrub(String(message), known),
    at: frames,
  };
}

function parsed(line: string): object | null {
  if (!line.startsWith("{")) return null;
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === "object" ? entry : null;
  } catch {
    return null; // Cut off, or another program's: it is treated as words.
  }
}
