import { stat } from "node:fs/promises";

const LOOK_EVERY_MS = 10_000;

/** Tells when folders come, go, or get another entry at their top; what changes below is left to the next scan. */
export class FolderWatch {
  readonly #onChange: () => void;
  #timer: NodeJS.Timeout | undefined;
  #watch = 0;

  constructor(options: { onChange: () => void }) {
    this.#onChange = options.onChange;
  }

  /** From how the folders are now, until the first change or another call. */
  async start(folders: readonly string[]): Promise<void> {
    this.stop();
    const mine = this.#watch;
    const before = await lookOf(folders);
    const lookAgain = () => {
      // One look at a time: a share in the network whose server is away may keep one waiting for minutes.
      this.#timer = setTimeout(async () => {
        const now = await lookOf(folders);
        if (this.#watch !== mine) return;
        if (now === before) lookAgain();
        else this.#onChange();
      }, LOOK_EVERY_MS);
    };
    if (this.#watch === mine) lookAgain();
  }

  stop(): void {
    this.#watch++;
    clearTimeout(this.#timer);
  }
}

async function lookOf(folders: readonly string[]): Promise<string> {
  const looks = folders.map((folder) =>
    stat(folder).then(
      ({ dev, ino, mtimeMs }) => `${dev} ${ino} ${mtimeMs}`,
      () => "not there",
    ),
  );
  return (await Promise.all(looks)).join("\n");
}
