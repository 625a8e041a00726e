import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { AppState } from "../protocol/state.ts";
import type { Detection, Zone } from "../protocol/vision.ts";
import { AdminPage } from "./elements/admin/admin-page.ts";
import { baseStyles } from "./elements/styles/base-styles.ts";
import { adminPageStyles } from "./styles/admin-page-styles.ts";
import { cameraWords } from "./words/camera-words.ts";
import "./elements/kiosk/camera-switch.ts";
import "./elements/camera/camera-preview.ts";
import "./elements/camera/face-bars.ts";
import { SeenEvent } from "./elements/camera/seen-event.ts";
import { ZonesEvent } from "./elements/camera/zones-event.ts";
import { failedNote } from "./elements/failed-note.ts";
import { keepFocus } from "./elements/keep-focus.ts";
import { SettingEvent } from "./elements/settings/setting-event.ts";
import { chipStyles } from "./elements/styles/chip-styles.ts";
import { cameraView, photographsStandIn } from "./facts/camera-view.ts";
import { zoneLabel, zoneName } from "./facts/zone-label.ts";
import { MOST_ZONES } from "./facts/zones.ts";
import { fetched } from "./link/ask.ts";
import { SettingsDesk } from "./link/settings-desk.ts";
import { pageStyles } from "./styles/page-styles.ts";
import { settingsWords } from "./words/settings-words.ts";
import { words } from "./words/words.ts";

interface Devices {
  devices: readonly { source: string; name: string }[];
}

/** Which settings stand beside the picture, because it shows at once what they do. */
const READING = ["sensing", "cascade", "minFaceShare", "minConfidence", "observationsPerSecond"];
/** In the middle, where it is seen, and easily moved. */
const NEW_ZONE: Zone = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };

/** To aim the camera: what it sees, what is read in it, and what must not be read. */
@customElement("mien-camera")
export class MienCamera extends AdminPage {
  protected readonly way = "camera";
  @state() private faces: readonly Detection[] = [];
  /** The zones before each change, for the way back. */
  @state() private steps: readonly (readonly Zone[])[] = [];
  readonly #desk = new SettingsDesk(this);
  readonly #devices = new Task(this, {
    task: async (_, { signal }) => (await fetched<Devices>("/api/camera/devices", signal)).devices,
    args: () => [this.signedIn.isAdmin],
  });

  static override styles = [
    baseStyles,
    pageStyles,
    chipStyles,
    adminPageStyles,
    css`
      .aim {
        display: grid;
        grid-template-columns: minmax(0, 1.5fr) minmax(300px, 1fr);
        align-items: start;
        gap: var(--space-5);
      }
      .beside {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }
      .zones li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
      }
      /* What only speaks at times is there for screen readers all the time, and takes no room until then. */
      .zones p:empty {
        position: absolute;
      }
      .zones ul {
        display: grid;
        gap: var(--space-2);
      }
      .chips button,
      .zones button {
        min-height: 46px;
        padding: 0 18px;
        font-size: var(--text-s);
      }
      .rows {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr));
        gap: 0 var(--space-6);
      }
      camera-switch {
        --button-edge: 18px;
        justify-self: start;
        font-size: var(--text-s);
      }
      @media (max-width: 899px) {
        .aim {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    // The last box's button goes with its box.
    keepFocus(this);
    this.addEventListener(SeenEvent.type, (event) => {
      this.faces = (event as SeenEvent).seen?.detections ?? [];
    });
    this.addEventListener(ZonesEvent.type, (event) => this.#setZones((event as ZonesEvent).zones));
    this.addEventListener(SettingEvent.type, (event) => {
      const { setting, to } = event as SettingEvent;
      void (to === null ? this.#desk.reset(setting) : this.#desk.change(setting, to.value));
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The settings stand below the picture, which comes first.
    void import("./elements/settings/setting-row.ts");
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#desk.follow(this.signedIn.isAdmin);
  }

  protected get heading(): string {
    return cameraWords.title;
  }

  protected body(state: AppState | null) {
    const { camera } = state ?? { camera: null };
    const stands = String(this.#desk.value("stands") ?? "");
    const forbidden = cameraWords.forbidden[stands] ?? "";
    const { failure } = this.#desk;
    return html`
      ${
        failure === null
          ? nothing
          : html`<section class="panel">
              ${failedNote(failure, () => this.#desk.load(), settingsWords.failed)}
            </section>`
      }
      <div class="aim">
        <section class="panel" aria-label=${cameraWords.picture}>
          <camera-preview
            ?looking=${camera?.looking === true || camera?.resting === true}
            .instead=${forbidden || this.#why(state)}
            .zones=${this.#zones}
          ></camera-preview>
          <p class="soft">${cameraWords.told}</p>
          ${camera?.resting ? html`<p data-testid="resting">${cameraWords.closed}</p>` : nothing}
          ${forbidden ? html`<p>${cameraWords.whereSet}</p>` : nothing}
          ${
            camera === null || forbidden || photographsStandIn(camera)
              ? nothing
              : html`<camera-switch .wanted=${camera.wanted === "on"} .closesOnly=${camera.awaitsSetup}></camera-switch>`
          }
        </section>
        <div class="beside">
          <section class="panel">
            <h2>${cameraWords.faces.title}</h2>
            <face-bars .faces=${this.faces}></face-bars>
          </section>
          ${this.#zonesPanel()}
        </div>
      </div>
      ${this.#source()}
      <section class="panel">
        <h2>${cameraWords.reading}</h2>
        <div class="rows">${READING.map((name) => this.#row(name))}</div>
      </section>
    `;
  }

  #why(state: AppState | null): string {
    if (state === null) return cameraWords.starting;
    const view = cameraView(state.camera, state.health, this.link.phase === "open");
    return view === "closed" ? cameraWords.off : words.camera[view];
  }

  #zonesPanel() {
    const { zones } = cameraWords;
    const all = this.#zones;
    const outcome = this.#desk.outcome("blackout");
    return html`<section class="panel zones">
      <h2>${zones.title}</h2>
      <p class="soft">${zones.hint}</p>
      ${all.length === 0 ? html`<p>${zones.none}</p>` : nothing}
      <ul>
        ${all.map(
          (zone, index) => html`<li>
            <span title=${zoneLabel(index, zone)}>${zones.one(zoneName(index))}</span>
            <button
              aria-label=${zones.remove(zoneName(index))}
              data-testid="remove-zone-${index + 1}"
              @click=${() => this.#setZones(all.filter((_, at) => at !== index))}
            >
              ${zones.remove(zoneName(index))}
            </button>
          </li>`,
        )}
      </ul>
      <div class="chips">
        <button
          data-testid="add-zone"
          ?disabled=${this.#desk.settings === null || all.length >= MOST_ZONES}
          @click=${() => this.#setZones([...all, NEW_ZONE])}
        >
          ${zones.add}
        </button>
        <button data-testid="undo-zone" ?disabled=${this.steps.length === 0} @click=${this.#undo}>
          ${zones.undo}
        </button>
      </div>
      ${all.length >= MOST_ZONES ? html`<p>${zones.full}</p>` : nothing}
      <p role="status" data-testid="zones-saved">${outcome?.state === "saved" ? zones.saved : nothing}</p>
      <p role="alert" class="fault">${outcome?.state === "refused" ? outcome.reason : nothing}</p>
      <p class="soft">${zones.keys}</p>
    </section>`;
  }

  #source() {
    const { source } = cameraWords;
    const wanted = this.#desk.value("cameraSource");
    const found = this.#devices.value ?? [];
    const choices = [{ source: "auto", name: source.auto }, ...found];
    return html`<section class="panel">
      <h2>${source.title}</h2>
      <h3 id="devices">${source.devices}</h3>
      <div class="chips" role="group" aria-labelledby="devices">
        ${choices.map(
          (one) => html`<button
            data-testid="source-${one.source}"
            aria-pressed=${String(one.source === wanted)}
            @click=${() => this.#change("cameraSource", one.source)}
          >
            ${one.name}
          </button>`,
        )}
      </div>
      ${this.#devices.render({ error: (error) => failedNote(error, () => this.#devices.run()) })}
      ${this.#devices.value?.length === 0 ? html`<p class="soft">${source.none}</p>` : nothing}
      ${this.#row("cameraSource")}
    </section>`;
  }

  #row(name: string) {
    const setting = this.#desk.settings?.find((each) => each.name === name);
    if (setting === undefined) return nothing;
    return html`<setting-row
      data-setting=${name}
      .setting=${setting}
      .value=${this.#desk.value(name)}
      .outcome=${this.#desk.outcome(name)}
      .isDefault=${this.#desk.isDefault(setting)}
      .overridden=${this.#desk.overridden.includes(name)}
      .inForce=${this.#desk.inForce(name)}
      .withheld=${this.#desk.withheld.includes(name)}
    ></setting-row>`;
  }

  get #zones(): readonly Zone[] {
    return (this.#desk.value("blackout") as readonly Zone[] | undefined) ?? [];
  }

  #setZones(zones: readonly Zone[]): void {
    this.steps = [...this.steps, this.#zones];
    this.#change("blackout", zones);
  }

  readonly #undo = (): void => {
    const last = this.steps.at(-1);
    this.steps = this.steps.slice(0, -1);
    if (last !== undefined) this.#change("blackout", last);
  };

  #change(name: string, value: unknown): void {
    const setting = this.#desk.settings?.find((each) => each.name === name);
    if (setting !== undefined) void this.#desk.change(setting, value);
  }
}
