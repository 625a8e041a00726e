import { css } from "lit";

/** A sheet over the page: its name and the way out stand still, and what is below them scrolls. */
export const dialogStyles = css`
  :host {
    --behind-dialog: rgb(18 10 16 / 0.6);
  }
  dialog {
    width: min(var(--dialog-width, 560px), 100vw - 24px);
    max-height: min(var(--dialog-height, 760px), 100dvh - 24px - var(--above-page, 0px));
    /* On Mien's own screen the camera's switch stands above it (own-camera.ts). */
    inset-block-start: var(--above-page, 0px);
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: 28px;
    background: var(--sheet);
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 30px 90px rgb(10 5 10 / 0.6);
    color: inherit;
    font-size: var(--text-s);
    overflow: hidden;
  }
  dialog:is([open], [opening]) {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }
  /* Where it begins: nobody can do anything with the focus there. */
  dialog:focus-visible {
    outline: none;
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 30px 90px rgb(10 5 10 / 0.6);
  }
  dialog::backdrop {
    background: var(--behind-dialog);
  }
  /* As it will look once it is modal (open-modal.ts). */
  dialog[opening] {
    position: fixed;
    inset-block-end: 0;
    z-index: 2;
    max-width: calc(100% - 6px - 2em);
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 30px 90px rgb(10 5 10 / 0.6),
      0 0 0 200vmax var(--behind-dialog);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    padding-block: 16px 10px;
    padding-inline: 24px 16px;
  }
  @media (max-height: 540px) {
    header {
      padding-block: 8px 4px;
    }
  }
  h2 {
    font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
  }
  header button {
    min-height: 48px;
    font-size: var(--text-s);
  }
  .body {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    min-height: 0;
    padding: 6px 24px 24px;
    overflow-y: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
`;
