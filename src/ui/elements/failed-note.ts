import { html } from "lit";
import { reasonOf } from "../link/ask.ts";
import { words } from "../words/words.ts";

/** What could not be had, and why; `again` asks for it once more. */
export function failedNote(error: unknown, again: () => unknown, lead = "") {
  return html`
    <p class="fault" role="alert">${lead} <bdi>${reasonOf(error)}</bdi></p>
    <div class="actions"><button type="button" data-testid="again" @click=${again}>${words.connection.again}</button></div>
  `;
}
