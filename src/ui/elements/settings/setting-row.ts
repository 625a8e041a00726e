import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Option } from "../../facts/option.ts";
import { settingKind } from "../../facts/setting-kind.ts";
import type { NamedSetting } from "../../facts/setting-search.ts";
import { choiceName, settingText } from "../../facts/setting-text.ts";
import { ltr } from "../../languages/isolate.ts";
import type { Outcome } from "../../link/settings-desk.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { keepFocus } from "../keep-focus.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { fieldStyles } from "./field-styles.ts";
import { SettingEvent } from "./setting-event.ts";
import { settingField } from "./setting-field.ts";
import { settingRowStyles } from "./setting-row-styles.ts";
import type { TextList } from "./text-list.ts";

/** Editors that take all the width there is. */
const WIDE: readonly string[] = ["open-spans", "quiet-spans", "holidays", "dayparts"];

/** Where a run has no folder of its own at all, as the demo's, there is nothing to name. */
function heldText(value: unknown): string {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all
    .filter((each) => typeof each === "string" || typeof each === "number")
    .map((each) => choiceName(String(each)))
    .join(", ");
}

/** One setting: its name, its field, what it means, and what became of the last change. */
@customElement("setting-row")
export class SettingRow extends LitElement {
  @property({ attribute: false }) setting: NamedSetting | null = null;
  @property({ attribute: false }) value: unknown = null;
  @property({ attribute: false }) outcome: Outcome | null = null;
  /** Where the values are a list that the daemon knows, as the speakers. */
  @property({ attribute: false }) options: readonly Option[] | null = null;
  /** Folders of its value that are not there. */
  @property({ attribute: false }) notThere: readonly string[] = [];
  @property({ type: Boolean }) isDefault = false;
  @property({ type: Boolean }) overridden = false;
  /** What holds in this run instead of its value. */
  @property({ attribute: false }) inForce: unknown = undefined;
  /** Its value is told to admins alone. */
  @property({ type: Boolean }) withheld = false;

  static override styles = [baseStyles, fieldStyles, settingRowStyles];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    const kind = this.setting === null ? "" : settingKind(this.setting.schema).kind;
    this.toggleAttribute("wide", WIDE.includes(kind));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("outcome") && this.outcome?.state === "refused")
      this.renderRoot.querySelector<TextList>("text-list")?.giveBack();
  }

  protected override render() {
    const { setting } = this;
    if (setting === null) return nothing;
    const { name, schema } = setting;
    const words = settingsWords;
    const { title, help } = settingText(setting);
    return html`
      <div class="head">
        <h3>${title}</h3>
        ${
          this.isDefault || this.withheld
            ? nothing
            : html`<button
                class="quiet"
                data-testid="${name}-default"
                aria-label=${words.defaultOf(title)}
                @click=${() => this.#tell(null)}
              >
                ${words.default}
              </button>`
        }
      </div>
      <div class="field">
        ${
          this.withheld
            ? html`<p class="soft" data-testid="${name}-withheld">${words.withheld}</p>`
            : settingField(
                {
                  ...{ id: name, label: title, value: this.value },
                  change: (value) => this.#tell({ value }),
                },
                schema,
                this.options,
              )
        }
      </div>
      ${this.#outcome(title)}
      ${
        this.notThere.length === 0
          ? nothing
          : html`<p class="fault" role="alert" data-testid="${name}-not-there">${words.notThere(this.notThere.map(ltr).join(", "))}</p>`
      }
      <slot></slot>
      <p class="soft">${help}</p>
      ${this.#overriding()}
    `;
  }

  #overriding() {
    if (!this.overridden) return nothing;
    const held = heldText(this.inForce);
    const { overridden, holdsNow } = settingsWords;
    const name = this.setting?.name ?? "";
    return html`<p class="soft" data-testid="${name}-overridden">${overridden}${held === "" ? nothing : ` ${holdsNow(ltr(held))}`}</p>`;
  }

  #outcome(title: string) {
    const { outcome } = this;
    const words = settingsWords;
    const refused = outcome?.state === "refused" ? outcome.reason : "";
    const savedTexts = {
      now: words.saved,
      closing: words.savedClosing,
      "from-next-start": words.savedForLater,
      "without-override": words.savedBelow,
    };
    const saved =
      outcome?.state === "saved"
        ? savedTexts[outcome.holds]
        : outcome?.state === "saving"
          ? words.saving
          : "";
    const before = outcome?.state === "saved" ? outcome.before : undefined;
    // An address comes without its password, so it can't be sent back as it was.
    const isSecret = typeof before === "string" && before.includes("://");
    // Both are always there, so that a screen reader notices when one begins to speak.
    return html`<div class="outcome ${saved === "" && refused === "" ? "visually-hidden" : ""}">
      <p role="status" data-testid="${this.setting?.name ?? ""}-saved">${saved}</p>
      <p class="fault" role="alert" data-testid="${this.setting?.name ?? ""}-fault">${refused}</p>
      ${
        before === undefined || isSecret
          ? nothing
          : html`<button
              class="quiet"
              data-testid="${this.setting?.name ?? ""}-undo"
              aria-label=${words.undoOf(title)}
              @click=${() => this.#tell({ value: before })}
            >
              ${words.undo}
            </button>`
      }
    </div>`;
  }

  #tell(to: { value: unknown } | null): void {
    if (this.setting) this.dispatchEvent(new SettingEvent(this.setting, to));
  }
}
