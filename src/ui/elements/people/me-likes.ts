import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Person } from "../../../protocol/people.ts";
import { peopleWords } from "../../words/people-words.ts";
import { CommandEvent } from "../command-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "../styles/field-styles.ts";
import "../kiosk/guest-wishes.ts";
import { panelColumnStyles, panelStyles } from "../styles/panel-styles.ts";

/** What somebody wants changed about themselves that takes no PIN. */
export class LikesEvent extends Event {
  static readonly type = "mien-likes";
  readonly change: Partial<Pick<Person, "wishes" | "named" | "onTile">>;

  constructor(change: LikesEvent["change"]) {
    super(LikesEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

/** What somebody likes to hear in general, and whether others may see that a song is for them. */
@customElement("me-likes")
export class MeLikes extends LitElement {
  @property({ attribute: false }) person: Person | null = null;
  /** Whether Mien stands in a home: nobody is called by name elsewhere, so nobody is asked. */
  @property({ type: Boolean }) home = false;

  static override styles = [
    baseStyles,
    panelStyles,
    panelColumnStyles,
    fieldStyles,
    css`
      guest-wishes {
        overflow: visible;
        mask-image: none;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // The same chips as for a guest's wishes; here they are kept.
    this.addEventListener(CommandEvent.type, this.#wished);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(CommandEvent.type, this.#wished);
  }

  protected override render() {
    const { me } = peopleWords;
    const { person } = this;
    if (person === null) return nothing;
    return html`
      ${
        this.home
          ? html`<section class="panel">
              <label class="check">
                <input type="checkbox" data-testid="named" .checked=${person.named} @change=${this.#named} />
                <span dir="auto">${me.named(person.name)}</span>
              </label>
              <p class="soft">${me.namedHint}</p>
            </section>`
          : nothing
      }
      <section class="panel">
        <h2>${me.likes}</h2>
        <p class="soft">${me.likesHint}</p>
        <guest-wishes lasting .preferences=${{ ...person.wishes, until: null }}></guest-wishes>
      </section>
    `;
  }

  readonly #named = (event: Event): void => {
    this.dispatchEvent(new LikesEvent({ named: (event.target as HTMLInputElement).checked }));
  };

  readonly #wished = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.do !== "prefer") return;
    event.stopPropagation();
    const { languages, artists, policy = null } = command;
    this.dispatchEvent(new LikesEvent({ wishes: { languages, artists, policy } }));
  };
}
