import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import type { Detection, Zone } from "../../../protocol/vision.ts";
import { PreviewWatch } from "../../link/preview-watch.ts";
import { cameraWords } from "../../words/camera-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { SeenEvent } from "./seen-event.ts";
import "./zone-layer.ts";

/** What the camera sees, with a box around each face that was found in it and the parts that are not read. */
@customElement("camera-preview")
export class CameraPreview extends LitElement {
  @property({ type: Boolean }) looking = false;
  @property({ attribute: false }) zones: readonly Zone[] = [];
  /** In its place while there is nothing to see. */
  @property() instead = "";
  @query("canvas") private canvas!: HTMLCanvasElement;
  #told: unknown = null;
  readonly #watch = new PreviewWatch({
    host: this,
    wanted: () => this.looking,
    draw: (picture) => this.#draw(picture),
  });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        overflow: hidden;
        aspect-ratio: var(--ratio, 4 / 3);
        border-radius: var(--radius-m);
        background: #120c10;
        color: #fff9f2;
      }
      canvas {
        display: block;
        width: 100%;
        height: 100%;
      }
      .face {
        position: absolute;
        border: 2px solid #fff9f2;
        border-radius: 6px;
        box-shadow: 0 0 0 1px rgb(18 12 16 / 0.7);
        pointer-events: none;
      }
      .face.unread {
        border-style: dashed;
      }
      .face span {
        position: absolute;
        inset: auto auto calc(100% + 4px) -2px;
        padding: 0 6px;
        border-radius: 4px;
        background: rgb(18 12 16 / 0.8);
        font-size: 14px;
        font-weight: 650;
      }
      /* Above it there is no room. */
      .face.high span {
        inset: calc(100% + 4px) auto auto -2px;
      }
      .instead {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: var(--space-4);
        text-align: center;
        text-wrap: balance;
        pointer-events: none;
      }
    `,
  ];

  protected override render() {
    const { seen, failure } = this.#watch;
    const empty = seen === null;
    const recording = seen !== null && seen.width === 0;
    const ratio = seen !== null && seen.width > 0 ? `--ratio: ${seen.width} / ${seen.height}` : "";
    const why = this.looking
      ? failure === null
        ? cameraWords.starting
        : failure || cameraWords.noPicture
      : this.instead;
    return html`<div class="frame" style=${ratio}>
      <canvas ?hidden=${empty} role="img" aria-label=${cameraWords.picture} width="640" height="480"></canvas>
      ${(seen?.detections ?? []).map((face, index) => faceBox(face, index))}
      ${
        empty
          ? html`<p class="instead" role="status"><bdi>${why}</bdi></p>`
          : html`<zone-layer .zones=${this.zones}></zone-layer>`
      }
      ${recording ? html`<p class="instead" role="status">${cameraWords.recording}</p>` : nothing}
    </div>`;
  }

  protected override updated(): void {
    const { seen } = this.#watch;
    if (seen === this.#told) return;
    this.#told = seen;
    if (seen === null) this.#clear();
    this.dispatchEvent(new SeenEvent(seen));
  }

  /** Nobody who comes to the page later finds the last picture in the hidden canvas. */
  #clear(): void {
    const { canvas } = this;
    canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
  }

  #draw(picture: ImageBitmap): void {
    const { canvas } = this;
    if (canvas.width !== picture.width || canvas.height !== picture.height)
      Object.assign(canvas, { width: picture.width, height: picture.height });
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    picture.close();
  }
}

/** A face as near to the upper edge has its number below. */
const HIGH = 0.12;

function faceBox({ box, reading }: Detection, index: number) {
  const place = `left:${box.x * 100}%;top:${box.y * 100}%;width:${box.width * 100}%;height:${box.height * 100}%`;
  const how = classMap({ face: true, unread: !("probs" in reading), high: box.y < HIGH });
  return html`<div class=${how} style=${place}>
    <span aria-hidden="true">${index + 1}</span>
  </div>`;
}
