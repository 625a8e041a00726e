import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Track } from "../../../protocol/music.ts";
import type { Id } from "../../../protocol/time.ts";
import { type Evidence, evidenceView } from "../../facts/evidence.ts";
import { refused } from "../../facts/refused.ts";
import { fetched } from "../../link/ask.ts";
import { libraryWords } from "../../words/library-words.ts";
import { words } from "../../words/words.ts";
import { failedNote } from "../failed-note.ts";
import { moodDot, moodDotStyles } from "../mood/mood-dot.ts";
import { baseStyles } from "../styles/base-styles.ts";

interface Known {
  /** The track that this is about. */
  of: Id;
  /** As the daemon has it: the page's language may change while it is shown. */
  evidence: Evidence;
  /** Null while the file is missing; undefined where the page may not know it, as it was opened from elsewhere. */
  path: string | null | undefined;
}

/** Who says how one song sounds, and where its file is. */
@customElement("evidence-list")
export class EvidenceList extends LitElement {
  @property() track: Id = "";
  /** Counts up when something was changed, so that it is asked for again. */
  @property({ type: Number }) version = 0;

  readonly #known = new Task(this, {
    task: async ([track], { signal }): Promise<Known> => {
      const address = `/api/library/tracks/${encodeURIComponent(track)}`;
      const [evidence, { path }] = await Promise.all([
        fetched<Evidence>(`${address}/evidence`, signal),
        fetched<Track & { path?: string | null }>(address, signal),
      ]);
      return { of: track, evidence, path };
    },
    args: () => [this.track, this.version] as const,
  });

  static override styles = [
    baseStyles,
    moodDotStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        font-size: var(--text-s);
      }
      h3 {
        margin: 0;
        font: 600 1em / 1.2 var(--body);
      }
      ul {
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: baseline;
        column-gap: 10px;
        line-height: 1.25;
      }
      li:not(.holds) {
        color: var(--ink-soft);
      }
      q {
        overflow-wrap: anywhere;
        quotes: auto;
        unicode-bidi: isolate;
      }
      .soft {
        color: var(--ink-soft);
        font-size: 0.9em;
      }
      li .soft {
        display: inline-block;
      }
      .path {
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];

  protected override render() {
    return html`
      <h3>${libraryWords.evidence.label}</h3>
      ${this.#known.render({
        // The same song's old lines stay until the new ones are there; another song's would lie.
        pending: () =>
          this.#known.value?.of === this.track
            ? this.#told(this.#known.value)
            : html`<p class="soft">${libraryWords.loading}</p>`,
        error: (error) => failedNote(error, () => this.#known.run(), libraryWords.failed),
        complete: (known) => this.#told(known),
      })}
    `;
  }

  #told({ evidence, path }: Known) {
    const { lines, soundFailure } = evidenceView(evidence);
    const { none, holds, colon, soundFailed } = libraryWords.evidence;
    return html`
      ${lines.length === 0 ? html`<p class="soft">${none}</p>` : nothing}
      <ul data-testid="evidence">
        ${lines.map(
          (line) => html`<li class=${line.holds ? "holds" : ""}>
            ${moodDot(line)}
            <span>
              ${line.who}${line.word === "" ? nothing : html` <q dir="auto">${line.word}</q>`}${colon}${line.text}
              <span class="soft">${[line.sure, line.holds ? holds : ""].filter((part) => part !== "").join(words.comma)}</span>
            </span>
          </li>`,
        )}
      </ul>
      ${soundFailure === null ? nothing : html`<p class="soft">${soundFailed(refused(soundFailure))}</p>`}
      ${path === undefined ? nothing : html`<p class="soft path" dir="ltr">${path ?? libraryWords.songs.missing}</p>`}
    `;
  }
}
