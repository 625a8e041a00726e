import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type CameraView, cameraForbidden, photographsStandIn } from "../../facts/camera-view.ts";
import { BackCloses } from "../../link/back-closes.ts";
import type { Picture } from "../../link/link-state.ts";
import { Touched } from "../../touched.ts";
import { peopleWords } from "../../words/people-words.ts";
import { roomFactsWords } from "../../words/room-facts-words.ts";
import { words } from "../../words/words.ts";
import "./camera-switch.ts";
import { closeModal, openModal } from "../open-modal.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { dialogStyles } from "../styles/dialog-styles.ts";
import { scrollHint } from "../styles/scroll-hint.ts";

/**
 * What is sensed and what is kept, for whoever stands before the camera: with the switch that closes it. It goes when
 * nobody has touched it for as long as the page's controls do, and whatever lies below is as it was.
 */
@customElement("room-facts")
export class RoomFactsSheet extends LitElement {
  @property({ attribute: false }) picture: Picture | null = null;
  @property() camera: CameraView = "unknown";
  /** What the camera does now, as the line that opened this says it. */
  @property() status = "";
  /** The camera would not be opened from here. */
  @property({ type: Boolean }) closesOnly = false;
  /** The appliance's own screen has no Back, and needs no entry for it. */
  @property({ type: Boolean }) atKiosk = false;
  @state() private isOpen = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  @query(".body") private body!: HTMLElement | null;
  readonly #touched = new Touched(this);
  readonly #back = new BackCloses({
    name: "facts",
    isOpen: () => this.isOpen,
    open: () => this.open(),
    close: () => this.close(),
  });

  static override styles = [
    baseStyles,
    dialogStyles,
    scrollHint(".body"),
    css`
      :host {
        --dialog-width: min(1240px, 94vw);
        --dialog-height: 96dvh;
      }
      dialog {
        max-width: none;
      }
      .now {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-4);
      }
      .now p {
        font: 620 clamp(18px, 0.8vw + 12px, 26px) / 1.25 var(--display);
        text-wrap: balance;
      }
      .lead {
        color: var(--ink-soft);
        line-height: 1.35;
      }
      /* What is kept is the longest: beside it stands what is done, and below that what somebody may do about it. */
      .sections {
        display: grid;
        grid-template: auto 1fr / minmax(0, 2fr) minmax(0, 3fr);
        gap: var(--space-4) clamp(20px, 3vw, 48px);
      }
      section:nth-child(2) {
        grid-area: 1 / 2 / 3 / 3;
      }
      h3 {
        margin: 0 0 8px;
        font: 620 clamp(18px, 0.6vw + 13px, 24px) / 1.2 var(--display);
      }
      ul {
        display: grid;
        gap: 8px;
        line-height: 1.32;
      }
      li {
        padding-inline-start: 14px;
        border-inline-start: 2px solid var(--line);
      }
      @media (max-aspect-ratio: 4/5), (max-width: 720px) {
        .sections {
          grid-template: none;
        }
        section:nth-child(2) {
          grid-area: auto;
        }
      }
      @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
        .lead,
        ul {
          font-size: var(--text-m);
        }
        .sections {
          margin-block-start: var(--space-3);
        }
      }
      @media (max-width: 520px) {
        .now {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#back.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#back.stop();
  }

  open(): void {
    this.isOpen = true;
    this.#touched.wake();
    void this.updateComplete.then(() => {
      if (!this.dialog) return;
      openModal(this.dialog, { informs: true });
      if (!this.atKiosk) this.#back.opened();
    });
  }

  readonly close = (): void => {
    if (this.dialog) closeModal(this.dialog);
  };

  protected override willUpdate(): void {
    if (this.isOpen && this.hasUpdated && !this.#touched.now) this.close();
    this.toggleAttribute("open", this.isOpen);
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" data-testid="room-facts" @close=${this.#closed}>
      <header role="presentation">
        <h2 id="title">${words.camera.about}</h2>
        <button data-testid="room-facts-close" @click=${this.close}>${peopleWords.close}</button>
      </header>
      ${this.isOpen && this.picture ? this.#told(this.picture) : nothing}
    </dialog>`;
  }

  #told({ state: { camera, stands, guests } }: Picture) {
    const { lead, sections } = roomFactsWords.about({
      sensing: camera.sensing,
      moodDays: camera.moodDays,
      forbidden: cameraForbidden(stands) ? stands : null,
      phones: guests.asks,
      home: stands === "home",
      photographs: photographsStandIn(camera),
    });
    return html`<div class="body" tabindex="0" role="region" aria-labelledby="title">
      <div class="now">
        <p data-testid="facts-now">${this.status}</p>
        ${
          photographsStandIn(camera)
            ? nothing
            : html`<camera-switch
                .wanted=${camera.wanted === "on"}
                .closesOnly=${this.closesOnly}
                .disabled=${this.camera === "unknown"}
              ></camera-switch>`
        }
      </div>
      <p class="lead">${lead}</p>
      <div class="sections">
        ${sections.map(
          ({ title, points }) => html`<section>
            <h3>${title}</h3>
            <ul>
              ${points.map((point) => html`<li>${point}</li>`)}
            </ul>
          </section>`,
        )}
      </div>
    </div>`;
  }

  readonly #closed = (): void => {
    this.isOpen = false;
    if (this.body) this.body.scrollTop = 0;
    this.#touched.rest();
    this.#back.closed();
  };
}
