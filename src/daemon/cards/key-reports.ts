/** A key that went down, by its usage of the keyboard page. */
export interface KeyPress {
  usage: number;
  shift: boolean;
  /** Ctrl, Alt or the system's key was down. */
  otherModifier: boolean;
}

const SHIFTS = 0x22;
const FIRST_KEY = 0x04;

/** A keyboard's reports in the shape that every BIOS reads: modifiers, a zero, and up to six keys that are down. */
const LENGTH = 8;

/** Tells which keys went down between two reports. Whatever else comes is nothing. */
export class KeyReports {
  #down: ReadonlySet<number> = new Set();

  press(report: Uint8Array): readonly KeyPress[] {
    // A device with several kinds of reports writes a number before each.
    const keyboard = report.length === LENGTH + 1 ? report.subarray(1) : report;
    if (keyboard.length !== LENGTH) return [];
    const modifiers = keyboard[0] ?? 0;
    const down = [...keyboard.subarray(2)].filter((usage) => usage >= FIRST_KEY);
    const went = [...new Set(down)].filter((usage) => !this.#down.has(usage));
    this.#down = new Set(down);
    return went.map((usage) => ({
      usage,
      shift: (modifiers & SHIFTS) !== 0,
      otherModifier: (modifiers & ~SHIFTS) !== 0,
    }));
  }
}
