import type { DestinationStream } from "pino";

/**
 * Where the log goes: on a terminal in words for people, everywhere else as JSON, a line an event, for the journal and
 * for programs. In words only where pino-pretty is installed, which a release leaves out.
 */
export async function logStream(
  terminal: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<DestinationStream | undefined> {
  if (!terminal.isTTY) return undefined;
  try {
    const { default: pretty } = await import("pino-pretty");
    return pretty({
      colorize: environment.NO_COLOR === undefined,
      translateTime: "SYS:HH:MM:ss",
      singleLine: true,
      // A last sentence before an end must be on the screen by then.
      sync: true,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}
