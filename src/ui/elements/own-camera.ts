import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { ApplianceLink } from "../link/appliance-link.ts";
import { socketAt } from "../link/socket-at.ts";
import { CommandEvent } from "./command-event.ts";
import "./kiosk/camera-line.ts";
import { ModalEvent } from "./open-modal.ts";
import { baseStyles } from "./styles/base-styles.ts";
import { onPlateStyles } from "./styles/on-plate-styles.ts";

/**
 * What the camera does and its switch, above every page but the kiosk on Mien's own screen: what the notice promises to
 * whoever is seen holds while somebody else sets it up, looks after it or signs in. It scrolls with nothing, no key covers
 * it, and it goes along into a dialog, outside of which nothing can be touched. It has its own word with the daemon, for
 * some pages have none.
 */
@customElement("own-camera")
export class OwnCamera extends LitElement {
  readonly #link = new ApplianceLink({ host: this, connect: () => socketAt("kiosk") });
  #moving = false;

  static override styles = [
    baseStyles,
    onPlateStyles,
    css`
      :host {
        position: fixed;
        inset: 0 0 auto;
        width: auto;
        height: var(--above-page);
        margin: 0;
        padding: 0 var(--edge);
        border: 0;
        border-radius: 0;
        /* As the keys: it stands beside the page, whose colours by day and by night it does not know. */
        background: #1d121a;
        --lamp: oklch(84% 0.19 145);
        box-shadow: 0 1px 0 var(--line);
        font-size: var(--text-s);
        overflow: hidden;
      }
      aside {
        height: 100%;
      }
      camera-line {
        height: 100%;
      }
      @media print {
        :host {
          display: none;
        }
      }
      @media (max-height: 540px) {
        :host {
          font-size: 15px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener(CommandEvent.type, (event) => {
      event.stopPropagation();
      this.#link.command((event as CommandEvent).command);
    });
  }

  override connectedCallback(): void {
    if (!this.#moving) {
      super.connectedCallback();
      window.addEventListener(ModalEvent.type, this.#goAlong);
    }
    this.popover = "manual";
    this.showPopover();
  }

  override disconnectedCallback(): void {
    if (this.#moving) return;
    super.disconnectedCallback();
    window.removeEventListener(ModalEvent.type, this.#goAlong);
  }

  protected override render() {
    const { picture, phase, rejection } = this.#link;
    return html`<aside>
      <camera-line tells .picture=${picture} .connected=${phase === "open"} .instead=${rejection ?? ""}></camera-line>
    </aside>`;
  }

  readonly #goAlong = (event: Event): void => {
    const { dialog } = event as ModalEvent;
    this.#moveTo((home) => home.append(this), dialog);
    dialog.addEventListener("close", () => this.#moveTo((home) => home.prepend(this), document.body), {
      once: true,
    });
  };

  /** With its connection: it must not say for a moment that it knows nothing. */
  #moveTo(move: (home: HTMLElement) => void, home: HTMLElement): void {
    this.#moving = true;
    move(home);
    this.#moving = false;
  }
}

/** The page has what is left below it. */
const below = new CSSStyleSheet();
below.replaceSync(`@media screen {
  :root {
    --above-page: clamp(52px, 5vmin, 64px);
    scroll-padding-block-start: var(--above-page);
  }
  body {
    padding-block-start: var(--above-page);
  }
  [below-camera] {
    height: calc(100dvh - var(--above-page));
  }
  .scrolls [below-camera] {
    height: auto;
    min-height: calc(100dvh - var(--above-page));
  }
}`);

/** For good: what was Mien's own screen stays it until another page is opened. */
export function showOwnCamera(host: HTMLElement): void {
  document.adoptedStyleSheets.push(below);
  host.toggleAttribute("below-camera", true);
  document.body.prepend(document.createElement("own-camera"));
}
