import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { MoodLabel } from "../../../protocol/mood.ts";
import { moodMark } from "../../facts/mood-mark.ts";
import { refused } from "../../facts/refused.ts";
import { ask } from "../../link/ask.ts";
import { takeWords } from "../../words/take-words.ts";
import { words } from "../../words/words.ts";
import { moodDot, moodDotStyles } from "../mood/mood-dot.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";
import "./plays-report.ts";
import { SaidEvent } from "../said-event.ts";
import { scrollHint } from "../styles/scroll-hint.ts";

const LABELS = Object.keys(labelPoints) as MoodLabel[];
const moodFile = (label: MoodLabel): string => `/api/library/moods.m3u8?label=${label}`;

interface BroughtBack {
  changed: number;
  unknown: number;
  faults: readonly { line: number; reason: string }[];
}

/** What can be taken elsewhere: playlists, corrections, and the plays report; and corrections brought back. */
@customElement("take-section")
export class TakeSection extends LitElement {
  @property({ type: Boolean }) mayChange = false;
  @state() private faults: BroughtBack["faults"] = [];

  static override styles = [
    baseStyles,
    moodDotStyles,
    chipStyles,
    panelStyles,
    scrollHint(":host"),
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
        align-content: start;
        align-items: start;
        gap: var(--space-5);
        overflow-y: auto;
      }
      .mood-dot {
        margin-inline-end: 10px;
      }
      .actions a {
        grid-auto-flow: column;
      }
    `,
  ];

  protected override render() {
    const take = takeWords;
    return html`
      <section class="panel">
        <h2>${take.playlists}</h2>
        <p class="soft">${take.playlistsHint}</p>
        ${this.mayChange ? this.#playlists() : html`<p>${take.playlistsFromAfar}</p>`}
      </section>
      ${this.mayChange ? html`<plays-report></plays-report>` : nothing}
      <section class="panel">
        <h2>${take.corrections}</h2>
        <p class="soft">${take.correctionsHint}</p>
        <div class="actions">
          <a data-testid="corrections" href="/api/library/corrections.csv" download>${take.download}</a>
          <label class=${this.mayChange ? "" : "off"}>
            <input
              class="visually-hidden"
              type="file"
              accept=".csv,text/csv"
              data-testid="bring-back"
              ?disabled=${!this.mayChange}
              @change=${this.#bringBack}
            />
            ${take.bringBack}
          </label>
        </div>
        ${
          this.faults.length === 0
            ? nothing
            : html`<ul class="paths" role="alert">
                ${this.faults.map(({ line, reason }) => html`<li class="fault">${take.fault(line, refused(reason))}</li>`)}
              </ul>`
        }
      </section>
    `;
  }

  #playlists() {
    return html`
      <div class="actions">
        ${LABELS.map(
          (label) => html`<a
            data-testid="playlist"
            href=${moodFile(label)}
            download
          >
            ${moodDot(moodMark(labelPoints[label]))}${words.music[label]}
          </a>`,
        )}
      </div>
    `;
  }

  readonly #bringBack = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const answer = await ask<BroughtBack>("/api/library/corrections.csv", {
      method: "POST",
      // Browsers take a CSV for what the system says, such as a sheet of Excel's.
      body: new Blob([file], { type: "text/csv" }),
    });
    this.faults = answer.ok ? answer.value.faults : [];
    const { broughtBack } = takeWords;
    this.dispatchEvent(
      answer.ok
        ? new SaidEvent(broughtBack(answer.value.changed, answer.value.unknown), "done")
        : new SaidEvent(answer.reason, "refused"),
    );
  };
}
