import { css, unsafeCSS } from "lit";

const smallCards = unsafeCSS("(max-height: 540px), (max-aspect-ratio: 4/5) and (max-width: 699px)");

/** A cover with its words beside it; the question takes the words' place, or all of a small card. */
export const songPickStyles = css`
  :host {
    position: relative;
    display: block;
    min-width: 0;
    container-type: size;
  }
  .card {
    --cover: min(100cqh, 42cqw);
    --gap: clamp(8px, 1vw, 16px);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    place-items: center stretch;
    gap: var(--gap);
    width: 100%;
    height: 100%;
    min-width: 0;
    min-height: 0;
    padding: 0;
    border-radius: 14px;
    background: none;
    box-shadow: none;
    text-align: start;
    white-space: normal;
  }
  button.card:hover {
    box-shadow: none;
  }
  cover-art {
    width: var(--cover);
    border-radius: 12px;
    box-shadow: 0 8px 24px rgb(10 5 10 / 0.35);
  }
  .words {
    display: grid;
    gap: 2px;
    font-size: var(--text-s);
    line-height: 1.16;
  }
  .words span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .words .title {
    -webkit-line-clamp: 2;
    font: 620 1.06em / 1.1 var(--display);
  }
  /* Two lines as tall as above, and apart enough that the dots of one do not lie on the other. */
  .words .title.signs:dir(rtl) {
    overflow-clip-margin: 0.2em;
    font-size: 0.95em;
    line-height: 1.227;
  }
  .soft {
    color: var(--ink-soft);
    font-size: 0.88em;
  }
  /* What gave way to something stands back: a smaller, paler cover, and the reason by which it did. */
  :host([besides]) cover-art {
    width: calc(0.76 * var(--cover));
    margin: calc(0.12 * var(--cover));
    opacity: 0.55;
  }
  :host([besides]) .title {
    font-weight: 500;
    color: var(--ink-soft);
  }
  :host([besides]) .soft {
    font-style: italic;
  }
  /* These have no italics: the browser would only slant their letters. */
  :host([besides]) .soft:is(:lang(ar), :lang(hi), :lang(zh)) {
    font-style: normal;
  }
  /* It waits for its turn. */
  :host([waits]) cover-art {
    outline: 3px solid var(--ink);
    outline-offset: -3px;
    opacity: 1;
  }
  :host([waits]) .soft {
    color: var(--ink);
    font-style: normal;
    font-weight: 650;
  }
  :host([playing]) .soft {
    color: var(--ink);
    font-style: normal;
    font-weight: 650;
  }
  @container (min-height: 104px) {
    .words .artist {
      -webkit-line-clamp: 2;
    }
  }
  /* Room for title, artist and all of the reason. Elsewhere one of two reasons is left out, and never cut in the middle. */
  @container (min-height: 136px) {
    .words .soft {
      -webkit-line-clamp: 2;
    }
  }
  @container (min-height: 144px) {
    .words .whole {
      -webkit-line-clamp: 3;
    }
    .words .brief {
      display: none;
    }
  }
  @container (max-height: 143.98px) {
    .words .whole {
      display: none;
    }
  }
  @container (max-height: 66px) {
    .words .title {
      -webkit-line-clamp: 1;
    }
  }
  /* In the corner of the cover, where it takes no touch. */
  song-taste[mark] {
    --cover: min(100cqh, 42cqw);
    --share: 1;
    position: absolute;
    inset-block-start: calc(50cqh + var(--share) * var(--cover) / 2 - 30px);
    inset-inline-start: calc((1 - var(--share)) * var(--cover) / 2 + 6px);
    pointer-events: none;
  }
  :host([besides]) song-taste[mark] {
    --share: 0.76;
  }
  .ask {
    position: absolute;
    inset: -2px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: 20px minmax(44px, 1fr);
    gap: 2px;
    padding: 2px;
    border-radius: 14px;
    background: rgb(20 12 18 / 0.62);
  }
  .card[inert] cover-art {
    opacity: 0.3;
  }
  .card[inert] .words {
    visibility: hidden;
  }
  .ask p {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    overflow: hidden;
    padding-inline: 6px;
    font: 620 16px / 1.2 var(--display);
    overflow-wrap: anywhere;
  }
  .when {
    display: flex;
    align-items: stretch;
    gap: 6px;
  }
  .when song-taste {
    flex: none;
    align-items: center;
  }
  /* The longer one has more of the row; where that does not do, it takes lines: no answer leaves its card. */
  .when button {
    flex: 1 1 auto;
    height: auto;
    min-width: min-content;
    min-height: 44px;
    padding: 0 6px;
    border-radius: 10px;
    font-size: var(--text-s);
    line-height: 1.05;
    white-space: normal;
  }
  @container (min-height: 104px) {
    .ask {
      grid-template-rows: auto minmax(44px, 64px);
      align-content: center;
      gap: 8px;
      padding-inline: 8px;
    }
  }
  /* Room enough for the answers and a heart, in every language: the cover stays in sight. */
  @container (min-height: 104px) and (min-width: 420px) {
    .ask {
      inset-inline-start: calc(min(100cqh, 42cqw) + clamp(8px, 1vw, 16px) - 4px);
      padding-inline: 2px;
      background: none;
    }
    .card[inert] cover-art {
      opacity: 1;
    }
    .ask p {
      -webkit-line-clamp: 2;
      padding-inline: 2px;
      font-size: calc(1.06 * var(--text-s));
      line-height: 1.1;
    }
  }
  @media (max-height: 540px) {
    .when {
      gap: 4px;
    }
    .when button {
      padding: 0 2px;
      font-size: 15px;
    }
    song-taste[mark] {
      --cover: min(100cqh - var(--line-below), 29cqw);
    }
    .card {
      --cover: min(100cqh - var(--line-below), 29cqw);
      --gap: 8px;
    }
    .words .artist {
      font-size: 14px;
    }
  }
  @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
    .words {
      font-size: calc(1.35 * var(--text-s));
    }
  }
  /* A phone: two columns of small cards. */
  @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
    song-taste[mark] {
      --cover: min(100cqh - var(--line-below), 32cqw);
    }
    .card {
      --cover: min(100cqh - var(--line-below), 32cqw);
      --gap: 9px;
    }
  }
  /* Small cards: the reason has a line of its own below cover and title, for beside them it would be cut off. */
  @media ${smallCards} {
    :host {
      --line-below: 22px;
    }
    .card {
      grid-template: minmax(0, auto) minmax(0, auto) var(--line-below) / auto minmax(0, 1fr);
      align-content: center;
      row-gap: 0;
    }
    cover-art {
      grid-area: 1 / 1 / 3;
    }
    .words {
      grid-area: 1 / 1 / -1 / -1;
      grid-template: subgrid / subgrid;
      align-self: stretch;
      gap: inherit;
      font-size: 15px;
    }
    .words .title {
      grid-area: 1 / 2;
      align-self: end;
    }
    .words .artist {
      grid-area: 2 / 2;
      align-self: start;
    }
    .words .whole {
      display: none;
    }
    .words .soft:not(.whole) {
      display: block;
      grid-area: 3 / 1 / auto / -1;
      /* Clear of the cover: letters are taller than their line. */
      align-self: end;
      font-size: 14px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    song-taste[mark] {
      inset-block-start: calc(50cqh - var(--line-below) / 2 + var(--share) * var(--cover) / 2 - 30px);
    }
  }
`;
