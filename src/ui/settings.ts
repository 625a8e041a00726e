import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Affect } from "../protocol/mood.ts";
import type { Settings } from "../protocol/settings.ts";
import { OwnerLanguage } from "./elements/admin/owner-language.ts";
import "./elements/admin/page-ways.ts";
import { failedNote } from "./elements/failed-note.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { chipStyles } from "./elements/styles/chip-styles.ts";
import "./elements/mood/mood-weather.ts";
import { PeopleDoor } from "./elements/people/people-door.ts";
import { SaidEvent } from "./elements/said-event.ts";
import type { Said } from "./elements/said-toast.ts";
import "./elements/said-toast.ts";
import { scrollsByKeys } from "./elements/scrolls-by-keys.ts";
import { signInNote } from "./elements/sign-in-note.ts";
import { scrollHint } from "./elements/styles/scroll-hint.ts";
import type { Option } from "./facts/option.ts";
import "./elements/settings/holidays-field.ts";
import { SettingEvent } from "./elements/settings/setting-event.ts";
import type { SettingRow } from "./elements/settings/setting-row.ts";
import "./elements/settings/setting-row.ts";
import "./elements/settings/text-list.ts";
import { type NamedSetting, settingGroups } from "./facts/setting-search.ts";
import { groupName } from "./facts/setting-text.ts";
import { type SpeakerTold, speakerOptions } from "./facts/speaker-options.ts";
import type { timeZones } from "./facts/time-zones.ts";
import { ask } from "./link/ask.ts";
import { SettingsDesk } from "./link/settings-desk.ts";
import { SignedIn } from "./link/signed-in.ts";
import { untilHad } from "./link/until-had.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { settingsStyles } from "./styles/settings-styles.ts";
import { whenIdle } from "./when-idle.ts";
import { adminWords } from "./words/admin-words.ts";
import { settingsWords } from "./words/settings-words.ts";

/** Quieter than the kiosk: its weather stays at dusk. */
const DUSK: Affect = { valence: -0.2, arousal: -0.3 };
const BACKUPS = "Backups";
const SOUND = "Sound";
/** What holds from the next start here, somebody waits for. */
const NETWORK = "Network";
/** The same each time: a row that is drawn anew forgets what is half typed in it. */
const NONE: readonly string[] = [];
/** A group whose head is as near to the upper edge as this is the one that is read. */
const AHEAD_PX = 60;
/** After the last key, how many were found is told to whoever does not see it. */
const TYPED_MS = 800;

/** The owner's settings, drawn from the daemon's schema. */
@customElement("mien-settings")
export class MienSettings extends LitElement {
  @state() private search = "";
  @state() private said: Said | null = null;
  /** The group that is read now; null before somebody scrolls. */
  @state() private reading: string | null = null;
  @state() private speakers: readonly SpeakerTold[] | null = null;
  /** Null before the list is there: until then what holds is all of it. */
  @state() private zones: typeof timeZones | null = null;
  @state() private speakersFault: string | null = null;
  /** Somebody has searched, and typed on no more: how many were found is told. */
  @state() private counts = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  @query(".settings") private list!: HTMLElement | null;
  #shown = false;
  readonly #desk = new SettingsDesk(this);
  /** No field is barred to whom is no admin: a change asks them to sign in, and goes on when they have. */
  readonly #signedIn = new SignedIn({ host: this, changed: () => this.#askAgain() });
  readonly #door = new PeopleDoor(this);
  readonly #language = new OwnerLanguage(this, () => settingsWords.title);

  static override styles = [baseStyles, pageStyles, chipStyles, scrollHint(".settings"), settingsStyles];

  constructor() {
    super();
    scrollsByKeys(this, () => this.list);
    this.addEventListener(SettingEvent.type, (event) => {
      void this.#set(event as SettingEvent);
    });
    this.addEventListener("mien-restarted", () => {
      void this.#desk.load();
      void this.renderRoot.querySelector("https-note")?.look?.();
    });
    this.addEventListener(SaidEvent.type, (event) => {
      const { text, kind, undo } = event as SaidEvent;
      this.said = { text, kind, undo };
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#named);
    void this.#askSpeakers();
    // Far down the page, or told by the daemon later anyway: nobody waits for them at the start.
    whenIdle(() => {
      void untilHad(() => import("./elements/settings/point-field.ts"));
      void untilHad(() => import("./elements/settings/backup-panel.ts"));
      void untilHad(() => import("./elements/settings/guest-page-note.ts"));
      void untilHad(() => import("./elements/settings/https-note.ts"));
      void untilHad(() => import("./elements/restart-button.ts"));
      void this.#fetchZones();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#named);
    clearTimeout(this.#typing);
  }

  protected override willUpdate(): void {
    this.#desk.follow(this.#signedIn.isAdmin);
    const languages = this.#desk.value("screenLanguages") as Settings["screenLanguages"] | undefined;
    this.#language.follow(languages, this.#signedIn.atKiosk);
  }

  protected override updated(): void {
    void this.#showNamed();
  }

  protected override render() {
    const { title, search } = settingsWords;
    const { session, isAdmin, known } = this.#signedIn;
    const groups = settingGroups(this.#desk.settings ?? [], this.search);
    return html`
      <mood-weather .affect=${DUSK}></mood-weather>
      <div class="veil"></div>
      <main>
        <header>
          <page-ways current="settings" .offered=${this.#language.offered}></page-ways>
          <h1>${title}</h1>
          <input
            type="search"
            data-testid="search"
            autocomplete="off"
            spellcheck="false"
            ?disabled=${this.#desk.settings === null}
            maxlength="100"
            .value=${this.search}
            placeholder=${search}
            aria-label=${search}
            @input=${this.#searched}
          />
          <p class="visually-hidden" role="status" data-testid="found">${this.counts ? this.#found(groups) : nothing}</p>
          ${groups.length === 0 ? nothing : this.#jump(groups)}
          <div class="ways"><button class="who" data-testid="who" @click=${this.#door.open}>
              <span dir="auto">${session.person?.name ?? adminWords.signIn}</span>
            </button>
          </div>
        </header>
        <nav aria-label=${settingsWords.groups}>
          ${groups.map(
            ({ group }, index) => html`<button
              data-testid="to-${group}"
              aria-current=${this.#reads(group, index) ? "true" : nothing}
              @click=${() => this.#show(group)}
            >
              ${groupName(group)}
            </button>`,
          )}
        </nav>
        <div class="settings" tabindex="0" role="region" aria-label=${title} @scroll=${this.#scrolled}>
          ${isAdmin ? nothing : known ? this.#mayNot() : this.#unknown()}
          ${this.#list(groups)}
        </div>
      </main>
      <people-dialog
        .signedIn=${this.#signedIn}
        .session=${session}
        .home=${this.#desk.value("stands") === "home"}
      ></people-dialog>
      <said-toast .said=${this.said} @mien-forgotten=${() => this.#say(null)}></said-toast>
    `;
  }

  /** On a phone, in the place of the list beside. */
  #jump(groups: ReturnType<typeof settingGroups>) {
    return html`<select
      class="jump"
      aria-label=${settingsWords.groups}
      @change=${(event: Event) => this.#show((event.target as HTMLSelectElement).value)}
    >
      ${groups.map(
        ({ group }, index) =>
          html`<option value=${group} ?selected=${this.#reads(group, index)}>${groupName(group)}</option>`,
      )}
    </select>`;
  }

  #list(groups: ReturnType<typeof settingGroups>) {
    const { failure, settings } = this.#desk;
    const { failed, loading, none } = settingsWords;
    if (failure !== null)
      return html`<div class="note">${failedNote(failure, () => this.#desk.load(), failed)}</div>`;
    if (settings === null) return html`<p class="note" role="status">${loading}</p>`;
    if (groups.length === 0) return html`<p class="note">${none}</p>`;
    return repeat(
      groups,
      ({ group }) => group,
      ({
        group,
        settings: found,
      }) => html`<section class="group" data-group=${group} tabindex="-1" aria-label=${groupName(group)}>
        <h2>${groupName(group)}</h2>
        <div class="rows">
          ${repeat(
            found,
            ({ name }) => name,
            (setting) => this.#row(setting),
          )}
          ${
            group === SOUND && this.speakersFault !== null
              ? failedNote(this.speakersFault, () => this.#askSpeakers(), settingsWords.noSpeakers)
              : nothing
          }
          ${group === BACKUPS ? html`<backup-panel></backup-panel>` : nothing}
        </div>
      </section>`,
    );
  }

  /** On, and the daemon has heard of it. */
  #holds(name: string): boolean {
    const state = this.#desk.outcome(name)?.state;
    return this.#desk.value(name) === true && state !== "saving" && state !== "refused";
  }

  #row(setting: NamedSetting) {
    const { name } = setting;
    const desk = this.#desk;
    return html`<setting-row
      data-setting=${name}
      .setting=${setting}
      .value=${desk.value(name)}
      .outcome=${desk.outcome(name)}
      .options=${this.#options(setting)}
      .isDefault=${desk.isDefault(setting)}
      .overridden=${desk.overridden.includes(name)}
      .inForce=${desk.inForce(name)}
      .withheld=${desk.withheld.includes(name)}
      .notThere=${name === "musicFolders" ? desk.notThere : NONE}
    >
      ${
        name === "guestPage"
          ? html`<guest-page-note
              .wanted=${this.#holds("guestPage")}
              .openToNetwork=${desk.value("openToNetwork") === true}
              .way=${desk.settings?.find((each) => each.name === "openToNetwork") ?? null}
              @mien-way=${this.#named}
            ></guest-page-note>`
          : nothing
      }
      ${
        name === "httpsPort"
          ? html`<https-note .openToNetwork=${this.#holds("openToNetwork")}></https-note>`
          : nothing
      }
      ${
        name === "cardReaders"
          ? html`<p class="way"><a href="/people" data-testid="to-cards">${settingsWords.toCards}</a></p>`
          : nothing
      }
      ${name === this.#lastAwaiting ? html`<restart-button></restart-button>` : nothing}
    </setting-row>`;
  }

  /** One button for all that hold from the next start, below the last of them. */
  get #lastAwaiting(): string | undefined {
    const { settings, awaitsRestart } = this.#desk;
    return settings?.findLast(({ name, schema }) => schema.group === NETWORK && awaitsRestart.includes(name))
      ?.name;
  }

  /** Of what can be known beforehand, with the value that holds among it. */
  #options({ name }: NamedSetting): readonly Option[] | null {
    const value = this.#desk.value(name);
    if (name === "timeZone") return this.#zoneOptions(typeof value === "string" ? value : null);
    if (name !== "output" || this.speakers === null || typeof value !== "string") return null;
    return speakerOptions(this.speakers, value);
  }

  #zoneOptions(value: string | null): readonly Option[] {
    const held = value === null ? [] : [{ value, text: value }];
    return [{ value: "", text: settingsWords.machineTime }, ...(this.zones?.(value) ?? held)];
  }

  async #fetchZones(): Promise<void> {
    this.zones = (await untilHad(() => import("./facts/time-zones.ts"))).timeZones;
  }

  readonly #searched = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.reading = null;
    this.counts = false;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.counts = this.search.trim() !== "";
    }, TYPED_MS);
  };

  #found(groups: ReturnType<typeof settingGroups>): string {
    const settings = groups.reduce((sum, group) => sum + group.settings.length, 0);
    return settings === 0 ? settingsWords.none : settingsWords.found(settings);
  }

  #reads(group: string, index: number): boolean {
    return this.reading === null ? index === 0 : this.reading === group;
  }

  /** A note leads to another setting, whatever was searched for. */
  readonly #named = (): void => {
    this.#shown = false;
    this.search = "";
    this.counts = false;
    this.requestUpdate();
  };

  /** Somebody came for one setting, by its name in the address: once its row is there. */
  async #showNamed(): Promise<void> {
    const name = location.hash.slice(1);
    if (this.#shown || name === "" || this.#desk.settings === null) return;
    // Its field is another one once the speakers are known.
    if (name === "output" && this.speakers === null && this.speakersFault === null) return;
    this.#shown = true;
    const row = this.list?.querySelector<SettingRow>(`[data-setting="${CSS.escape(name)}"]`);
    if (row === null || row === undefined) return;
    await row.updateComplete;
    this.list?.scrollTo({ top: row.offsetTop - AHEAD_PX });
    row.renderRoot
      .querySelector<HTMLElement>(".field :is(input, select, button, textarea)")
      ?.focus({ preventScroll: true });
  }

  readonly #scrolled = (): void => {
    const { list } = this;
    if (list === null) return;
    const sections = [...list.querySelectorAll<HTMLElement>("[data-group]")];
    const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 2;
    const begun = sections.filter(({ offsetTop }) => offsetTop <= list.scrollTop + AHEAD_PX);
    this.reading = (isAtEnd ? sections : begun).at(-1)?.dataset.group ?? null;
  };

  #show(group: string): void {
    const section = this.list?.querySelector<HTMLElement>(`[data-group="${group}"]`);
    // Not `scrollIntoView`, which moves the page as well.
    this.list?.scrollTo({ top: section?.offsetTop ?? 0 });
    // Whoever goes on by Tab is in that group then, and hears which one it is.
    (section ?? this.list)?.focus({ preventScroll: true });
  }

  #say(said: Said | null): void {
    this.said = said;
  }

  /** Who sits before it could not be asked. */
  #unknown() {
    const { failure } = this.#signedIn;
    if (failure === null) return nothing;
    return html`<div class="note">${failedNote(failure, () => this.#signedIn.refresh())}</div>`;
  }

  #mayNot() {
    const { fromAfar, signInToChange: first } = settingsWords;
    const byPin = this.#signedIn.adminByPin;
    return html`<div class="note" data-testid="afar">${signInNote({ byPin, first, fromAfar, open: this.#door.openForAdmin })}</div>`;
  }

  async #set({ setting, to }: SettingEvent): Promise<void> {
    await (to === null ? this.#desk.reset(setting) : this.#desk.change(setting, to.value));
    // The copies that were made are listed below it.
    if (setting.name === "backupFolder") this.#askAgain();
  }

  /** What only an admin is told, or lies elsewhere by now. */
  #askAgain(): void {
    this.renderRoot.querySelector("backup-panel")?.look?.();
  }

  async #askSpeakers(): Promise<void> {
    const answer = await ask<{ outputs: readonly SpeakerTold[] }>("/api/outputs");
    this.speakersFault = answer.ok ? null : answer.reason;
    if (answer.ok) this.speakers = answer.value.outputs;
  }
}
