import { css } from "lit";

/** `<now-playing>` at rest and small, on each screen that it is made for: the song and why it plays before anything else. */
export const nowPlayingStyles = css`
  :host {
    --cover: min(36vw, 58vh);
    display: grid;
    grid-template-columns: var(--cover) minmax(0, 1fr);
    /* Where the words need more than there is, the cover gives way and does not lie on what is below. */
    grid-template-rows: minmax(0, 1fr);
    gap: clamp(20px, 4.4vw, 72px);
    align-items: center;
    min-height: 0;
  }
  .frame {
    display: grid;
    place-items: center;
    align-self: stretch;
    container-type: size;
  }
  cover-art {
    width: min(100cqw, 100cqh);
  }
  .eyebrow {
    line-height: 1.2;
    color: var(--ink-soft);
  }
  .eyebrow::first-letter {
    text-transform: uppercase;
  }
  h1 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    margin: 0.12em 0 0.2em;
    padding-bottom: 0.06em;
    font: 680 clamp(38px, min(6.2vw, 11vh), 128px) / 1.02 var(--display);
    letter-spacing: -0.022em;
    text-align: match-parent;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  h1[data-size="medium"] {
    font-size: clamp(32px, min(4.6vw, 8.4vh), 96px);
  }
  h1[data-size="long"] {
    font-size: clamp(27px, min(3.6vw, 6.6vh), 72px);
    line-height: 1.06;
  }
  .artist {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: var(--text-l);
    line-height: 1.2;
    text-align: match-parent;
    color: var(--ink-soft);
  }
  ::slotted(*) {
    margin-top: clamp(14px, 3.4vh, 32px);
  }
  .why {
    margin-top: clamp(10px, 2.6vh, 24px);
    max-width: 30em;
    /* From 2 m on a 10-inch screen: test/screens/kiosk-readable.test.ts reckons it. */
    font-size: clamp(var(--text-m), 2.75vw, 40px);
    line-height: 1.3;
    text-wrap: pretty;
  }
  /* See whole-words.ts. Who hears the page has room for the reason all the same. */
  :host([says="brief"]:not([compact])) .whole,
  :host(:not([says="brief"])) .brief,
  :host([compact]) .brief {
    display: none;
  }
  :host([says="nothing"]) .whole,
  :host([compact]) .whole {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([compact]) {
    --cover: clamp(68px, 13vh, 160px);
    grid-template-rows: minmax(var(--cover), auto);
    gap: clamp(14px, 2vw, 28px);
  }
  :host([compact]) h1 {
    -webkit-line-clamp: 2;
    margin: 2px 0;
    font-size: clamp(24px, min(3vw, 5.6vh), 58px);
    letter-spacing: -0.012em;
  }
  :host([compact]) h1[data-size="long"] {
    font-size: clamp(20px, min(2.2vw, 4.4vh), 32px);
  }
  :host([compact]) .artist {
    -webkit-line-clamp: 1;
    font-size: var(--text-m);
  }
  :host([compact]) .idle {
    -webkit-line-clamp: 2;
    font-size: var(--text-s);
  }
  :host([compact]) .body {
    display: flex;
    gap: clamp(16px, 3vw, 56px);
    align-items: center;
  }
  :host([compact]) .body > div,
  :host([compact]) ::slotted(:not([slot])) {
    flex: 1 1 0;
    min-width: 0;
  }
  :host([compact]) ::slotted(*) {
    margin-top: 0;
  }
  :host([compact]) .eyebrow {
    display: none;
  }
  :host([compact]) {
    position: relative;
  }
  .frame {
    position: relative;
  }
  /* All of the small cover, with a mark in its corner. */
  .ask {
    position: absolute;
    inset: 0;
    place-items: end;
    justify-content: end;
    min-width: 0;
    min-height: 0;
    padding: 4px;
    border-radius: 14px;
    background: none;
    box-shadow: none;
  }
  .ask span {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--ink);
    color: var(--on-ink);
    font: 700 18px / 1 var(--display);
  }
  /* As its mark is written there. */
  .ask:dir(rtl) span {
    scale: -1 1;
  }
  /* Below the song, over the controls: it goes with the next touch anywhere. */
  :host([compact][telling]) .whole {
    z-index: 3;
    inset-block: calc(100% + 8px) auto;
    inset-inline: 0 auto;
    width: max-content;
    max-width: min(36em, 100%);
    height: auto;
    padding: 14px 20px;
    overflow: visible;
    clip-path: none;
    border-radius: 18px;
    background: var(--night);
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 12px 36px rgb(10 5 10 / 0.45);
    -webkit-line-clamp: none;
  }
  /* The 7-inch touchscreen: room for reasons before room for air. */
  @media (max-height: 540px) {
    :host(:not([compact])) {
      gap: 28px;
    }
    :host(:not([compact])) h1 {
      -webkit-line-clamp: 2;
      font-size: 46px;
    }
    :host(:not([compact])) h1[data-size="medium"] {
      font-size: 38px;
    }
    :host(:not([compact])) h1[data-size="long"] {
      -webkit-line-clamp: 3;
      font-size: 29px;
    }
    .artist:not(.idle) {
      -webkit-line-clamp: 1;
    }
    :host(:not([compact])) .artist:not(.idle) {
      font-size: 30px;
    }
    ::slotted(*) {
      margin-top: 12px;
    }
    .why {
      margin-top: 8px;
      font-size: 17px;
      line-height: 1.22;
    }
  }
  /* There a note or two at the top leave less for the song: what is said of it is said smaller and shorter. */
  @media (min-aspect-ratio: 4/5) and (min-width: 700px) and (min-height: 460px) and (max-height: 540px) {
    :host(:not([compact])) {
      container: song / size;
    }
    .why {
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    :host([says="whole"]:not([compact])) .whole,
    :host([says="brief"]:not([compact])) .brief {
      display: -webkit-box;
    }
    @container song (max-height: 270px) {
      :host(:not([compact])) h1 {
        -webkit-line-clamp: 1;
        font-size: 38px;
      }
      :host(:not([compact])) h1[data-size="medium"] {
        -webkit-line-clamp: 2;
        font-size: 29px;
      }
      :host(:not([compact])) h1[data-size="long"] {
        -webkit-line-clamp: 2;
        font-size: 24px;
      }
      .why {
        -webkit-line-clamp: 2;
      }
    }
    @container song (max-height: 226px) {
      :host(:not([compact])) h1 {
        font-size: 32px;
      }
      :host(:not([compact])) h1[data-size="medium"] {
        font-size: 24px;
      }
      :host(:not([compact])) h1[data-size="long"] {
        font-size: 21px;
      }
      .why {
        -webkit-line-clamp: 1;
      }
    }
    @container song (max-height: 190px) {
      .eyebrow {
        display: none;
      }
    }
  }
  /* A panel of 600 lines, of which notes at the top and the foot take their share. */
  @media (min-aspect-ratio: 4/5) and (min-width: 700px) and (min-height: 541px) and (max-height: 720px) {
    :host(:not([compact])) {
      container: song / size;
    }
    @container song (max-height: 400px) {
      :host(:not([compact])) h1 {
        -webkit-line-clamp: 2;
      }
      .artist:not(.idle) {
        -webkit-line-clamp: 1;
      }
      .why {
        margin-top: 10px;
        font-size: 22px;
      }
    }
    @container song (max-height: 300px) {
      .eyebrow {
        display: none;
      }
      :host(:not([compact])) h1 {
        -webkit-line-clamp: 1;
        font-size: 38px;
      }
      :host(:not([compact])) h1:is([data-size="medium"], [data-size="long"]) {
        -webkit-line-clamp: 2;
        font-size: 26px;
      }
      .artist:not(.idle) {
        font-size: 26px;
      }
    }
  }
  @media (max-aspect-ratio: 4/5) {
    :host([compact]) {
      --cover: 84px;
    }
    :host([compact]) .body {
      display: contents;
    }
    :host([compact]) {
      grid-template-columns: var(--cover) minmax(0, 1fr) auto;
    }
    :host([compact]) ::slotted(:not([slot])) {
      grid-column: 1 / -1;
    }
    :host(:not([compact])) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(96px, 1fr) auto;
      gap: 18px;
    }
    :host(:not([compact])) .frame {
      place-items: center start;
    }
  }
  /* A screen on a wall: read from 2 m, touched or not, and with height to spare. */
  @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
    h1 {
      font-size: clamp(44px, 9vw, 128px);
    }
    h1[data-size="medium"] {
      font-size: clamp(38px, 7vw, 100px);
    }
    h1[data-size="long"] {
      font-size: clamp(32px, 5.2vw, 76px);
    }
    :host(:not([compact])) .artist {
      font-size: calc(1.3 * var(--text-l));
    }
    :host([compact]) {
      --cover: 15vw;
    }
    :host([compact]) h1 {
      font-size: clamp(34px, 5.4vw, 76px);
    }
    :host([compact]) h1[data-size="medium"] {
      font-size: clamp(30px, 4.6vw, 64px);
    }
    :host([compact]) h1[data-size="long"] {
      font-size: clamp(26px, 3.6vw, 50px);
    }
    :host([compact]) .artist {
      font-size: var(--text-l);
    }
  }
`;
