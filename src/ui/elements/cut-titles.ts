import { type MeasuredElement, MeasuredHost } from "./measured-host.ts";

/**
 * Marks with `data-cut` which of the host's `.clamped` lines are cut off: only the page knows, in whatever font. See
 * styles/foreign-ellipsis.ts.
 */
export function markCutTitles(host: MeasuredElement): void {
  new MeasuredHost(host, () => {
    const lines = [...(host.shadowRoot?.querySelectorAll(".clamped") ?? [])];
    const cut = lines.map(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
    if (lines.every((line, index) => line.hasAttribute("data-cut") === cut[index])) return null;
    return () => {
      for (const [index, line] of lines.entries()) line.toggleAttribute("data-cut", cut[index] === true);
    };
  });
}
