import type { ApplianceKey } from "./appliance-key.ts";

/** Readers tell 4 to 10 bytes, in hexadecimal or in decimal digits. */
const numbers = /^[0-9A-F]{4,40}$/;

/** A card's number in one way of writing it: readers differ in case and separators. Null where it is none. */
export function cardNumber(given: string): string | null {
  const number = given.replace(/[\s:.-]/g, "").toUpperCase();
  return numbers.test(number) ? number : null;
}

/** What is kept of a card, and is of no use without the appliance's key. Null where that is no card's number. */
export function sealedCard(given: string, key: ApplianceKey): string | null {
  const number = cardNumber(given);
  return number === null ? null : key.sealed("card", number);
}
