import { html } from "lit";
import type { Session } from "../../../protocol/people.ts";
import { peopleWords } from "../../words/people-words.ts";

/** In the place of what is told, and taken, only where nobody else in the network can read along: why, and where it is. */
export const plainNote = ({ secureWay }: Pick<Session, "secureWay">) => html`<section class="panel">
  <p>${peopleWords.me.plain}</p>
  ${secureWay && html`<div class="actions"><a href="${secureWay}/people">${peopleWords.me.secureWay}</a></div>`}
</section>`;
