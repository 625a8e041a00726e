import { within } from "../player/within.ts";

/**
 * Asks folders something, each one thing at a time. A share in the network whose server is away keeps one waiting for
 * minutes, in one of the few threads that all of the process's file access shares: whoever asks again waits for the
 * same answer, and nobody for longer than this.
 */
export class PatientQuestion<Answer> {
  readonly #ask: (folder: string) => Promise<Answer>;
  readonly #patienceMs: number;
  readonly #late: Answer;
  readonly #asked = new Map<string, Promise<Answer>>();

  constructor(options: { ask: (folder: string) => Promise<Answer>; patienceMs: number; late: Answer }) {
    this.#ask = options.ask;
    this.#patienceMs = options.patienceMs;
    this.#late = options.late;
  }

  ask(folder: string): Promise<Answer> {
    let answer = this.#asked.get(folder);
    if (answer === undefined) {
      const begun = this.#ask(folder).finally(() => this.#asked.get(folder) === begun && this.forget(folder));
      this.#asked.set(folder, begun);
      answer = begun;
    }
    return within(answer, this.#patienceMs, this.#late);
  }

  /** Who asks from now on gets no answer that was begun before: something has changed there. */
  forget(folder: string): void {
    this.#asked.delete(folder);
  }
}
