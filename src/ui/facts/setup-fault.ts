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

/**
 * What keeps the first start from being sent, and at which field; null where nothing does. A browser's own bubbles speak
 * its own language, and know nothing of what the on-screen keyboard wrote.
 */
export function setupFault(typed: SetupTyped): { field: keyof SetupTyped; text: string } | null {
  const { lacking, chooseStand } = setupWords;
  if (typed.stands === null) return { field: "stands", text: chooseStand };
  if (typed.place.trim() === "") return { field: "place", text: lacking.place };
  if (typed.name.trim() === "") return { field: "name", text: lacking.name };
  if ([...typed.passphrase].length < PASSPHRASE_CHARACTERS)
    return { field: "passphrase", text: lacking.passphrase(PASSPHRASE_CHARACTERS) };
  if (typed.pin !== "" && !/^[0-9]{4,8}$/.test(typed.pin)) return { field: "pin", text: lacking.pin };
  if (typed.code?.trim() === "") return { field: "code", text: lacking.code };
  return null;
}
