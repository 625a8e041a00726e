import type { PlayerEvent } from "../../player/player.ts";
import type { PlayerState, TrackEnd } from "../../protocol/music.ts";

/** What has happened since the daemon was started. Only grows. */
export class Counts {
  /** Songs that began, by who chose them. */
  readonly picks = { picker: 0, person: 0 };
  readonly plays = new Map<TrackEnd["how"], number>();
  playerRestarts = 0;
  #wasRecovering = false;

  hear(event: PlayerEvent, { actual }: PlayerState): void {
    if (event.type === "began") this.picks[event.pick.draw === null ? "person" : "picker"]++;
    if (event.type === "ended") this.plays.set(event.end.how, (this.plays.get(event.end.how) ?? 0) + 1);
    const recovering = actual.state === "recovering";
    if (recovering && !this.#wasRecovering) this.playerRestarts++;
    this.#wasRecovering = recovering;
  }
}
