import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Zone } from "../../../protocol/vision.ts";
import { sliderNumber } from "../../facts/slider-number.ts";
import { zoneLabel, zoneName } from "../../facts/zone-label.ts";
import { MOST_ZONES, movedZone, type PicturePoint, resizedZone, zoneBetween } from "../../facts/zones.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { ZonesEvent } from "./zones-event.ts";

/** One press of an arrow key. */
const STEP = 0.02;
const ARROWS: Readonly<Record<string, PicturePoint>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** What a finger that is down does: draws a new box, or moves or sizes one. */
interface Stroke {
  /** Another one that comes down meanwhile does nothing. */
  pointer: number;
  from: PicturePoint;
  at: PicturePoint;
  on: { index: number; how: "move" | "size" } | null;
}

/** Boxes over the picture: drawn, moved and sized with a finger, a mouse or keys. It keeps none: it says what they are to be. */
@customElement("zone-layer")
export class ZoneLayer extends LitElement {
  @property({ attribute: false }) zones: readonly Zone[] = [];
  @state() private stroke: Stroke | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        cursor: crosshair;
        touch-action: none;
      }
      .zone {
        position: absolute;
        background: rgb(10 5 10 / 0.72);
        box-shadow: inset 0 0 0 2px #fff9f2;
        color: #fff9f2;
        cursor: move;
      }
      .zone:focus-visible {
        outline-color: #fff9f2;
      }
      .zone span {
        position: absolute;
        inset: 4px auto auto 8px;
        font-size: 15px;
        font-weight: 650;
      }
      .corner {
        position: absolute;
        inset: auto 0 0 auto;
        width: min(44px, 100%);
        height: min(44px, 100%);
        cursor: nwse-resize;
      }
      .corner::after {
        content: "";
        position: absolute;
        inset: auto 4px 4px auto;
        box-sizing: border-box;
        width: 14px;
        height: 14px;
        border: solid #fff9f2;
        border-width: 0 3px 3px 0;
      }
      .new {
        pointer-events: none;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
    this.addEventListener("pointerdown", this.#down);
    this.addEventListener("pointermove", this.#move);
    this.addEventListener("pointerup", this.#up);
    // One whose end never comes must not keep every later finger from drawing.
    for (const end of ["pointercancel", "lostpointercapture"] as const)
      this.addEventListener(end, (event) => {
        if (this.#isOf(event)) this.stroke = null;
      });
  }

  protected override render() {
    const drawn = this.#drawn();
    return html`
      ${this.#shown().map((zone, index) => this.#zone(zone, index))}
      ${drawn === null ? nothing : html`<div class="zone new" style=${placed(drawn)}></div>`}
    `;
  }

  #zone(zone: Zone, index: number) {
    return html`<div
      class="zone"
      tabindex="0"
      role="slider"
      data-index=${index}
      data-testid="zone-${index + 1}"
      style=${placed(zone)}
      aria-label=${zoneName(index)}
      aria-valuemax="101"
      aria-valuenow=${cornerNumber(zone)}
      aria-valuetext=${zoneLabel(index, zone)}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete"
      @keydown=${(event: KeyboardEvent) => this.#key(event, index)}
    >
      <span aria-hidden="true">${zoneName(index)}</span>
      <i class="corner" data-corner></i>
    </div>`;
  }

  #key(event: KeyboardEvent, index: number): void {
    const zone = this.zones[index];
    const by = ARROWS[event.key];
    if (zone === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.#tell(this.zones.filter((_, at) => at !== index));
    } else if (by !== undefined) {
      event.preventDefault();
      const changed = event.shiftKey ? resizedZone(zone, by) : movedZone(zone, by);
      this.#tell(this.zones.with(index, changed));
    }
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.stroke !== null) return;
    const path = event.composedPath().filter((at) => at instanceof HTMLElement);
    const on = path.find(({ dataset }) => dataset.index !== undefined);
    const how = path.some(({ dataset }) => dataset.corner !== undefined) ? "size" : "move";
    if (on === undefined && this.zones.length >= MOST_ZONES) return;
    this.setPointerCapture(event.pointerId);
    const at = this.#pointOf(event);
    this.stroke = {
      ...{ pointer: event.pointerId, from: at, at },
      on: on === undefined ? null : { index: Number(on.dataset.index), how },
    };
  };

  #isOf(event: PointerEvent): boolean {
    return event.pointerId === this.stroke?.pointer;
  }

  readonly #move = (event: PointerEvent): void => {
    if (this.stroke !== null && this.#isOf(event)) this.stroke = { ...this.stroke, at: this.#pointOf(event) };
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#isOf(event)) return;
    const [drawn, shown] = [this.#drawn(), this.#shown()];
    const wasMoved = this.stroke?.on !== null && this.stroke?.on !== undefined;
    this.stroke = null;
    if (drawn !== null) this.#tell([...this.zones, drawn]);
    else if (wasMoved) this.#tell(shown);
  };

  #drawn(): Zone | null {
    const { stroke } = this;
    return stroke === null || stroke.on !== null ? null : zoneBetween(stroke.from, stroke.at);
  }

  /** With the one that is just being moved where it is by now. */
  #shown(): readonly Zone[] {
    const { stroke } = this;
    const zone = stroke?.on ? this.zones[stroke.on.index] : undefined;
    if (!stroke?.on || zone === undefined) return this.zones;
    const by = { x: stroke.at.x - stroke.from.x, y: stroke.at.y - stroke.from.y };
    return this.zones.with(
      stroke.on.index,
      stroke.on.how === "size" ? resizedZone(zone, by) : movedZone(zone, by),
    );
  }

  #tell(zones: readonly Zone[]): void {
    if (JSON.stringify(zones) !== JSON.stringify(this.zones)) this.dispatchEvent(new ZonesEvent(zones));
  }

  #pointOf(event: PointerEvent): PicturePoint {
    const box = this.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }
}

/** Of its lower right corner, which moves whether it is moved or made larger. */
const cornerNumber = ({ x, y, width, height }: Zone): number =>
  sliderNumber((x + width) * 100, (y + height) * 100);

function placed({ x, y, width, height }: Zone): string {
  return `left:${x * 100}%;top:${y * 100}%;width:${width * 100}%;height:${height * 100}%`;
}
