import type { LitElement } from "lit";
import { showOwnCamera } from "./elements/own-camera.ts";
import { GoesBack } from "./goes-back.ts";
import { FieldKeyboard } from "./keyboard/field-keyboard.ts";
import type { Language } from "./languages/languages.ts";

/**
 * What a page where somebody types needs on Mien's own screen: keys for a field that a finger touches, the way back, and the
 * camera's switch.
 */
export function settle(host: LitElement, typedIn: readonly Language[]): void {
  new GoesBack(host);
  showOwnCamera(host);
  const keyboard = new FieldKeyboard(host);
  keyboard.isWanted = true;
  keyboard.offered = typedIn;
}
