import { uuidv7 } from "uuidv7";
import type { Player } from "../../player/player.ts";
import { Serial } from "../../player/serial.ts";
import type { Pick, PickReason, Track } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import type { Ways } from "../../recommend/ways.ts";
import { type Store, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { isWish, songOn, trackIdOf, wasAskedFor } from "./pick-facts.ts";
import type { SixPicks } from "./six-picks.ts";

/** An evening's queue. */
const WAITING_AT_MOST = 20;

export type When = "now" | "next";

/** Why a song was not queued: it plays or comes anyhow, too much waits just now, or it is not for here. */
export interface NotQueued {
  because: "coming" | "later" | "not-here";
  sentence: string;
}

export interface AskingOptions {
  store: Store;
  player: () => Player;
  sixPicks: SixPicks;
  ways: () => Ways;
  settings: () => Settings;
  clock: Clock;
  log: Log;
}

/** Puts the songs that people ask for into the player. Answers why not, in words for a page, or null when it is done. */
export class Asking {
  readonly #options: AskingOptions;
  /** So that of two touches the second one sees what came of the first, however long the player takes over it. */
  readonly #serial = new Serial();

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  async playPick(id: Id, when: When, by: Actor): Promise<string | null> {
    const pick = this.#options.sixPicks.find(id);
    const track = trackIdOf(pick);
    if (pick === null || track === null)
      return "These six have changed meanwhile. Choose one of those that are there now.";
    return refusalIn(this.#serial.run(() => this.#play(track, when, by, pick.reasons)));
  }

  playTrack(track: Id, when: When, by: Actor): Promise<string | null> {
    return refusalIn(this.#serial.run(() => this.#play(track, when, by, [])));
  }

  /** The same as the next one, for whoever wants to know what becomes of it: the pick that waits now, or why not. */
  queueTrack(track: Id, by: Actor): Promise<Pick | NotQueued> {
    return this.#serial.run(() => this.#play(track, "next", by, []));
  }

  /**
   * What was heard or asked for was taken away by a slip: it comes before all others, for the reasons that it had, and
   * however many wait. False where it may not be played now, is on already, or somebody asked for it since; that one comes
   * first then.
   */
  putBack(before: Pick): Promise<boolean> {
    return this.#serial.run(async () => {
      const { player, clock } = this.#options;
      const track = await this.#trackOf(before);
      if (track === null || this.#plays(track) || player().state.intended === "closed") return false;
      const waits = this.#asked.find((pick) => trackIdOf(pick) === track.id);
      if (waits !== undefined) await player().drop(({ id }) => id === waits.id);
      // Another pick: the one before has its end in the history.
      const again: Pick = {
        ...before,
        id: uuidv7(),
        item: { kind: "track", track },
        pickedAt: clock.now(),
        ...(isWish(before) ? {} : { broughtBack: true }),
      };
      await player().putBack(waits ?? again);
      return waits === undefined;
    });
  }

  /** It waited with the daemon before: the same pick, with its song as it is today. It was let in already, so it is again. */
  async waitAgain(pick: Pick): Promise<void> {
    const track = await this.#trackOf(pick);
    if (track === null || this.#plays(track)) return;
    if (this.#asked.some((other) => trackIdOf(other) === track.id)) return;
    await this.#options.player().playNext({ ...pick, item: { kind: "track", track } }, { kind: "system" });
  }

  /** Takes back that a song was asked for, while it waits. What was chosen by itself stays. */
  unqueue(pick: Id): Promise<string | null> {
    return this.#serial.run(async () => {
      const player = this.#options.player();
      if (!this.#asked.some(({ id }) => id === pick)) return "This song is not waiting any more.";
      await player.drop(({ id }) => id === pick);
      return null;
    });
  }

  /** In one line with what people ask for: what was allowed a moment ago is in the queue by then. */
  inLine(work: () => Promise<void>): Promise<void> {
    return this.#serial.run(work);
  }

  /** Takes out of the queue what may not be played any more, though somebody asked for it, and chooses what follows anew. */
  sift(): Promise<void> {
    return this.inLine(() => this.#sift());
  }

  async #play(id: Id, when: When, by: Actor, facts: readonly PickReason[]): Promise<Pick | NotQueued> {
    const { player, clock } = this.#options;
    const track = await this.#allowed(id);
    if (typeof track === "string") return { because: "not-here", sentence: track };
    const coming = this.#coming(track, when);
    if (coming !== null) return coming;
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
    return pick;
  }

  async #sift(): Promise<void> {
    const { player, log } = this.#options;
    const refused = new Set<Id>();
    try {
      for (const pick of this.#asked) {
        const track = trackIdOf(pick);
        if (track !== null && typeof (await this.#allowed(track)) === "string") refused.add(pick.id);
      }
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
    }
    await player().drop(({ id }) => refused.has(id));
  }

  get #asked(): readonly Pick[] {
    return this.#options.player().queue.filter(wasAskedFor);
  }

  /** As it is now; null where it is not to be played. */
  async #trackOf(pick: Pick): Promise<Track | null> {
    const id = trackIdOf(pick);
    const track = id === null ? null : await this.#allowed(id);
    return typeof track === "string" ? null : track;
  }

  /** The track, or why it is not to be played, whoever asks. */
  async #allowed(id: Id): Promise<Track | string> {
    const track = await this.#options.store.library.track(id);
    if (track === null) return "This song is not in the library any more.";
    return (await this.#unplayable(track)) ?? (await this.#notAllowed(track)) ?? track;
  }

  async #unplayable({ id, unplayable }: Track): Promise<string | null> {
    if (unplayable !== null) return `This song can't be played: ${unplayable}`;
    const path = await this.#options.store.library.path(id);
    return path === null ? "The file of this song is not there at the moment." : null;
  }

  async #notAllowed({ id, artists, explicit, affect }: Track): Promise<string | null> {
    const { allowExplicit, highestArousal } = this.#options.ways();
    if (explicit === true && !allowExplicit)
      return `Explicit songs are not played here${this.#isExplicitAtTimes ? " at this hour" : ""}.`;
    if (affect !== null && affect.point.arousal > (highestArousal ?? 1))
      return "This song is too lively for these quiet hours.";
    const blocks = await this.#options.store.library.blocks();
    const song = blocks.tracks.find((track) => track.id === id);
    if (song !== undefined) return `This song is ${outOf(song)}.`;
    const names = new Set(artists.map(artistKey));
    const artist = blocks.artists.find(({ name }) => names.has(artistKey(name)));
    return artist === undefined ? null : `Songs by ${artist.name} are ${outOf(artist)}.`;
  }

  get #isExplicitAtTimes(): boolean {
    const { allowExplicit, dayparts } = this.#options.settings();
    return allowExplicit || dayparts.some((daypart) => daypart.allowExplicit === true);
  }

  #plays({ id }: Track): boolean {
    return trackIdOf(songOn(this.#options.player().state)) === id;
  }

  #coming(track: Track, when: When): NotQueued | null {
    if (this.#plays(track)) return { because: "coming", sentence: "This song is playing already." };
    if (when === "now") return null;
    const waiting = this.#asked;
    // Nobody asked yet for what was brought back: whoever does now is not told that somebody did.
    if (waiting.some((pick) => isWish(pick) && trackIdOf(pick) === track.id))
      return { because: "coming", sentence: "Somebody has asked for this song already: it comes soon." };
    if (waiting.length < WAITING_AT_MOST) return null;
    return { because: "later", sentence: `${WAITING_AT_MOST} songs are waiting already.` };
  }
}

async function refusalIn(playing: Promise<Pick | NotQueued>): Promise<string | null> {
  const outcome = await playing;
  return "because" in outcome ? outcome.sentence : null;
}

/** A guest's block ends by itself. */
const outOf = ({ until }: { until: EpochMs | null }): string =>
  until === null ? "blocked here" : "not wanted here for a while";
