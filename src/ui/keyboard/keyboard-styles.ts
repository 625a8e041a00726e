import { css } from "lit";

/** Keys as large as the screen lets them be, in the page's own look: simple-keyboard comes without one. */
export const keyboardStyles = css`
  :host {
    position: fixed;
    inset: auto 0 0;
    width: 100vw;
    max-width: none;
    margin: 0;
    padding: clamp(6px, 1vh, 14px);
    border: 0;
    border-radius: 0;
    background: #1d121a;
    box-shadow: 0 -1px 0 var(--line), 0 -20px 60px rgb(10 5 10 / 0.5);
    color: #fff9f2;
    font: 500 clamp(18px, 2.6vh, 26px) / 1 var(--body);
    user-select: none;
  }
  .keys,
  .candidates {
    max-width: 1180px;
    margin-inline: auto;
  }
  /* A pad, under the hand that types: keys as wide as the screen would lie far apart. */
  :host([digits]) .keys {
    max-width: 420px;
  }
  /* Keys lie as they lie on a keyboard, in every script. */
  .keys {
    direction: ltr;
  }
  .hg-row {
    display: flex;
    gap: clamp(4px, 0.5vw, 8px);
    margin-top: clamp(4px, 0.6vh, 8px);
  }
  button.hg-button,
  .candidates button {
    display: grid;
    place-items: center;
    flex: 1 1 0;
    min-width: 0;
    min-height: clamp(44px, 6.6vh, 72px);
    padding: 0;
    border-radius: 12px;
    font: inherit;
  }
  button[data-skbtn="{space}"] {
    flex: 6 1 0;
  }
  button[data-skbtn="{accents}"] {
    flex: 1.6 1 0;
    font-size: 0.9em;
  }
  button[data-skbtn="{language}"],
  button[data-skbtn="{close}"] {
    flex: 2 1 0;
    font-size: 0.8em;
  }
  button[data-skbtn="{bksp}"],
  button[data-skbtn="{enter}"],
  button[data-skbtn="{shift}"] {
    flex: 1.6 1 0;
  }
  :host([digits]) button.hg-button {
    flex: 1 1 0;
  }
  button[data-skbtn="{enter}"],
  :host([shift]) button[data-skbtn="{shift}"],
  :host([accents]) button[data-skbtn="{accents}"] {
    background: #fff9f2;
    color: #24101c;
  }
  .hg-button span {
    pointer-events: none;
  }
  /* Of one height with characters and without, so that nothing moves under a finger. */
  .candidates {
    min-height: clamp(44px, 6.6vh, 72px);
    display: flex;
    gap: 6px;
    overflow: hidden;
  }
  .candidates button {
    flex: 0 0 auto;
    min-width: 52px;
    padding: 0 12px;
    font-size: 1.15em;
  }
  .letters {
    flex: 0 0 auto;
    align-self: center;
    padding: 0 10px;
    color: rgb(255 249 242 / 0.75);
  }
`;
