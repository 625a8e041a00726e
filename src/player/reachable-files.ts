import { constants, readFileSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { MonotonicMs } from "../protocol/time.ts";
import { within } from "./within.ts";

/** `gone`: there is nothing by that name, or it can't even be looked at. */
type Found = "there" | { fault: string; gone: boolean };

/** `late`: its disk or share does not answer. `unasked`: another one doesn't, and as many wait for it as may. */
export type Reach = Found | "late" | "unasked";

/** Each takes one of the few threads that all of the process's file access shares, for good where a share hangs. */
const askedAtMost = 2;
/** A question that has waited for so long may wait for ever: none is asked beside it. */
const lateAfterMs = 2_000;

interface Question {
  path: string;
  since: MonotonicMs;
  answer: Promise<Found>;
}

/**
 * Whether songs are plain files that can be opened. A share in the network whose server is away keeps whoever asks
 * waiting for ever: of each share one file is asked for at a time, and while that does not answer none of the share's
 * others would.
 */
export class ReachableFiles {
  readonly #look: (path: string) => Promise<Found>;
  readonly #placeOf: (path: string) => string;
  readonly #asked = new Map<string, Question>();

  /** Both for tests. */
  constructor(options: { look?: (path: string) => Promise<Found>; placeOf?: (path: string) => string } = {}) {
    this.#look = options.look ?? look;
    this.#placeOf = options.placeOf ?? placeOf;
  }

  /** In bounded time: who asks for what has been asked for before has that much less patience left. */
  async ask(path: string, patienceMs: number): Promise<Reach> {
    const place = this.#placeOf(path);
    for (;;) {
      const question = this.#asked.get(place) ?? this.#begin(place, path);
      if (question === null) return "unasked";
      const leftMs = question.since + patienceMs - performance.now();
      const answer = leftMs > 0 ? await within(question.answer, leftMs, "late" as const) : "late";
      if (answer === "late" || question.path === path) return answer;
    }
  }

  #begin(place: string, path: string): Question | null {
    const now = performance.now();
    const others = [...this.#asked.values()];
    if (others.length >= askedAtMost || others.some(({ since }) => now - since >= lateAfterMs)) return null;
    const answer = this.#look(path).finally(() => this.#asked.delete(place));
    const question = { path, since: now, answer };
    this.#asked.set(place, question);
    return question;
  }
}

/** What the kernel says of a share whose server is away, where it doesn't keep whoever asks waiting. */
const AWAY = ["EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ENOTCONN", "ESTALE", "ETIMEDOUT"];

/** The process has its threads once, however many outputs play. */
export const songFiles = new ReachableFiles();

async function look(path: string): Promise<Found> {
  const faultOf = (error: unknown): string => `the file can't be read: ${String(error)}`;
  try {
    if (!(await stat(path)).isFile()) return { fault: "not a plain file", gone: false };
  } catch (error) {
    return { fault: faultOf(error), gone: true };
  }
  try {
    // What the system remembers of a share's file it tells without the server. Whoever opens it asks the server.
    await (await open(path, constants.O_RDONLY | constants.O_NONBLOCK)).close();
    return "there";
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return {
      fault: faultOf(error),
      gone: AWAY.includes(code) || (code === "EIO" && shareOf(path) !== undefined),
    };
  }
}

/**
 * What hangs together: a share; and on the machine's own disks, from which a link may lead into a share, no more than a
 * folder.
 */
function placeOf(path: string): string {
  return shareOf(path) ?? dirname(path);
}

function shareOf(path: string): string | undefined {
  const holding = sharesIn(mounts()).filter((share) => path.startsWith(`${share}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

function mounts(): string {
  try {
    return readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    return ""; // Only where there is no Linux.
  }
}

/** Where anything is mounted that is no disk of this machine; `mountinfo` is what the kernel tells in proc(5). */
export function sharesIn(mountinfo: string): readonly string[] {
  return mountinfo.split("\n").flatMap((line) => {
    const [before = "", after = ""] = line.split(" - ");
    const folder = before.split(" ")[4];
    const source = after.split(" ")[1];
    if (folder === undefined || folder === "/" || source === undefined || source.startsWith("/dev/"))
      return [];
    return [folder.replaceAll(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))];
  });
}
