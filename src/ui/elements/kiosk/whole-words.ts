import { type MeasuredElement, MeasuredHost } from "../measured-host.ts";

const WORDINGS = ["whole", "brief", "nothing"] as const;

/**
 * On a small screen what there is no room for is said more briefly, or not at all, never by halves and never over what is
 * below the host. What fits only the page knows, in whatever language: the host's `says` attribute has its style sheet show one of the `wordings`, a selector
 * of the elements that say it.
 */
export function sayWholeWords(host: MeasuredElement, wordings: string): void {
  /** All that decides what fits, as it was when that was found out. */
  let fitted = "";
  new MeasuredHost(host, () => {
    const elements = [...(host.shadowRoot?.querySelectorAll(wordings) ?? [])];
    const { clientWidth, clientHeight, shadowRoot } = host;
    const now = [clientWidth, clientHeight, document.fonts.status, shadowRoot?.textContent].join(" ");
    // What is not shown has no height, and nothing of it is cut off.
    const isWhole = (): boolean => {
      const { bottom } = host.getBoundingClientRect();
      return elements.every(
        (element) =>
          element.scrollHeight <= element.clientHeight + 1 &&
          (isApart(element) || element.getBoundingClientRect().bottom <= bottom + 1),
      );
    };
    if (now === fitted && isWhole()) return null;
    fitted = now;
    if (host.getAttribute("says") === WORDINGS[0] && isWhole()) return null;
    return () => {
      for (const says of WORDINGS) {
        host.setAttribute("says", says);
        if (isWhole()) return;
      }
    };
  });
}

/** It takes no room from what is around it: told to whoever hears the page alone, or over it for a moment. */
const isApart = (element: Element): boolean => getComputedStyle(element).position === "absolute";
