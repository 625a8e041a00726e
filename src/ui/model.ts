import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { ModelReport } from "../protocol/figures.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import { failedNote } from "./elements/failed-note.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { fetched } from "./link/ask.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { adminWords } from "./words/admin-words.ts";
import { cameraWords } from "./words/camera-words.ts";
import { cardSentence, modelWords } from "./words/model-words.ts";

/** What the net that reads faces is good for, and what it is not. */
@customElement("mien-model")
export class MienModel extends AdminPage {
  protected readonly way = "model";
  readonly #report = new Task(this, {
    task: (_, { signal }) => fetched<ModelReport>("/api/model", signal),
    args: () => [],
  });

  static override styles = [
    baseStyles,
    pageStyles,
    adminPageStyles,
    css`
      .must {
        box-shadow: inset 0 0 0 2px var(--warn);
      }
      .sentences {
        display: grid;
        gap: var(--space-2);
        max-width: 80ch;
      }
      .wide {
        overflow-x: auto;
      }
      th {
        font-weight: 550;
        hyphens: auto;
      }
      /* Where words have no spaces between them: not a sign to a line. */
      th:first-child {
        word-break: keep-all;
      }
      td {
        white-space: nowrap;
      }
      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr));
        gap: var(--space-5);
      }
      .picture {
        display: grid;
        align-content: start;
        gap: var(--space-2);
        min-width: 0;
      }
      img {
        width: 100%;
        height: auto;
        padding: var(--space-2);
        border-radius: 14px;
        background: #fff;
      }
    `,
  ];

  protected get heading(): string {
    return modelWords.title;
  }

  protected body() {
    return this.#report.render({
      pending: () => html`<p role="status">${adminWords.loading}</p>`,
      error: (error) => html`<section class="panel">${failedNote(error, () => this.#report.run())}</section>`,
      complete: (report) => this.#shown(report),
    });
  }

  #shown({ version, trainedOn, minConfidence, files, pictures, mustNot, cannot }: ModelReport) {
    const [first] = files;
    return html`
      <section class="panel must" data-testid="must-not">
        <h2>${modelWords.mustNot}</h2>
        ${inSentences(mustNot)}
      </section>
      <div class="columns">
        <section class="panel">
          <h2>${modelWords.figures}</h2>
          ${first === undefined ? nothing : html`<p class="soft">${modelWords.hint(first.faces)}</p>`}
          ${this.#files(files)}
          <p>${modelWords.which} ${modelWords.less(minConfidence)}</p>
          <p class="soft">${modelWords.version(version)} ${modelWords.trainedOn} <span lang="en" dir="ltr">${trainedOn}.</span></p>
        </section>
        ${first === undefined ? nothing : this.#expressions(first)}
        <section class="panel" data-testid="cannot">
          <h2>${modelWords.cannot}</h2>
          ${inSentences(cannot)}
        </section>
      </div>
      <section class="panel">
        <h2>${modelWords.pictures}</h2>
        ${modelWords.drawnIn === "" ? nothing : html`<p class="soft" data-testid="drawn-in">${modelWords.drawnIn}</p>`}
        <div class="pictures">
          ${pictures.map(
            (name) => html`<div class="picture">
              <img src="/api/model/pictures/${name}" alt=${modelWords.picture[name] ?? name} loading="lazy" />
              <p aria-hidden="true">${modelWords.picture[name] ?? name}</p>
            </div>`,
          )}
        </div>
      </section>
    `;
  }

  #files(files: ModelReport["files"]) {
    const { columns, percent } = modelWords;
    return html`<div class="wide">
      <table data-testid="files" aria-label=${modelWords.figures}>
        <thead>
          <tr>
            <th scope="col">${columns.file}</th>
            <th scope="col">${columns.accuracy}</th>
            <th scope="col">${columns.recall}</th>
            <th scope="col">${columns.kept}</th>
            <th scope="col">${columns.right}</th>
          </tr>
        </thead>
        <tbody>
          ${files.map(
            ({ precision, accuracy, macroRecall, kept, accuracyOfKept }) => html`<tr>
              <th scope="row">${modelWords.files[precision]}</th>
              <td>${percent(accuracy)}</td>
              <td>${percent(macroRecall)}</td>
              <td>${percent(kept)}</td>
              <td>${percent(accuracyOfKept)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #expressions({ recall, right }: ModelReport["files"][number]) {
    const { percent } = modelWords;
    return html`<section class="panel">
      <h2>${modelWords.byExpression}</h2>
      <table aria-label=${modelWords.byExpression}>
        <thead>
          <tr>
            <th scope="col">${modelWords.expression}</th>
            <th scope="col">${modelWords.told}</th>
            <th scope="col">${modelWords.isRight}</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(recall).map(
            ([expression, share]) => html`<tr>
              <th scope="row">${cameraWords.faces.expressions[expression] ?? expression}</th>
              <td>${percent(share)}</td>
              <td>${percent(right[expression] ?? 0)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }
}

/** In the page's language where it has the sentence, else as the card says it. */
function inSentences(sentences: readonly string[]) {
  return html`<div class="sentences">
    ${sentences.map((sentence) => {
      const told = cardSentence(sentence);
      return told === null ? html`<p lang="en" dir="ltr">${sentence}</p>` : html`<p>${told}</p>`;
    })}
  </div>`;
}
