/** Whoever copies an album changes its folder for a while: it is looked at when that is over. */
const quietMs = 2_000;
/** And now and then while it goes on. */
const longestMs = 15_000;
/** A disk that is copied onto another has more: going through all of it is less work than going through so many. */
const mostFolders = 1_000;
/** Longer than a file must have been left alone to count as whole. */
const laterMs = 3_500;

/** Gathers folders in which something has changed, and tells them when it has become quiet. */
export class ChangedFolders {
  readonly #onDue: (folders: readonly string[] | null) => void;
  readonly #folders = new Set<string>();
  readonly #later = new Set<NodeJS.Timeout>();
  #all = false;
  #quiet: NodeJS.Timeout | undefined;
  #longest: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `onDue` gets null when it is all folders, or more than can be told. */
  constructor(options: { onDue: (folders: readonly string[] | null) => void }) {
    this.#onDue = options.onDue;
  }

  /** Null stands for more than can be told. */
  note(folders: readonly string[] | null): void {
    if (this.#stopped) return;
    if (folders === null) this.#all = true;
    for (const folder of folders ?? []) this.#folders.add(folder);
    if (this.#folders.size > mostFolders) this.#all = true;
    if (this.#all) this.#folders.clear();
    const tell = () => this.#tell();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(tell, quietMs);
    this.#longest ??= setTimeout(tell, longestMs);
  }

  /** Folders with files that were still being written when they were looked at. */
  noteLater(folders: readonly string[]): void {
    if (this.#stopped || folders.length === 0) return;
    const timer = setTimeout(() => {
      this.#later.delete(timer);
      this.#onDue(folders);
    }, laterMs);
    this.#later.add(timer);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    for (const timer of this.#later) clearTimeout(timer);
  }

  #tell(): void {
    const folders = this.#all ? null : [...this.#folders];
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#longest = undefined;
    this.#all = false;
    this.#folders.clear();
    this.#onDue(folders);
  }
}
