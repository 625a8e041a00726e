import { css } from "lit";

/** A line over the foot of the page that comes and goes. What is under it can still be touched. */
export const toastStyles = css`
  :host {
    position: fixed;
    z-index: 4;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .toast {
    max-width: var(--toast-width, 40em);
    padding: var(--toast-edge, 14px 24px);
    border-radius: 28px;
    background: var(--ink);
    color: var(--on-ink);
    font-size: var(--toast-text, var(--text-s));
    line-height: 1.2;
    font-weight: 600;
    overflow-wrap: anywhere;
    box-shadow: 0 12px 36px rgb(10 5 10 / 0.45);
  }
`;
