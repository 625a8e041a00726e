import type { PhoneRefusal } from "../../protocol/guests.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { intlTag } from "../languages/tables.ts";
import { phoneWords } from "../phone-words.ts";

/** Why a phone can't have it, in the page's words. */
export function refusalText(refusal: PhoneRefusal | { because: "unreachable" }): string {
  const text = phoneWords.refusals[refusal.because];
  if (typeof text === "string") return text;
  return text("again" in refusal ? timeText(refusal.again) : "");
}

/** "21:40", by the clock that people here go by. */
export function timeText(at: EpochMs): string {
  return new Intl.DateTimeFormat(intlTag(), { hour: "numeric", minute: "2-digit" }).format(at);
}
