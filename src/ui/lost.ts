import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { Affect } from "../protocol/mood.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import "./elements/mood/mood-weather.ts";
import { PageLanguage } from "./languages/page-language.ts";
import { untilHad } from "./link/until-had.ts";
import { isOwnScreen } from "./own-screen-door.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { peoplePageStyles } from "./styles/people-page-styles.ts";
import { lostWords } from "./words/lost-words.ts";

const DUSK: Affect = { valence: -0.2, arousal: -0.3 };

/** What somebody finds at an address where there is nothing: that it is so, and the way home. */
@customElement("mien-lost")
export class MienLost extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    peoplePageStyles,
    css`
      main {
        align-content: center;
        justify-items: start;
        min-height: inherit;
        max-width: 720px;
      }
      p {
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new PageLanguage(this, { goesOn: true });
    void this.#settle();
  }

  async #settle(): Promise<void> {
    if (!(await isOwnScreen())) return;
    const [{ GoesBack }, { showOwnCamera }] = await untilHad(() =>
      Promise.all([import("./goes-back.ts"), import("./elements/own-camera.ts")]),
    );
    new GoesBack(this);
    showOwnCamera(this);
  }

  protected override render() {
    const { title, text, home } = lostWords;
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <h1>${title}</h1>
        <p>${text} <bdi>${decoded(location.pathname)}</bdi></p>
        <a class="button main" href="/" data-testid="home">${home}</a>
      </main>
    `;
  }

  protected override updated(): void {
    document.title = `${lostWords.title} · Mien`;
  }
}

/** As it was typed; as it stands where it is no text. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // That is how it tells.
  }
}
