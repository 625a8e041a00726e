/** Some days of an appliance that is well. */
const MOST_LINES = 1_000;
/** A stack is a line, too. */
const LONGEST = 4_000;

export interface LogLine {
  /** Counts up from 1 at the start of the daemon. */
  seq: number;
  /** As it was written: it may name what is somebody's business, and goes through `safeLine` before anybody sees it. */
  text: string;
}

/** The newest lines of the log, in memory, for the admin's page and the support bundle. */
export class LogLines {
  readonly #lines: LogLine[] = [];
  #seq = 0;

  /** Answers the line as it is, so that it can stand where lines are written. */
  keep(text: string): string {
    this.#lines.push({ seq: ++this.#seq, text: text.slice(0, LONGEST).trimEnd() });
    if (this.#lines.length > MOST_LINES) this.#lines.shift();
    return text;
  }

  /** Those after this one, oldest first; all of them where it was counted by a daemon before this one. */
  since(seq: number): readonly LogLine[] {
    const after = seq > this.#seq ? 0 : seq;
    return this.#lines.filter((line) => line.seq > after);
  }
}
