import type { HidListener } from "./hid.ts";
import { KeyReports } from "./key-reports.ts";
import { numberIn, type ReaderFormat } from "./reader-format.ts";
import { TypedNumber } from "./typed-number.ts";

/** Readers leave 2 to 60 ms between two keys, and can be set to 100. */
const PAUSE_MS = 400;

/** Makes cards of a reader's reports. After `stop` whatever had begun is nothing. */
export function cardListener(
  format: ReaderFormat,
  onCard: (number: string) => void,
): Pick<HidListener, "report"> & { stop(): void } {
  if (format.kind === "bytes")
    return {
      report: (bytes) => {
        const number = numberIn(format, bytes);
        if (number !== null) onCard(number);
      },
      stop: () => undefined,
    };

  const keys = new KeyReports();
  const typed = new TypedNumber();
  const tell = (number: string | null) => {
    if (number !== null) onCard(number);
  };
  let pause: NodeJS.Timeout | undefined;
  return {
    report: (bytes) => {
      const pressed = keys.press(bytes);
      if (pressed.length === 0) return;
      for (const key of pressed) tell(typed.press(key));
      clearTimeout(pause);
      if (!typed.isEmpty) pause = setTimeout(() => tell(typed.pause()), PAUSE_MS);
    },
    stop: () => clearTimeout(pause),
  };
}
