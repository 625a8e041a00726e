import { css } from "lit";

/** A button while somebody is there, a large code over the page, and at rest a small one beside its address. */
export const phoneCodeStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 14px;
    min-width: 0;
    font-size: var(--text-s);
  }
  :host(:not([touched])) {
    justify-content: end;
    min-width: min-content;
    text-align: end;
  }
  :host(:not([touched])) code-picture {
    flex: none;
    order: 1;
    width: clamp(84px, 12vmin, 150px);
  }
  .beside {
    display: grid;
    line-height: 1.25;
  }
  .beside span {
    color: var(--ink-soft);
    overflow-wrap: break-word;
    text-align: match-parent;
  }
  @media (min-width: 700px) {
    .beside span:not(.long) {
      white-space: nowrap;
    }
  }
  .votes {
    flex: none;
    order: -1;
    width: max-content;
    max-width: 9em;
    line-height: 1.25;
    text-wrap: balance;
  }
  .open {
    padding: 0 18px;
  }
  dialog {
    width: min(880px, 100vw - 24px);
    max-height: calc(100dvh - 24px);
    margin: auto;
    padding: clamp(16px, 3vmin, 32px);
    border: 0;
    border-radius: 28px;
    background: var(--sheet);
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 30px 90px rgb(10 5 10 / 0.6);
    color: inherit;
    overflow-y: auto;
  }
  dialog[open] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: clamp(16px, 4vmin, 40px);
    align-items: center;
  }
  /* As in dialogStyles. */
  dialog:focus-visible {
    outline: none;
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 30px 90px rgb(10 5 10 / 0.6);
  }
  dialog::backdrop {
    background: rgb(18 10 16 / 0.6);
  }
  dialog code-picture {
    width: min(62vh, 46vw, 400px);
  }
  .text {
    display: grid;
    gap: clamp(10px, 2.4vmin, 20px);
    justify-items: start;
  }
  h2 {
    font: 640 var(--text-l) / 1.1 var(--display);
    text-wrap: balance;
  }
  .text p {
    line-height: 1.4;
    text-wrap: pretty;
  }
  .or {
    color: var(--ink-soft);
  }
  .or b {
    display: block;
    color: var(--ink);
    font-weight: 640;
    overflow-wrap: anywhere;
  }
  /* The 7-inch touchscreen: while somebody is there the sign does, and what it says is a touch away. */
  @media (max-height: 540px) {
    .beside,
    .votes {
      font-size: 15px;
    }
    .open {
      min-width: 60px;
      padding: 0;
    }
    .open .label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-aspect-ratio: 4/5) {
    .open {
      width: 100%;
    }
    dialog[open] {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    dialog code-picture {
      width: min(78vw, 46vh, 620px);
    }
  }
`;
