import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { affectName } from "../../../protocol/circumplex.ts";
import type { Affect } from "../../../protocol/mood.ts";
import { words } from "../../words/words.ts";
import "../mood/affect-disc.ts";
import type { AffectEvent } from "../mood/affect-event.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** A point of the circumplex that follows the finger, and is told of when that is lifted. */
@customElement("point-field")
export class PointField extends LitElement {
  @property({ attribute: false }) value: Affect = { valence: 0, arousal: 0 };
  @property() label = "";
  @state() private pointed: Affect | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        --dial-size: min(100%, 230px);
        display: grid;
        justify-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  protected override render() {
    const point = this.pointed ?? this.value;
    return html`
      <affect-disc
        .label=${this.label}
        .point=${point}
        chosen
        @mien-affect=${this.#pointedAt}
      ></affect-disc>
      <p>${words.music[affectName(point)]}</p>
    `;
  }

  readonly #pointedAt = (event: AffectEvent): void => {
    event.stopPropagation();
    this.pointed = event.final ? null : event.affect;
    if (!event.final || event.affect === null) return;
    this.value = event.affect;
    this.dispatchEvent(new Event("change"));
  };
}
