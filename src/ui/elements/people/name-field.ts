import { html } from "lit";

/** For a name as people type it: nothing corrects it, and no browser has it ready. */
export const nameField = (name: string, isFaulty: boolean) =>
  html`<input
    name="name"
    data-testid="name"
    autocomplete="off"
    autocapitalize="words"
    spellcheck="false"
    maxlength="60"
    required
    value=${name}
    aria-invalid=${String(isFaulty)}
  />`;

/** Why something did not work; always there, so that a screen reader notices when it begins to speak. */
export const faultLine = (fault: string | null) =>
  html`<p class="fault" role="alert" ?hidden=${fault === null} data-testid="sign-in-fault">${fault}</p>`;
