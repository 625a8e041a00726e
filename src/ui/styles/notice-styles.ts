import { css } from "lit";

/** A sheet of paper in a dark room; on paper the sheet alone. */
export const noticeStyles = css`
  :host {
    height: auto;
    min-height: 100dvh;
    overflow: visible;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 340px);
    align-items: start;
    gap: var(--space-5);
    max-width: 1240px;
    margin: 0 auto;
    padding: var(--edge);
  }
  /* After what it is for, to whoever hears the page or goes by Tab; beside it to whoever looks. */
  .sheets {
    display: grid;
    grid-area: 1 / 1;
    gap: var(--space-5);
  }
  article {
    display: grid;
    align-content: start;
    gap: 14px;
    padding: clamp(20px, 5vw, 64px);
    border-radius: 6px;
    background: #fffdfa;
    color: #1d1419;
    font-size: clamp(15px, 1.3vw, 18px);
    line-height: 1.4;
    user-select: text;
  }
  .place {
    font-weight: 650;
    color: #5b4752;
  }
  h2 {
    font: 680 clamp(26px, 3.4vw, 46px) / 1.08 var(--display);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  h3 {
    margin: 6px 0 2px;
    font: 650 1.12em / 1.2 var(--display);
  }
  .lead {
    font-size: 1.12em;
  }
  article ul {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.1em;
    list-style: disc;
  }
  .contact {
    min-height: 2.8em;
    padding-bottom: 4px;
    border-bottom: 1px solid #5b4752;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  /* What belongs there, until it is written: on paper it is a line to write on. */
  .unnamed {
    font-size: 0.8em;
    color: #5b4752;
  }
  .fill-in {
    min-height: 44px;
    margin-top: 10px;
    padding: 0 18px;
    border: 0;
    border-radius: 999px;
    background: none;
    box-shadow: inset 0 0 0 1px #5b4752;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .fault:empty {
    position: absolute;
  }
  .rights {
    font-size: 0.86em;
    color: #4a3a43;
  }
  .beside {
    display: grid;
    gap: var(--space-4);
    grid-area: 1 / 2;
    position: sticky;
    inset-block-start: calc(var(--edge) + var(--above-page, 0px));
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-3);
  }
  language-choice {
    --globe: 44px;
    --languages-block: calc(90px + var(--above-page, 0px)) auto;
  }
  textarea {
    width: 100%;
    min-height: 6em;
    padding: 12px 16px;
    border: 0;
    border-radius: 16px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
    color: inherit;
    font: inherit;
    user-select: text;
  }
  label {
    display: grid;
    gap: 6px;
  }
  @media (max-width: 899px) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    .beside,
    .sheets {
      grid-area: auto;
      position: static;
    }
  }
  @media print {
    :host {
      min-height: 0;
    }
    main,
    .sheets {
      display: block;
      max-width: none;
      padding: 0;
    }
    .beside,
    .fill-in,
    .unnamed,
    mood-weather,
    .veil {
      display: none;
    }
    article {
      padding: 0;
      background: none;
      font-size: 11.2pt;
      break-after: page;
    }
    article:last-of-type {
      break-after: auto;
    }
    h2 {
      font-size: 27pt;
    }
  }
`;
