import { html } from "lit";
import type { Fault } from "./fault-line.ts";
import "./fault-line.ts";

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

export const faultLine = (fault: Fault | null) => html`<fault-line .fault=${fault}></fault-line>`;
