import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { fetched } from "../../link/ask.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

export interface SetupTold {
  isNeeded: boolean;
  /** On the machine itself alone. */
  code: string | null;
  /** Where another device finds the page, as `https://mien.local:7374/setup`; null while only this machine does. */
  address: string | null;
}

/**
 * Where nobody has set Mien up yet: the way there, and on the machine itself, where others can reach it, their way with the
 * code that they need.
 */
@customElement("setup-note")
export class SetupNote extends LitElement {
  readonly #setup = new Task(this, {
    task: (_, { signal }) => fetched<SetupTold>("/api/setup", signal),
    args: () => [],
  });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: var(--text-s);
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding-block: 10px;
        padding-inline: 20px 12px;
        border-radius: 24px;
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      a {
        display: inline-grid;
        place-items: center;
        min-height: 44px;
        padding: 0 20px;
        border-radius: 999px;
        background: var(--ink);
        color: var(--on-ink);
        text-decoration: none;
      }
      code {
        font: 600 1.1em / 1.2 ui-monospace, monospace;
        letter-spacing: 0.06em;
        white-space: nowrap;
      }
      /* The 7-inch touchscreen has no room for it: the page that the button leads to says it as well. */
      @media (max-height: 540px) {
        .elsewhere {
          display: none;
        }
      }
    `,
  ];

  protected override updated(): void {
    // What has nothing to say takes no room in a row.
    this.hidden = this.#setup.value?.isNeeded !== true;
  }

  protected override render() {
    const told = this.#setup.value;
    if (!told?.isNeeded) return nothing;
    return html`<div data-testid="setup-note">
      <span>${peopleWords.notSetUp}</span>
      <a href="/setup">${peopleWords.setUp}</a>
      ${
        told.code === null || told.address === null
          ? nothing
          : html`<span class="elsewhere">${peopleWords.setUpFromElsewhere(told.address)} <code>${told.code}</code></span>`
      }
    </div>`;
  }
}
