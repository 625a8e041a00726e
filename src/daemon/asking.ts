import { uuidv7 } from "uuidv7";
import type { Player } from "../player/player.ts";
import type { Pick, PickReason, Track } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import type { Id } from "../protocol/time.ts";
import { folded } from "../recommend/rules.ts";
import type { Ways } from "../recommend/ways.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { trackIdOf, wasAskedFor } from "./pick-facts.ts";
import type { SixPicks } from "./six-picks.ts";

/** An evening's queue. */
const WAITING_AT_MOST = 20;

export type When = "now" | "next";

export interface AskingOptions {
  store: Store;
  player: () => Player;
  sixPicks: SixPicks;
  ways: () => Ways;
  clock: Clock;
}

/** Puts the songs that people ask for into the player. Answers why not, in words for a page, or null when it is done. */
export class Asking {
  readonly #options: AskingOptions;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  async playPick(id: Id, when: When, by: Actor): Promise<string | null> {
    const pick = this.#options.sixPicks.find(id);
    const track = trackIdOf(pick);
    if (pick === null || track === null)
      return "These six have changed meanwhile. Choose one of those that are there now.";
    return this.#play(track, when, by, pick.reasons);
  }

  playTrack(track: Id, when: When, by: Actor): Promise<string | null> {
    return this.#play(track, when, by, []);
  }

  async #play(id: Id, when: When, by: Actor, facts: readonly PickReason[]): Promise<string | null> {
    const { store, player, clock } = this.#options;
    const track = await store.library.track(id);
    if (track === null) return "This song is not in the library any more.";
    const refused =
      (await this.#unplayable(track)) ?? (await this.#notAllowed(track)) ?? this.#coming(track, when);
    if (refused !== null) return refused;
    const pick: Pick = {
      id: uuidv7(),
      item: { kind: "track", track },
      pickedAt: clock.now(),
      reasons: [{ kind: "asked", by }, ...facts],
      draw: null,
    };
    const same = (other: Pick) => trackIdOf(other) === id;
    if (player().queue.some(same)) await player().drop(same);
    if (when === "now") await player().playNow(pick, by);
    else await player().playNext(pick, by);
    return null;
  }

  async #unplayable({ id, unplayable }: Track): Promise<string | null> {
    if (unplayable !== null) return `This song can't be played: ${unplayable}`;
    const path = await this.#options.store.library.path(id);
    return path === null ? "The file of this song is not there at the moment." : null;
  }

  /** What the owner ruled out stays out, whoever asks. */
  async #notAllowed({ id, artists, explicit, affect }: Track): Promise<string | null> {
    const { allowExplicit, highestArousal } = this.#options.ways();
    if (explicit === true && !allowExplicit) return "Explicit songs are not played here at this hour.";
    if (affect !== null && affect.point.arousal > (highestArousal ?? 1))
      return "This song is too lively for these quiet hours.";
    const blocks = await this.#options.store.library.blocks();
    if (blocks.tracks.some((track) => track.id === id)) return "This song is blocked here.";
    const names = new Set(artists.map(folded));
    const blocked = blocks.artists.find((artist) => names.has(folded(artist)));
    return blocked === undefined ? null : `Songs by ${blocked} are blocked here.`;
  }

  #coming({ id }: Track, when: When): string | null {
    const { state, queue } = this.#options.player();
    if ("pick" in state.actual && trackIdOf(state.actual.pick) === id) return "This song is playing already.";
    if (when === "now") return null;
    const waiting = queue.filter(wasAskedFor);
    if (waiting.some((pick) => trackIdOf(pick) === id))
      return "Somebody has asked for this song already: it comes soon.";
    return waiting.length < WAITING_AT_MOST ? null : `${WAITING_AT_MOST} songs are waiting already.`;
  }
}
