import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { UploadsState } from "../../../protocol/music-in.ts";
import { bytesText } from "../../facts/bytes-text.ts";
import { uploadView } from "../../facts/upload-view.ts";
import { fetched, reasonOf } from "../../link/ask.ts";
import { droppedFiles, pickedFiles } from "../../link/dropped-files.ts";
import { UploadQueue, type UploadRow } from "../../link/upload-queue.ts";
import { musicInWords } from "../../words/music-in-words.ts";
import { words } from "../../words/words.ts";
import { failedNote } from "../failed-note.ts";
import { SaidEvent } from "../said-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { panelStyles } from "../styles/panel-styles.ts";

/** Files and folders from this browser into the library: dropped or picked, and what became of each. */
@customElement("upload-panel")
export class UploadPanel extends LitElement {
  /** Something is held over the panel. */
  @state() private over = false;

  readonly #taken = new Task(this, {
    task: (_, { signal }) => fetched<UploadsState>("/api/library/uploads", signal),
    args: () => [],
  });
  readonly #queue = new UploadQueue({ host: this, mostBytes: () => this.#taken.value?.maxFileBytes ?? null });

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      .drop {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        gap: var(--space-4);
        padding: clamp(20px, 4vh, 48px) var(--space-4);
        border: 2px dashed var(--line);
        border-radius: 14px;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .drop.over {
        border-color: var(--ink);
        background: var(--glass);
      }
      .drop p:first-child {
        font: 620 var(--text-m) / 1.2 var(--display);
      }
      .drop .actions {
        justify-content: center;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#leaving);
  }

  /** The browser asks whether somebody really wants to go. */
  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#queue.running) event.preventDefault();
  };

  protected override render() {
    const { add } = musicInWords;
    const { rows } = this.#queue;
    return html`
      <section class="panel">
        <h2>${add.label}</h2>
        <div
          class="drop ${this.over ? "over" : ""}"
          data-testid="drop"
          @dragover=${this.#drag}
          @dragleave=${this.#leave}
          @drop=${this.#drop}
        >
          <p>${add.drop}</p>
          <div class="actions">
            ${this.#picker("files", add.files, false)} ${this.#picker("folder", add.folder, true)}
          </div>
          ${this.#taken.render({
            complete: ({ folder, freeBytes }) =>
              html`<p class="soft" data-testid="room">${add.room(bytesText(freeBytes))} · <bdi dir="ltr">${folder}</bdi></p>`,
            error: (error) => failedNote(error, () => this.#taken.run()),
          })}
        </div>
        ${rows.length === 0 ? nothing : this.#results(rows)}
      </section>
    `;
  }

  #picker(id: string, text: string, folders: boolean) {
    return html`
      <label>
        <input
          class="visually-hidden"
          type="file"
          multiple
          data-testid=${id}
          ?webkitdirectory=${folders}
          @change=${this.#picked}
        />
        ${text}
      </label>
    `;
  }

  #results(rows: readonly UploadRow[]) {
    const { add } = musicInWords;
    const { done, share, summary, listed, more } = uploadView(rows);
    const { running } = this.#queue;
    return html`
      ${running ? html`<progress max="1" .value=${share} aria-label=${add.label}></progress>` : nothing}
      <p role="status" data-testid="upload-progress">
        ${soFar(running ? add.progress(done, rows.length) : "", done > 0 ? summary : "")}
      </p>
      <ul class="paths" aria-label=${add.results} data-testid="uploads">
        ${listed.map(
          ({ path, state, reason, share: sent }) => html`
            <li data-state=${state}>
              <span dir="auto">${path}</span>
              <span class=${state === "failed" ? "fault" : "soft"}>
                ${resultText(state, reason, sent)}
              </span>
            </li>
          `,
        )}
        ${more > 0 ? html`<li class="soft">${add.more(more)}</li>` : nothing}
      </ul>
      <div class="actions">
        ${
          running
            ? html`<button data-testid="upload-stop" @click=${() => this.#queue.stop()}>${add.stop}</button>`
            : html`<button @click=${() => this.#queue.clear()}>${add.clear}</button>`
        }
        ${
          !running && this.#queue.retryable
            ? html`<button data-testid="upload-retry" @click=${() => this.#queue.retry()}>${add.retry}</button>`
            : nothing
        }
      </div>
    `;
  }

  readonly #picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    for (const placed of pickedFiles(input.files ?? [])) this.#queue.add(placed);
    // So that the same files can be picked again.
    input.value = "";
  };

  readonly #drag = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  readonly #leave = (): void => {
    this.over = false;
  };

  readonly #drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer === null) return;
    try {
      await this.#queue.addAll(droppedFiles(event.dataTransfer.items));
    } catch (error) {
      // A folder that the browser may not read, or that has gone meanwhile.
      this.dispatchEvent(new SaidEvent(reasonOf(error), "refused"));
    }
  };
}

function soFar(progress: string, summary: string): string {
  return progress === "" || summary === "" ? progress || summary : musicInWords.add.soFar(progress, summary);
}

function resultText(state: UploadRow["state"], reason: string, share: number): string {
  if (state === "failed") return reason;
  if (state === "sending") return words.controls.percent(share);
  return musicInWords.add[state];
}
