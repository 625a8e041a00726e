import type { PhoneRefusal } from "../../protocol/guests.ts";
import { phoneWords } from "../words/phone-words.ts";
import { timeText } from "./day-time.ts";

/** Why a phone can't have it, in the page's words. */
export function refusalText(refusal: PhoneRefusal | { because: "unreachable" }): string {
  const text = phoneWords.refusals[refusal.because];
  if (typeof text === "string") return text;
  return text("again" in refusal && refusal.again !== null ? timeText(refusal.again) : "");
}
