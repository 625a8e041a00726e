import { folderIdentity } from "../../library/folder-identity.ts";
import { holdsAnything } from "../../library/holds-anything.ts";

const lookEveryMs = 5_000;
/** A share in the network whose server is away may keep one waiting for minutes. */
const patienceMs = 1_000;
/** A disk that slept takes some seconds to turn. */
const wakeMs = 10_000;
/** So often without an answer, and it is gone: taking out a library and bringing it back is work for a card. */
const missesAtMost = 2;
/** Begins the identity of a folder with nothing in it: a mount point without its drive. */
const empty = "empty ";
/**
 * Each takes one of the threads that all of the process's file access shares (UV_THREADPOOL_SIZE in mien.service and
 * scripts/start). As many shares as hang at a time, lest those keep the folders behind them from being asked.
 */
const askedAtMost = 8;

/** Tells when folders come and go: drives that are plugged in and pulled out, shares, folders that somebody makes. */
export class FolderWatch {
  readonly #onChange: () => void;
  readonly #everyMs: number;
  readonly #patienceMs: number;
  readonly #wakeMs: number;
  readonly #identify: typeof identityOf;
  /** The looks under way: a folder that has not answered is not asked again, whoever wants to know. */
  readonly #asked = new Map<string, Promise<string | null>>();
  /** What was last known of each folder, and how often it has not answered since. */
  readonly #known = new Map<string, { identity: string | null; misses: number }>();
  #timer: NodeJS.Timeout | undefined;
  #watch = 0;

  constructor(options: {
    onChange: () => void;
    everyMs?: number;
    patienceMs?: number;
    wakeMs?: number;
    /** For tests. */
    identify?: typeof identityOf;
  }) {
    this.#onChange = options.onChange;
    this.#everyMs = options.everyMs ?? lookEveryMs;
    this.#patienceMs = options.patienceMs ?? patienceMs;
    this.#wakeMs = options.wakeMs ?? wakeMs;
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

  /** Those that are no folder to read now. One that does not answer may be: it sleeps, or its server is away. */
  async gone(folders: readonly string[]): Promise<readonly string[]> {
    const gone: string[] = [];
    for (const folder of folders) if ((await this.#answerOf(folder, null)) === null) gone.push(folder);
    return gone;
  }

  /**
   * Whether it says anything, be it that it is not there: whoever looks into one that does not is held for as long. Nobody
   * says so of one that can't be asked now.
   */
  async answers(folder: string): Promise<boolean> {
    if (!this.#asked.has(folder) && this.#asked.size >= askedAtMost) return true;
    return (await this.#answerOf(folder, null, this.#wakeMs)) !== "late";
  }

  /** Which folder this is on its disk; null where it is not there. Rejects where it does not answer. */
  async identify(folder: string): Promise<string | null> {
    const answer = await this.#answerOf(folder, null);
    if (answer !== "late") return answer?.replace(empty, "") ?? null;
    throw Object.assign(new Error(`ETIMEDOUT, stat '${folder}'`), { code: "ETIMEDOUT", syscall: "stat" });
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

  async #answerOf(
    folder: string,
    before: string | null,
    patienceMs = this.#patienceMs,
  ): Promise<string | null | "late"> {
    const answer = this.#asked.get(folder) ?? this.#ask(folder, before);
    if (answer === null) return "late";
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), patienceMs);
    });
    const first = await Promise.race([answer, patience]);
    clearTimeout(timer);
    return first;
  }

  /** Null while as many as may be are asked already. */
  #ask(folder: string, before: string | null): Promise<string | null> | null {
    if (this.#asked.size >= askedAtMost) return null;
    const answer = this.#identify(folder, before)
      .catch(() => null)
      .finally(() => this.#asked.delete(folder));
    this.#asked.set(folder, answer);
    return answer;
  }
}

async function identityOf(folder: string, before: string | null): Promise<string | null> {
  const identity = await folderIdentity(folder);
  if (identity === null) return null;
  // The same one, with something in it: to look into it again and again would keep its disk awake.
  if (identity === before || (await holdsAnything(folder))) return identity;
  return empty + identity;
}
