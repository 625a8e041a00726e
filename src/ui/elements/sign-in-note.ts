import { html } from "lit";
import { isLoopback } from "../facts/loopback.ts";
import { adminWords } from "../words/admin-words.ts";

interface SignInNote {
  /** An admin's name whose passphrase is all that is lacking. */
  byPin: string | null;
  /** What is said to everybody else who can sign in here, and to whoever can't. */
  first: string;
  fromAfar: string;
  open: () => unknown;
}

/** Why whoever is here may not, and the way to it. Over the network a passphrase could be read along. */
export function signInNote({ byPin, first, fromAfar, open }: SignInNote) {
  if (!isLoopback(location.hostname) && location.protocol !== "https:") return html`<p>${fromAfar}</p>`;
  const { signIn, givePassphrase } = adminWords;
  return html`
    <p>${byPin === null ? first : adminWords.byPin(byPin)}</p>
    <div class="actions">
      <button data-testid="sign-in-to-change" @click=${open}>${byPin === null ? signIn : givePassphrase}</button>
    </div>
  `;
}
