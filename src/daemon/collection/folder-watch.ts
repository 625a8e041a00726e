import { stat } from "node:fs/promises";
import { holdsAnything } from "../../library/holds-anything.ts";

const lookEveryMs = 5_000;
/** A share in the network whose server is away may keep one waiting for minutes. */
const patienceMs = 1_000;
/** So often without an answer, and it is gone: taking out a library and bringing it back is work for a card. */
const missesAtMost = 2;
/** Begins the identity of a folder with nothing in it: a mount point without its drive. */
const empty = "empty ";
/** Each takes one of the few threads that all of the process's file access shares. */
const maxLate = 2;

/** Tells when folders come and go: drives that are plugged in and pulled out, shares, folders that somebody makes. */
export class FolderWatch {
  readonly #onChange: () => void;
  readonly #everyMs: number;
  readonly #patienceMs: number;
  readonly #identify: (folder: string, before: string | null) => Promise<string>;
  readonly #late = new Set<string>();
  /** What was last known of each folder, and how often it has not answered since. */
  readonly #known = new Map<string, { identity: string | null; misses: number }>();
  #timer: NodeJS.Timeout | undefined;
  #watch = 0;

  constructor(options: {
    onChange: () => void;
    everyMs?: number;
    patienceMs?: number;
    /** For tests. */
    identify?: typeof identityOf;
  }) {
    this.#onChange = options.onChange;
    this.#everyMs = options.everyMs ?? lookEveryMs;
    this.#patienceMs = options.patienceMs ?? patienceMs;
    this.#identify = options.identify ?? identityOf;
  }

  /**
   * Answers which of them are there now with something in them, and tells each change from then on until another call.
   */
  async start(folders: readonly string[]): Promise<readonly string[]> {
    this.stop();
    const mine = this.#watch;
    let before = await this.#look(folders, { afresh: true });
    const lookAgain = () => {
      this.#timer = setTimeout(async () => {
        const now = await this.#look(folders);
        if (this.#watch !== mine) return;
        const changed = folders.some((folder) => now.get(folder) !== before.get(folder));
        before = now;
        lookAgain();
        if (changed) this.#onChange();
      }, this.#everyMs);
    };
    if (this.#watch === mine) lookAgain();
    return folders.filter((folder) => before.get(folder)?.startsWith(empty) === false);
  }

  stop(): void {
    this.#watch++;
    clearTimeout(this.#timer);
  }

  /** One after the other, so that the late ones don't hold more than their own thread. */
  async #look(folders: readonly string[], { afresh = false } = {}): Promise<Map<string, string | null>> {
    const looks = new Map<string, string | null>();
    for (const folder of folders) looks.set(folder, await this.#identity(folder, afresh));
    return looks;
  }

  /** Null where it is not there, or has not answered for long; another drive in the same place has another one. */
  async #identity(folder: string, afresh: boolean): Promise<string | null> {
    const before = this.#known.get(folder)?.identity ?? null;
    const answer = await this.#answerOf(folder, afresh ? null : before);
    if (answer !== "late") {
      this.#known.set(folder, { identity: answer, misses: 0 });
      return answer;
    }
    const known = this.#known.get(folder);
    if (!known || ++known.misses > missesAtMost) return null;
    return known.identity;
  }

  async #answerOf(folder: string, before: string | null): Promise<string | null | "late"> {
    if (this.#late.has(folder) || this.#late.size >= maxLate) return "late";
    this.#late.add(folder);
    const answer = this.#identify(folder, before).catch(() => null);
    const settled = answer.finally(() => this.#late.delete(folder));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.#patienceMs);
    });
    const first = await Promise.race([settled, patience]);
    clearTimeout(timer);
    return first;
  }
}

async function identityOf(folder: string, before: string | null): Promise<string> {
  const { dev, ino } = await stat(folder);
  const identity = `${dev} ${ino}`;
  // The same one, with something in it: to look into it again and again would keep its disk awake.
  if (identity === before || (await holdsAnything(folder))) return identity;
  return empty + identity;
}
