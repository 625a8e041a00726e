import type { KeyPress } from "./key-reports.ts";

const ONE = 0x1e;
const ZERO = 0x27;
const KEYPAD_ONE = 0x59;
const KEYPAD_ZERO = 0x62;
const A = 0x04;
const F = 0x09;

/** Enter, the keypad's Enter, and Tab. */
const ends = new Set([0x28, 0x58, 0x2b]);
/** Space - . ; and the keypad's - and . : between the groups of a number, or around it. */
const separators = new Set([0x2c, 0x2d, 0x37, 0x33, 0x56, 0x63]);

/** No card has more digits. */
const MOST_DIGITS = 40;
const LEAST_DIGITS = 4;

/**
 * A number as a reader types it: decimal or hexadecimal, ended by Enter or by a pause. What is none, or too long, is
 * nothing as a whole: half a number might be another card's.
 */
export class TypedNumber {
  #digits = "";
  #isSpoilt = false;
  /** Then a pause is a card that was taken away too early, or a cable. */
  #endsByKey = false;

  /** Answers the number that it ends, or null. */
  press(key: KeyPress): string | null {
    if (ends.has(key.usage)) {
      this.#endsByKey = true;
      return this.#end();
    }
    const digit = digitOf(key);
    if (digit !== null && this.#digits.length < MOST_DIGITS) this.#digits += digit;
    else if (digit !== null || !separators.has(key.usage)) this.#isSpoilt = true;
    return null;
  }

  /** Nothing was typed for a while. */
  pause(): string | null {
    const number = this.#end();
    return this.#endsByKey ? null : number;
  }

  get isEmpty(): boolean {
    return this.#digits === "" && !this.#isSpoilt;
  }

  #end(): string | null {
    const isNumber = !this.#isSpoilt && this.#digits.length >= LEAST_DIGITS;
    const number = isNumber ? this.#digits : null;
    this.#digits = "";
    this.#isSpoilt = false;
    return number;
  }
}

/** The rows of digits and A to F lie where they lie on every layout that readers type in. */
function digitOf({ usage, shift, otherModifier }: KeyPress): string | null {
  if (otherModifier) return null;
  if (usage >= A && usage <= F) return String.fromCharCode("A".charCodeAt(0) + usage - A);
  if (shift) return null;
  if (usage >= ONE && usage <= ZERO) return String((usage - ONE + 1) % 10);
  if (usage >= KEYPAD_ONE && usage <= KEYPAD_ZERO) return String((usage - KEYPAD_ONE + 1) % 10);
  return null;
}
