import { uuidv7 } from "uuidv7";
import type { Player } from "../../player/player.ts";
import { Serial } from "../../player/serial.ts";
import { distance } from "../../protocol/circumplex.ts";
import type { Pick, Track } from "../../protocol/music.ts";
import { artistKey } from "../../protocol/name-keys.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Correction } from "../../protocol/state.ts";
import type { EpochMs, Id } from "../../protocol/time.ts";
import { byOneOf } from "../../recommend/rules.ts";
import { reachOf, type Target } from "../../recommend/target.ts";
import { movedAway } from "../../recommend/wrong-mood.ts";
import type { BlockTarget } from "../../store/library-tables.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import { artistsOf, lineIn, songOn, trackIdOf, wasAskedFor } from "./pick-facts.ts";
import { type Remembered, StepsBack } from "./steps-back.ts";

export interface CorrectionsOptions {
  store: Store;
  player: () => Player;
  /** Where the music should be now. */
  target: () => Target;
  settings: () => Settings;
  /** In one line with what people ask for: a song that was allowed a moment ago is in the queue by then. */
  inLine: (work: () => Promise<void>) => Promise<void>;
  /** Ends this song where it is the one that plays; the next one knows what was corrected. */
  leave: (pick: Pick, by: Actor) => Promise<void>;
  /** What was taken away is to come after all, as the next one. */
  putBack: (pick: Pick) => Promise<void>;
  /** What suits is another now. */
  corrected: () => Promise<void>;
  /** Songs by this artist are wanted no more, or again: nobody waits for one who is not. */
  artistWanted: (artist: string, wanted: boolean) => void;
  /** Others are blocked, or until another time. */
  blocksChanged: () => void;
  clock: Clock;
  onChange: () => void;
}

/**
 * What people say of a song with one touch: that it is in the wrong mood, or not wanted here. What they say holds for
 * this place, at once: a guest's block for a while, the owner's for good, and a guest's "wrong mood" wherever the owner
 * has not said where the song stands. Answers why not, in words for a page, or null when it is done.
 */
export class Corrections {
  readonly steps: StepsBack;
  readonly #options: CorrectionsOptions;
  /** So that what each one finds is what the one before has left. */
  readonly #serial = new Serial();

  constructor(options: CorrectionsOptions) {
    this.#options = options;
    this.steps = new StepsBack({ clock: options.clock, onChange: options.onChange });
  }

  wrongMood(id: Id, by: Actor): Promise<string | null> {
    return this.#serial.run(() => this.#wrongMood(id, by));
  }

  block(id: Id, what: "song" | "artist", by: Actor): Promise<string | null> {
    return this.#serial.run(() => this.#blockTrack(id, what, by));
  }

  blockArtist(artist: string, by: Actor): Promise<void> {
    return this.#serial.run(() => this.#block({ artist }, null, by));
  }

  /** Whoever blocked it, and for however long. */
  allow(target: BlockTarget): Promise<void> {
    return this.#serial.run(async () => {
      await this.#options.store.library.block(target, false);
      this.#wanted(target, true);
      this.steps.forget(keyOf(target));
      this.#options.blocksChanged();
    });
  }

  /** Their files go: whoever hears one of them hears another song, and nobody waits for one any more. */
  withdraw(tracks: ReadonlySet<Id>, by: Actor): Promise<void> {
    return this.#serial.run(async () => {
      await this.#without((pick) => tracks.has(trackIdOf(pick) ?? ""), by);
    });
  }

  /** The newest of the guests' that is still shown, unless another one is named. */
  undo(id: Id | null, by: Actor): Promise<string | null> {
    return this.#serial.run(() => this.#undo(id, by));
  }

  async #wrongMood(id: Id, by: Actor): Promise<string | null> {
    const { library } = this.#options.store;
    const track = await library.track(id);
    if (track === null) return unknown;
    if (!this.#isSaidAlready(track)) {
      const said = await library.evidence(id);
      const point = said.find(({ from }) => from === "guest")?.point ?? null;
      await library.correct([id], movedAway(track.affect?.point ?? null, this.#options.target()), "guest");
      const notedOnly = said.some(({ from }) => from === "person");
      this.#remember({ kind: "wrong-mood", track, by, notedOnly, before: { track: id, point } });
    }
    this.steps.took(moodKey(id), await this.#without((pick) => trackIdOf(pick) === id, by));
    return null;
  }

  async #blockTrack(id: Id, what: "song" | "artist", by: Actor): Promise<string | null> {
    const track = await this.#options.store.library.track(id);
    if (track === null) return unknown;
    const [artist] = track.artists;
    if (what === "artist" && artist === undefined) return "This song names no artist.";
    await this.#block(what === "artist" && artist !== undefined ? { artist } : { track: id }, track, by);
    return null;
  }

  async #undo(id: Id | null, by: Actor): Promise<string | null> {
    const step = id === null ? this.steps.shown : this.steps.find(id);
    if (step === null) return "There is nothing to take back any more.";
    if (step.correction.by === "owner" && by.kind !== "owner") return "Only the owner can take this back.";
    if (!this.steps.leaveToNewer(step)) await this.#restore(step.before);
    this.#options.blocksChanged();
    await this.#options.player().requeue();
    // Whoever takes it back later finds other songs waiting: those are not put off for one of an hour ago.
    if (this.#options.clock.now() <= step.correction.until)
      for (const pick of step.cut.toReversed()) {
        await this.#options.putBack(pick);
        this.steps.cameBack(step.correction.id, pick);
      }
    // Only now: a store that fails on the way is told, and what is not back yet can be tried again.
    this.steps.remove(step.correction.id);
    await this.#options.corrected();
    return null;
  }

  async #restore(before: Remembered["before"]): Promise<void> {
    const { library } = this.#options.store;
    if ("point" in before) await library.correct([before.track], before.point, "guest");
    else {
      await library.block(before.target, false);
      if (before.blocked === null) this.#wanted(before.target, true);
      else await library.block(before.target, true, before.blocked.until);
    }
  }

  async #block(target: BlockTarget, track: Track | null, by: Actor): Promise<void> {
    const { store, settings, clock, blocksChanged } = this.#options;
    const blocked = await this.#blocked(target);
    // The owner's holds until it is taken back, and a guest's too where the owner wants it so.
    const hours = by.kind === "owner" ? null : settings().guestBlockHours;
    const until = hours === null ? null : clock.now() + hours * 3_600_000;
    await store.library.block(target, true, until);
    this.#wanted(target, false);
    const kind = "artist" in target ? "block-artist" : "block-song";
    const artist = "artist" in target ? target.artist : null;
    // Of two blocks the longer one counts: one that ends no later changes nothing, so there is nothing to take back.
    if (blocked === null || endsLater(until, blocked.until))
      this.#remember({ kind, track, artist, by, holdsUntil: until, before: { target, blocked } });
    blocksChanged();
    const byBlocked = byOneOf(artist === null ? [] : [artist]);
    const same = (pick: Pick) => "track" in target && trackIdOf(pick) === target.track;
    const cut = await this.#without((pick) => same(pick) || byBlocked(artistsOf(pick)), by);
    this.steps.took(keyOf(target), cut);
  }

  #wanted(target: BlockTarget, wanted: boolean): void {
    if ("artist" in target) this.#options.artistWanted(target.artist, wanted);
  }

  async #blocked(target: BlockTarget): Promise<{ until: EpochMs | null } | null> {
    const { tracks, artists } = await this.#options.store.library.blocks();
    const found =
      "track" in target
        ? tracks.find(({ id }) => id === target.track)
        : artists.find(({ name }) => artistKey(name) === artistKey(target.artist));
    return found ?? null;
  }

  /** A finger that touches twice says it once, and can take it back as a whole. */
  #isSaidAlready({ id, affect }: Track): boolean {
    const newest = this.steps.shown?.correction;
    if (newest?.kind !== "wrong-mood" || newest.track !== id) return false;
    const target = this.#options.target();
    return newest.notedOnly || (affect !== null && distance(affect.point, target.point) > reachOf(target));
  }

  /** Out of the queue, and no longer to be heard. Answers what of it was heard, or somebody had asked for. */
  async #without(unwanted: (pick: Pick) => boolean, by: Actor): Promise<readonly Pick[]> {
    const { player, leave, corrected, inLine } = this.#options;
    let cut: readonly Pick[] = [];
    await inLine(async () => {
      const { queue } = player();
      cut = lineIn(player()).filter(unwanted);
      // With none that was chosen by itself, one is being chosen, perhaps by what held a moment ago.
      if (queue.some(unwanted) || queue.every(wasAskedFor)) await player().drop(unwanted);
      const song = songOn(player().state);
      if (song !== null && unwanted(song)) await leave(song, by);
    });
    await corrected();
    return cut;
  }

  #remember(said: Said): void {
    const { kind, track, artist = null, by, holdsUntil = null, notedOnly = false, before } = said;
    this.steps.add({
      key: "point" in before ? moodKey(before.track) : keyOf(before.target),
      correction: {
        id: uuidv7(),
        kind,
        track: track?.id ?? null,
        title: track?.title ?? "",
        artist,
        by: by.kind === "owner" ? "owner" : "guest",
        holdsUntil,
        notedOnly,
      },
      before,
    });
  }
}

interface Said {
  kind: Correction["kind"];
  track: Track | null;
  artist?: string | null;
  by: Actor;
  holdsUntil?: EpochMs | null;
  notedOnly?: boolean;
  before: Remembered["before"];
}

const moodKey = (track: Id): string => `mood ${track}`;

function keyOf(target: BlockTarget): string {
  return "track" in target ? `block ${target.track}` : `block by ${artistKey(target.artist)}`;
}

/** Null is never. */
function endsLater(one: EpochMs | null, other: EpochMs | null): boolean {
  return other !== null && (one === null || one > other);
}

const unknown = "This song is not in the library any more.";
