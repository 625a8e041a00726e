/** What keys on the screen type into. */
export type TypingField = HTMLInputElement | HTMLTextAreaElement;

/** As if a key had typed it: at the cursor, instead of what is selected, and no more than the field takes. */
export function typeInto(field: TypingField, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  // An accent that is typed after its letter becomes one with it.
  const before = (field.value.slice(0, start) + text).normalize("NFC");
  const value = before + field.value.slice(end);
  if (field.maxLength >= 0 && value.length > field.maxLength) return;
  put(field, value, before.length);
}

/** What is selected, or one sign before the cursor: of a letter with vowels about it, the last of them. */
export function eraseIn(field: TypingField): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  const before =
    start < end ? field.value.slice(0, start) : Array.from(field.value.slice(0, start)).slice(0, -1).join("");
  put(field, before + field.value.slice(end), before.length);
}

function put(field: TypingField, value: string, cursor: number): void {
  field.value = value;
  field.setSelectionRange(cursor, cursor);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}
