import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Command } from "../protocol/messages.ts";
import type { TouchSheet } from "./elements/kiosk/touch-sheet.ts";
import type { SongTaste } from "./elements/song-taste.ts";
import { cameraTap } from "./facts/camera-tap.ts";
import { photographsStandIn } from "./facts/camera-view.ts";
import { keyCommand } from "./facts/key-command.ts";
import { keySetting } from "./facts/key-setting.ts";
import { type KeyAction, type KeyPlace, keyAction } from "./facts/keys.ts";
import { positionMs } from "./facts/position.ts";
import { currentPick, currentTrack, songView } from "./facts/song-view.ts";
import { undoable } from "./facts/undoable.ts";
import { daemonTime, type Picture } from "./link/link-state.ts";
import type { Touched } from "./touched.ts";

export interface KioskKeysOptions {
  /** Null before the first word of the daemon: until then no key means anything. */
  picture: () => Picture | null;
  touched: Touched;
  speaksAsOwner: () => boolean;
  mayOpenCamera: () => boolean;
  command: (command: Command) => void;
  /** Of the page as it is drawn; null while they are not there. */
  sheet: () => TouchSheet | null;
  taste: () => SongTaste | null;
  /** What opens the page, and has the focus once it rests again. */
  hint: () => HTMLElement | null;
}

/** Keys do on the kiosk what a finger does; `facts/keys.ts` says which does what. */
export class KioskKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: KioskKeysOptions;
  /** The volume before it was muted. */
  #volumeBefore = 0.5;

  constructor(host: ReactiveControllerHost, options: KioskKeysOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#key);
    window.addEventListener("keydown", this.#used, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#key);
    window.removeEventListener("keydown", this.#used, { capture: true });
  }

  readonly #used = (event: KeyboardEvent): void => {
    if (event.isTrusted) keySetting.use();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { touched } = this.#options;
    const picture = this.#options.picture();
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || picture === null) return;
    const action = keyAction(event.key, keyPlace(event), keySetting.on);
    if (action === null || (event.repeat && action.do !== "seek" && action.do !== "volume")) return;
    event.preventDefault();
    if (action.do === "rest") {
      this.#rest();
      return;
    }
    touched.wake();
    if (action.do === "dial") void this.#atTheSheet((sheet) => sheet.focusDial());
    else if (action.do === "pick") void this.#atTheSheet((sheet) => sheet.askAbout(action.index));
    else if (action.do === "favourite") void this.#like();
    else this.#command(action, picture);
  };

  #rest(): void {
    const { touched, hint } = this.#options;
    if (!touched.now) return;
    touched.rest();
    // What had the focus is gone.
    void this.#host.updateComplete.then(() => hint()?.focus());
  }

  #command(action: KeyAction, picture: Picture): void {
    const { speaksAsOwner, command: send } = this.#options;
    const { player, camera, volumeRange } = picture.state;
    if (action.do === "camera" && photographsStandIn(camera)) return;
    if (action.do === "mute" && player.volume > volumeRange.floor) this.#volumeBefore = player.volume;
    const pick = currentPick(player);
    const durationMs = pick ? songView(pick).durationMs : 0;
    const now = performance.now();
    const command = keyCommand(action, {
      playing: player.intended === "playing",
      volume: player.volume,
      floor: volumeRange.floor,
      volumeBefore: this.#volumeBefore,
      cameraWanted: camera.wanted === "on",
      mayOpenCamera: this.#options.mayOpenCamera(),
      durationMs,
      positionMs: positionMs(picture.position, player.actual.state === "playing", durationMs, now),
      track: currentTrack(player)?.id ?? null,
      corrected: undoable(picture.state, speaksAsOwner(), daemonTime(picture.clock, now))?.id ?? null,
    });
    if (command?.do === "setVolume") void this.#atTheSheet((sheet) => sheet.moveVolumeTo(command.volume));
    else if (command?.do === "switchCamera") {
      const tapped = cameraTap(camera.wanted === "on", now);
      if (tapped) send(tapped);
    } else if (command) send(command);
  }

  async #like(): Promise<void> {
    await this.#host.updateComplete;
    await this.#options.taste()?.toggle("favourite");
  }

  /** The sheet may only just have been asked for. Where it is there it acts at once: the next key may be an answer. */
  async #atTheSheet(act: (sheet: TouchSheet) => void): Promise<void> {
    const { sheet } = this.#options;
    if (!sheet()?.hasUpdated || sheet()?.waiting) {
      await import("./elements/kiosk/touch-sheet.ts");
      await this.#host.updateComplete;
      await sheet()?.updateComplete;
    }
    const there = sheet();
    if (there) act(there);
  }
}

function keyPlace(event: Event): KeyPlace {
  const at = event.composedPath()[0];
  if (!(at instanceof HTMLElement)) return "page";
  if (at instanceof HTMLButtonElement) return "button";
  if (at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement || at.isContentEditable)
    return "text";
  if (at instanceof HTMLInputElement && at.type !== "range") return "text";
  return at instanceof HTMLInputElement || at.getAttribute("role") === "slider" ? "slider" : "page";
}
