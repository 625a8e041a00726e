import { stat } from "node:fs/promises";

const lookEveryMs = 5_000;
/** A share in the network whose server is away may keep one waiting for minutes. */
const patienceMs = 1_000;
/** Each takes one of the few threads that all of the process's file access shares. */
const maxLate = 2;

/** Tells when folders come and go: drives that are plugged in and pulled out, shares, folders that somebody makes. */
export class FolderWatch {
  readonly #onChange: () => void;
  readonly #everyMs: number;
  readonly #late = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #watch = 0;

  constructor({ onChange, everyMs = lookEveryMs }: { onChange: () => void; everyMs?: number }) {
    this.#onChange = onChange;
    this.#everyMs = everyMs;
  }

  /** Answers which of them are there now, and tells each change from then on until another call. */
  async start(folders: readonly string[]): Promise<readonly string[]> {
    this.stop();
    const mine = this.#watch;
    let before = await this.#look(folders);
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
    return folders.filter((folder) => before.get(folder) !== null);
  }

  stop(): void {
    this.#watch++;
    clearTimeout(this.#timer);
  }

  /** One after the other, so that the late ones don't hold more than their own thread. */
  async #look(folders: readonly string[]): Promise<Map<string, string | null>> {
    const looks = new Map<string, string | null>();
    for (const folder of folders) looks.set(folder, await this.#identity(folder));
    return looks;
  }

  /** Null where it is not there, or does not answer; another drive in the same place has another one. */
  async #identity(folder: string): Promise<string | null> {
    if (this.#late.has(folder) || this.#late.size >= maxLate) return null;
    this.#late.add(folder);
    const answer = stat(folder).then(
      ({ dev, ino }) => `${dev} ${ino}`,
      () => null,
    );
    const settled = answer.finally(() => this.#late.delete(folder));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    const identity = await Promise.race([settled, patience]);
    clearTimeout(timer);
    return identity;
  }
}
