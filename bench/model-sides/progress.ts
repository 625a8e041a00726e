const EVERY_MS = 10_000;

/** Says on stderr how far long work is. Short work says nothing. */
export class Progress {
  readonly #what: string;
  readonly #of: number;
  #done = 0;
  #saidAt = performance.now();
  #said = false;

  constructor(options: { what: string; of: number }) {
    this.#what = options.what;
    this.#of = options.of;
  }

  /** One more is about to be done; `more` is told beside. */
  step(more = ""): void {
    this.#done++;
    if (performance.now() - this.#saidAt < EVERY_MS) return;
    this.#say(more);
  }

  end(): void {
    if (this.#said) this.#say("done");
  }

  #say(more: string): void {
    this.#saidAt = performance.now();
    this.#said = true;
    process.stderr.write(`  … ${this.#done} of ${this.#of} ${this.#what}${more ? `, ${more}` : ""}\n`);
  }
}
