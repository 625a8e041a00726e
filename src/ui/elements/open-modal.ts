import { onceShown } from "../once-shown.ts";

/**
 * Opens a dialog in two steps. The next frame shows it (`opening`, in dialogStyles); the one after that makes it modal,
 * which styles all of the page anew, keeps a slow machine busy for longer than a finger waits, and shows nothing new.
 */
export function openModal(dialog: HTMLDialogElement): void {
  if (dialog.open || dialog.hasAttribute("opening")) return;
  dialog.setAttribute("opening", "");
  onceShown(() => {
    // Closed again meanwhile.
    if (!dialog.hasAttribute("opening")) return;
    dialog.removeAttribute("opening");
    if (!dialog.isConnected) return;
    // Whoever types in it already goes on where they are.
    const focused = dialog.matches(":focus-within") ? deepestFocus() : null;
    dialog.showModal();
    focused?.focus();
  });
}

function deepestFocus(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/** Tells `close` in any case, as a dialog that is modal does. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  if (!dialog.hasAttribute("opening")) return;
  dialog.removeAttribute("opening");
  dialog.dispatchEvent(new Event("close"));
}
