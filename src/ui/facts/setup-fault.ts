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
 * The fields that keep the first start from being sent, in the form's order. A browser's own bubbles speak its own language,
 * and know nothing of what the on-screen keyboard wrote.
 */
export function setupFaults(typed: SetupTyped): readonly (keyof SetupTyped)[] {
  const faulty: Record<keyof SetupTyped, boolean> = {
    stands: typed.stands === null,
    place: typed.place.trim() === "",
    name: typed.name.trim() === "",
    passphrase: [...typed.passphrase].length < PASSPHRASE_CHARACTERS,
    pin: typed.pin !== "" && !/^[0-9]{4,8}$/.test(typed.pin),
    code: typed.code?.trim() === "",
  };
  return (Object.keys(faulty) as (keyof SetupTyped)[]).filter((field) => faulty[field]);
}

/** What is wrong with a field, in the language that the page has now. */
export function setupFaultText(field: keyof SetupTyped): string {
  const { lacking, chooseStand } = setupWords;
  if (field === "stands") return chooseStand;
  return field === "passphrase" ? lacking.passphrase(PASSPHRASE_CHARACTERS) : lacking[field];
}
