import {
  elapse,
  enterRoom,
  letCameraLead,
  type MoodSettings,
  observe,
  type RoomState,
  setMood,
} from "../../mood/room.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Observation } from "../../protocol/vision.ts";
import { waysAt } from "../../recommend/ways.ts";
import type { Clock } from "../clock.ts";

const TICK_MS = 1_000;

/** Keeps the room's mood: hands observations and the passing of time to the pure functions of `mood`. */
export class RoomKeeper {
  readonly #clock: Clock;
  readonly #settings: () => Settings;
  readonly #onChange: (state: RoomState, before: RoomState, givenBack: boolean) => void;
  #state: RoomState;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    clock: Clock;
    settings: () => Settings;
    onChange: (state: RoomState, before: RoomState, givenBack: boolean) => void;
  }) {
    this.#clock = options.clock;
    this.#settings = options.settings;
    this.#onChange = options.onChange;
    this.#state = enterRoom(this.#moodSettings().usual, this.#moment());
  }

  get state(): RoomState {
    return this.#state;
  }

  start(): void {
    this.#timer = setInterval(
      () => this.#become(elapse(this.#state, this.#moment(), this.#moodSettings())),
      TICK_MS,
    );
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  see(observation: Observation): void {
    this.#become(observe(this.#state, observation.detections, this.#moment(), this.#moodSettings()));
  }

  /** A person says how it should be. Without a time it holds for as long as the owner lets the dial. */
  overrule(affect: Affect, forMs = this.#settings().dialHoldSeconds * 1_000): void {
    this.#become(setMood(this.#state, affect, this.#clock.now() + forMs, this.#moment()));
  }

  /** Somebody takes their word on the dial back. */
  letCameraLead(): void {
    this.#become(letCameraLead(this.#state, this.#moment(), this.#moodSettings()), true);
  }

  #become(next: RoomState, givenBack = false): void {
    const before = this.#state;
    this.#state = next;
    this.#onChange(next, before, givenBack);
  }

  #moment() {
    return { now: this.#clock.now(), monotonic: this.#clock.monotonic() };
  }

  #moodSettings(): MoodSettings {
    const settings = this.#settings();
    const { moodHalfLifeMs, moodDwellMs, moodHoldMs, moodFadeMs } = settings;
    return {
      halfLifeMs: moodHalfLifeMs,
      dwellMs: moodDwellMs,
      holdMs: moodHoldMs,
      fadeMs: moodFadeMs,
      usual: waysAt(settings, this.#clock.now()).usualMood,
    };
  }
}
