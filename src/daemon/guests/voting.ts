import { uuidv7 } from "uuidv7";
import type { GuestsState, PhoneRefusal } from "../../protocol/guests.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Id } from "../../protocol/time.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { songOn } from "../music/pick-facts.ts";
import type { Phones } from "./phones.ts";
import type { RequestFeedOptions } from "./request-feed.ts";
import { SkipVote } from "./skip-vote.ts";

export interface VotingOptions {
  phones: { [Part in "awake" | "has"]: Phones[Part] };
  settings: () => Settings;
  player: RequestFeedOptions["player"];
  skipSong: (pick: Pick, by: { kind: "guest"; sessionId: Id }) => Promise<void>;
  onChange: () => void;
  clock: Clock;
  log: Log;
}

/** The vote about the song that plays, among the phones that are here, and what comes of it. */
export class Voting {
  readonly #options: VotingOptions;
  readonly #vote = new SkipVote();
  #lastSkip: GuestsState["lastSkip"] = null;

  constructor(options: VotingOptions) {
    this.#options = options;
  }

  get lastSkip(): GuestsState["lastSkip"] {
    return this.#lastSkip;
  }

  get tally() {
    const { guestVoteShare, guestVoteLeast } = this.#options.settings();
    return this.#vote.tally(this.#options.phones.awake, { share: guestVoteShare, least: guestVoteLeast });
  }

  has(guest: Id): boolean {
    return this.#vote.has(guest);
  }

  /** Before phones are hung up on: as fewer stay, the votes would be enough. */
  settingsChanged(): void {
    if (!this.#isOn) this.#vote.clear();
  }

  /** Another song may be on. */
  look(): void {
    this.#vote.about(songOn(this.#options.player().state)?.id ?? null);
  }

  /** Null when it counts. */
  async vote(guest: Id, pick: Id, wants: boolean): Promise<PhoneRefusal | null> {
    if (!this.#isOn) return { because: "off" };
    const { intended, actual } = this.#options.player().state;
    if (intended === "closed") return { because: "closed" };
    if (actual.state !== "playing" || actual.pick.id !== pick) return { because: "over" };
    // A cookie alone is nobody who is here.
    if (wants && !this.#options.phones.has(guest)) return { because: "unknown" };
    if (wants) this.#vote.vote(guest, pick);
    else this.#vote.takeBack(guest);
    this.#options.onChange();
    await this.skipIfWanted();
    return null;
  }

  /** Also whoever puts the phone away may make the votes of the others enough. */
  async skipIfWanted(): Promise<void> {
    const { actual } = this.#options.player().state;
    const { votes, phones, passes } = this.tally;
    if (!this.#isOn || !passes || votes === 0 || actual.state !== "playing") return;
    const { pick } = actual;
    // Counted once: the votes are over before the song is.
    this.#vote.about(null);
    const title = pick.item.kind === "track" ? pick.item.track.title : pick.item.title;
    this.#lastSkip = { pick: pick.id, title, votes, phones, at: this.#options.clock.now() };
    this.#options.log.info({ votes, phones }, "phones voted to skip");
    this.#options.onChange();
    // Another id each time: nothing that is kept tells phones from each other.
    await this.#options.skipSong(pick, { kind: "guest", sessionId: uuidv7() });
  }

  get #isOn(): boolean {
    const { guestPage, guestVotes } = this.#options.settings();
    return guestPage && guestVotes;
  }
}
