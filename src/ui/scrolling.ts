/** What an element lies in, from the inside out, through the elements that it is a part of. */
export function* around(element: Element): Generator<HTMLElement> {
  for (let at: Node | null = element.parentNode; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof HTMLElement) yield at;
}

/** Whether there is more of it than is seen, which can be scrolled to. The document's can where its body hides nothing (tokens.css). */
export const scrolls = (element: HTMLElement): boolean =>
  element.scrollHeight > element.clientHeight &&
  (element === document.scrollingElement
    ? getComputedStyle(document.body).overflowY === "visible"
    : /auto|scroll/.test(getComputedStyle(element).overflowY));
