export type LogKind = "info" | "warn" | "error";
export type LogLevel = "all" | "warn" | "error";

export interface LogTold {
  seq: number;
  /** One line of the log, as the daemon leaves it to be seen. */
  text: string;
}

export interface LogShown {
  seq: number;
  at: number | null;
  kind: LogKind;
  message: string;
  /** What else the line has, as it is written. */
  facts: string;
}

/** As pino numbers them. */
const WARN = 40;
const ERROR = 50;

/** A line for people; words that are no JSON are another program's. */
export function shownLine({ seq, text }: LogTold): LogShown {
  const entry = parsed(text);
  if (entry === null) return { seq, at: null, kind: "info", message: text, facts: "" };
  const { time, level, msg, ...facts } = entry;
  const number = typeof level === "number" ? level : 0;
  const rest = Object.keys(facts).length === 0 ? "" : JSON.stringify(facts);
  return {
    ...{ seq, at: typeof time === "number" ? time : null, facts: rest },
    kind: number >= ERROR ? "error" : number >= WARN ? "warn" : "info",
    message: typeof msg === "string" ? msg : "",
  };
}

export function isOfLevel({ kind }: LogShown, level: LogLevel): boolean {
  return level === "all" || kind === "error" || kind === level;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const entry: unknown = JSON.parse(text);
    return typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
