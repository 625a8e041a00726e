import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { CopyState, Drive } from "../../../protocol/music-in.ts";
import { bytesText } from "../../facts/bytes-text.ts";
import { refused } from "../../facts/refused.ts";
import { leftText } from "../../facts/work-notes.ts";
import { fetched, reasonOf } from "../../link/ask.ts";
import { CopyWatch } from "../../link/copy-watch.ts";
import { libraryWords } from "../../words/library-words.ts";
import { musicInWords } from "../../words/music-in-words.ts";
import { words } from "../../words/words.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

type Running = Exclude<CopyState, { state: "idle" }>;

/** Copies the music on a stick, and tells how far it is. */
@customElement("stick-panel")
export class StickPanel extends LitElement {
  readonly #drives = new Task(this, {
    task: (_, { signal }) => fetched<readonly Drive[]>("/api/library/drives", signal),
    args: () => [],
  });
  readonly #watch = new CopyWatch(this);

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      .drives li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        overflow-wrap: anywhere;
      }
      .drives,
      .copy {
        display: grid;
        gap: var(--space-3);
      }
      .state {
        font-weight: 650;
      }
      button {
        min-height: 48px;
      }
    `,
  ];

  protected override render() {
    const { stick } = musicInWords;
    const { failed } = libraryWords;
    const { copy, failure, running } = this.#watch;
    return html`
      <section class="panel">
        <h2>${stick.label}</h2>
        ${
          running
            ? nothing
            : this.#drives.render({
                pending: () => html`<p class="soft">${libraryWords.loading}</p>`,
                error: (error) => html`<p class="fault" role="alert">${failed} ${reasonOf(error)}</p>`,
                complete: (drives) => this.#list(drives),
              })
        }
        ${failure === null ? nothing : html`<p class="fault" role="alert">${failure}</p>`}
        ${copy === null || copy.state === "idle" ? nothing : this.#copy(copy)}
        <div class="actions">
          ${
            running
              ? html`<button data-testid="copy-cancel" @click=${this.#cancel}>
                  ${stick.cancel}
                </button>`
              : html`<button data-testid="drives-again" @click=${this.#look}>${stick.look}</button>`
          }
        </div>
      </section>
    `;
  }

  readonly #look = (): void => {
    void this.#drives.run();
    void this.#watch.look();
  };

  #list(drives: readonly Drive[]) {
    const { stick } = musicInWords;
    if (drives.length === 0) return html`<p class="soft">${stick.none}</p>`;
    return html`
      <ul class="drives" data-testid="drives">
        ${drives.map(
          ({ path, label, totalBytes, freeBytes }) => html`
            <li>
              <span>
                <span dir="auto">${label === "" ? path : label}</span>
                <span class="soft">${stick.size(bytesText(totalBytes - freeBytes))}</span>
              </span>
              <button data-testid="copy" @click=${() => this.#start(path)}>
                ${stick.copy}
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #copy({ state, files, bytes, leftMs, failures, failed, detail }: Running) {
    const { stick } = musicInWords;
    const counts =
      state === "looking"
        ? [stick.found(files.of)]
        : [
            stick.progress(files.done, files.of, bytesText(bytes.done), bytesText(bytes.of)),
            files.alreadyHere > 0 ? stick.here(files.alreadyHere) : "",
            leftMs === null ? "" : leftText(leftMs),
          ];
    return html`
      <div class="copy" data-testid="copying" data-state=${state}>
        <p class="state" role="status">${stick.states[state]}</p>
        ${
          state === "copying"
            ? html`<progress max="1" .value=${bytes.of > 0 ? bytes.done / bytes.of : 0} aria-label=${stick.states.copying}></progress>`
            : nothing
        }
        ${state === "no-room" ? nothing : html`<p>${counts.filter((part) => part !== "").join(words.comma)}</p>`}
        ${detail === null ? nothing : html`<p class="fault">${refused(detail)}</p>`}
        ${
          failed === 0
            ? nothing
            : html`<p class="fault">${stick.failed(failed)}</p>
                <ul class="paths">
                  ${failures.map(
                    ({ path, reason }) =>
                      html`<li><span dir="auto">${path}</span><span class="fault">${refused(reason)}</span></li>`,
                  )}
                </ul>`
        }
      </div>
    `;
  }

  async #start(from: string): Promise<void> {
    const answer = await this.#watch.start(from);
    if (!answer.ok) this.dispatchEvent(new SaidEvent(answer.reason, "refused"));
  }

  readonly #cancel = async (): Promise<void> => {
    const answer = await this.#watch.cancel();
    if (!answer.ok) this.dispatchEvent(new SaidEvent(answer.reason, "refused"));
  };
}
