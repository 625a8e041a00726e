import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Affect } from "../../../protocol/mood.ts";
import { type MoodColours, moodColours } from "../../facts/mood-colours.ts";
import type { Srgb } from "../../facts/oklab.ts";
import { becoming, distance, fieldsAt, PHASE_A_STEP, stepEveryMs } from "./mood-weather-course.ts";

/** Drawn this small and scaled up: the screen's size costs one picture put on it, and no gradient. */
const WIDTH = 96;
const HEIGHT = 60;

/** While another mood comes, as often as the eye takes for a fade. */
const FADING_MS = 50;
/** What is less far from the mood than that comes along with the next step. */
const NEAR = 8 / 255;

/** The weather before anything is known. */
const DUSK: Affect = { valence: 0, arousal: 0 };

/**
 * The colours behind everything: a small canvas that is drawn anew no oftener than every 0.7 s, as lively as the
 * mood is. `npm run bench -- screens` measures what it takes; docs/decisions/kiosk-page.md has what other ways took.
 */
@customElement("mood-weather")
export class MoodWeather extends LitElement {
  /** Null while no mood is known; the first one is there at once. */
  @property({ attribute: false }) affect: Affect | null = null;
  /** Where it is a room's. Behind an owner's tables it stands still, and everywhere for who wants nothing to move. */
  @property({ type: Boolean }) moving = false;
  @query("canvas") private canvas!: HTMLCanvasElement;
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)");
  #shown: MoodColours | null = null;
  #phase = 0;
  #drawnAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #running = false;

  static override styles = css`
    :host,
    canvas {
      position: fixed;
      inset: 0;
      z-index: -1;
      width: 100%;
      height: 100%;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#still.addEventListener("change", this.#changed);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#still.removeEventListener("change", this.#changed);
    this.#stop();
  }

  protected override render() {
    return html`<canvas width=${WIDTH} height=${HEIGHT} aria-hidden="true"></canvas>`;
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    // The daemon tells of the mood several times a second; what is hardly another comes along with the next step.
    if (this.#goes && this.#running && this.#shown && !far(this.#shown, this.#goal)) return;
    this.#stop();
    this.#draw();
  }

  get #goes(): boolean {
    return this.moving && !this.#still.matches;
  }

  get #goal(): MoodColours {
    return moodColours(this.affect ?? DUSK);
  }

  readonly #changed = (): void => this.requestUpdate();

  #stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  readonly #draw = (): void => {
    const now = performance.now();
    const { affect } = this;
    const [goal, goes] = [this.#goal, this.#goes];
    const everyMs = stepEveryMs((affect ?? DUSK).arousal);
    const sinceMs = Math.min(now - this.#drawnAt, everyMs);
    // What was drawn before any mood was known is not faded out of.
    const from = goes && affect !== null ? this.#shown : null;
    const shown = from === null ? goal : becoming(from, goal, far(from, goal) ? FADING_MS : sinceMs);
    this.#phase = goes ? this.#phase + (PHASE_A_STEP * sinceMs) / everyMs : 0;
    this.#drawnAt = now;
    this.#shown = affect === null ? null : shown;
    const context = this.canvas.getContext("2d", { alpha: false });
    if (context !== null) drawWeather(context, shown, this.#phase);
    this.#running = goes;
    if (!goes) return;
    const nextMs = far(shown, goal) ? FADING_MS : everyMs;
    // A page that nobody sees gets no frames: there it waits.
    this.#timer = setTimeout(() => {
      this.#frame = requestAnimationFrame(this.#draw);
    }, nextMs);
  };
}

function far(shown: MoodColours, goal: MoodColours): boolean {
  return distance(shown, goal) > NEAR;
}

function drawWeather(context: CanvasRenderingContext2D, colours: MoodColours, phase: number): void {
  context.resetTransform();
  context.fillStyle = rgb(colours.base, 1);
  context.fillRect(0, 0, WIDTH, HEIGHT);
  for (const { colour, x, y, radiusX, radiusY, fades } of fieldsAt(phase)) {
    const field = context.createRadialGradient(0, 0, 0, 0, 0, 1);
    for (const [at, left] of fades) field.addColorStop(at, rgb(colours[colour], left));
    context.fillStyle = field;
    context.setTransform(WIDTH * radiusX, 0, 0, HEIGHT * radiusY, WIDTH * x, HEIGHT * y);
    context.fillRect(-1, -1, 2, 2);
  }
  context.resetTransform();
  // Darker towards the ground, where most of the small words stand.
  const dusk = context.createLinearGradient(0, 0, 0, HEIGHT);
  for (const [at, left] of [
    [0, 0.02],
    [0.55, 0.14],
    [1, 0.5],
  ] as const)
    dusk.addColorStop(at, `rgb(18 10 16 / ${left})`);
  context.fillStyle = dusk;
  context.fillRect(0, 0, WIDTH, HEIGHT);
}

function rgb(colour: Srgb, left: number): string {
  const [red, green, blue] = colour.map((channel) => Math.round(channel * 255));
  return `rgb(${red} ${green} ${blue} / ${left})`;
}
