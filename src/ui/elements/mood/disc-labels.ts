import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Affect } from "../../../protocol/mood.ts";
import { type Box, dialPoint } from "../../facts/dial-geometry.ts";
import { type DialLabel, DialLabels, moved } from "../../facts/dial-labels.ts";

/** As `.puck` is drawn, of a disc so wide. */
const puckWidth = (disc: number): number => Math.min(48, Math.max(30, 0.18 * disc));
const OPAQUE = "linear-gradient(#000 0 0)";
const hole = ({ left, top, right, bottom }: Box): string =>
  `${OPAQUE} ${left}px ${top}px / ${right - left}px ${bottom - top}px no-repeat exclude`;

type Disc = ReactiveControllerHost & HTMLElement & { readonly point: Affect | null };

/**
 * Keeps the words on a disc free of the puck and of what is drawn: they make way, or lie over it on a plate of their own.
 * How wide a word is only the page knows, in whatever language and size: it is measured when that changes, right after the
 * page is laid out. To measure with each move of the puck would have a finger wait for the layout of all of the page.
 */
export class DiscLabels implements ReactiveController {
  readonly #disc: Disc;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #width = 0;
  #labels: readonly { element: HTMLElement; label: DialLabel }[] = [];
  #places = new DialLabels([], 0);

  constructor(disc: Disc) {
    this.#disc = disc;
    disc.addController(this);
  }

  hostConnected(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  hostUpdated(): void {
    if (this.#labels.length === 0) this.#observe();
    else this.#clear();
  }

  #observe(): void {
    for (const element of this.#disc.shadowRoot?.querySelectorAll("span") ?? [])
      this.#resized.observe(element);
    this.#resized.observe(this.#disc);
  }

  #measure(): void {
    const { left, top, width } = this.#disc.getBoundingClientRect();
    this.#width = width;
    const spans = [...(this.#disc.shadowRoot?.querySelectorAll("span") ?? [])];
    // Where each lies at rest, whatever it makes way for at the moment; all are moved before any is measured, so that the
    // page is laid out once.
    for (const span of spans) span.style.transform = "none";
    this.#labels = spans.map((element) => {
      const box = element.getBoundingClientRect();
      const side = element.className as DialLabel["side"];
      return {
        element,
        label: {
          side,
          box: {
            ...{ left: box.left - left, right: box.right - left },
            ...{ top: box.top - top, bottom: box.bottom - top },
          },
        },
      };
    });
    this.#places = new DialLabels(
      this.#labels.map(({ label }) => label),
      width,
    );
    this.#clear();
  }

  #clear(): void {
    const { point, shadowRoot } = this.#disc;
    const at = point && dialPoint(point);
    const [width, reach] = [this.#width, puckWidth(this.#width) / 2];
    const puck = at && {
      ...{ left: at.x * width - reach, right: at.x * width + reach },
      ...{ top: at.y * width - reach, bottom: at.y * width + reach },
    };
    const shifts = this.#places.shifts(puck);
    const holes = this.#labels.map(({ element, label }, n) => {
      const shift = shifts[n] ?? null;
      element.style.transform = shift === null ? "" : `translate(${shift.x}px, ${shift.y}px)`;
      element.toggleAttribute("data-over", shift === null);
      return hole(moved(label.box, shift));
    });
    // What is drawn on the disc leaves the words free.
    const drawing = shadowRoot?.querySelector("slot");
    if (drawing) drawing.style.mask = [...holes, `${OPAQUE} exclude`].join(", ");
  }
}
