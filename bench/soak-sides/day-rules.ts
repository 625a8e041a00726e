import type { Appliance } from "../../src/daemon/appliance.ts";
import type { FakeOutput } from "../../src/player/testing-output.ts";
import type { Pick } from "../../src/protocol/music.ts";

/** Watches the appliance beside its own rules, by reckoning of this bench's own. */
export class DayRules {
  readonly figures = {
    songs: 0,
    longestSilenceMs: 0,
    openedLateMsMax: 0,
    closedLateMsMax: 0,
    outOfRangeMsMax: 0,
    restsBroken: 0,
    restsWidened: 0,
  };
  readonly #appliance: Appliance;
  readonly #output: FakeOutput;
  readonly #restMs: number;
  readonly #heardAt = new Map<string, number>();
  #opened = false;
  #silentMs = 0;
  #openLateMs = 0;
  #closedMs = 0;
  #outOfRangeMs = 0;

  constructor(options: { appliance: Appliance; output: FakeOutput; restMs: number }) {
    this.#appliance = options.appliance;
    this.#output = options.output;
    this.#restMs = options.restMs;
    options.appliance.player.on((event) => event.type === "began" && this.#began(event.pick));
  }

  /** The store is still asked for what plays, for what follows, or for what comes after a fade. */
  get isWaiting(): boolean {
    const { state, queue } = this.#appliance.player;
    if (state.intended !== "playing") return false;
    return state.actual.state !== "playing" || queue.length === 0 || !this.#sounds;
  }

  look(stepMs: number): void {
    const [open, sounds] = [isOpen(new Date(Date.now())), this.#sounds];
    if (!open) {
      this.#opened = false;
      this.#silentMs = 0;
      this.#openLateMs = 0;
      this.#closedMs = sounds ? this.#closedMs + stepMs : 0;
    } else if (sounds) {
      this.#opened = true;
      this.#silentMs = 0;
      this.#closedMs = 0;
    } else if (this.#opened) this.#silentMs += stepMs;
    else this.#openLateMs += stepMs;
    const { volume } = this.#appliance.player.state;
    const { floor, ceiling } = this.#appliance.hours.range;
    // A climb begins below the floor on purpose.
    const outside = sounds && (volume > ceiling + 0.006 || volume < floor / 2);
    this.#outOfRangeMs = outside ? this.#outOfRangeMs + stepMs : 0;
    const most = (
      name: "longestSilenceMs" | "openedLateMsMax" | "closedLateMsMax" | "outOfRangeMsMax",
      ms: number,
    ) => {
      this.figures[name] = Math.max(this.figures[name], ms);
    };
    most("longestSilenceMs", this.#silentMs);
    most("openedLateMsMax", this.#openLateMs);
    most("closedLateMsMax", this.#closedMs);
    most("outOfRangeMsMax", this.#outOfRangeMs);
  }

  get #sounds(): boolean {
    const { running, playing, paused, faded } = this.#output;
    return running && playing !== null && !paused && !faded;
  }

  #began({ item, reasons }: Pick): void {
    this.figures.songs += 1;
    if (item.kind !== "track") return;
    const before = this.#heardAt.get(item.track.id);
    this.#heardAt.set(item.track.id, Date.now());
    if (before === undefined || Date.now() - before >= this.#restMs) return;
    if (reasons.some((reason) => reason.kind === "widened" && reason.rule === "rest"))
      this.figures.restsWidened += 1;
    else this.figures.restsBroken += 1;
  }
}

/** As the bench's opening hours say: 8 to 14 and 15 to 23. */
function isOpen(now: Date): boolean {
  const hour = now.getHours();
  return (hour >= 8 && hour < 14) || (hour >= 15 && hour < 23);
}
