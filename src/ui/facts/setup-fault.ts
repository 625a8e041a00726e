import { setupWords } from "../words/setup-words.ts";

/** As somebody filled the form in, by the names of its fields. */
export interface SetupTyped {
  stands: string | null;
  place: string;
  name: string;
  passphrase: string;
  pin: string;
  /** Null where none is asked for. */
  code: string | null;
}

/** What any passphrase has, as protocol/people.ts says. */
const PASSPHRASE_CHARACTERS = 10;

/** What is wrong, by the field that it is wrong with, in the form's order. */
export type SetupFaults = Readonly<Partial<Record<keyof SetupTyped, string>>>;

/**
 * What keeps the first start from being sent. A browser's own bubbles speak its own language, and know nothing of what the
 * on-screen keyboard wrote.
 */
export function setupFaults(typed: SetupTyped): SetupFaults {
  const { lacking, chooseStand } = setupWords;
  const isShort = [...typed.passphrase].length < PASSPHRASE_CHARACTERS;
  return {
    ...(typed.stands === null && { stands: chooseStand }),
    ...(typed.place.trim() === "" && { place: lacking.place }),
    ...(typed.name.trim() === "" && { name: lacking.name }),
    ...(isShort && { passphrase: lacking.passphrase(PASSPHRASE_CHARACTERS) }),
    ...(typed.pin !== "" && !/^[0-9]{4,8}$/.test(typed.pin) && { pin: lacking.pin }),
    ...(typed.code?.trim() === "" && { code: lacking.code }),
  };
}
