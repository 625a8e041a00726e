import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { PlayerEvent } from "../../player/player.ts";
import type {
  FoundSong,
  GuestsState,
  OfferedSong,
  PhoneOwn,
  PhoneRefusal,
  PhoneRoom,
  PhoneSong,
} from "../../protocol/guests.ts";
import type { MoodLabel } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Id, MonotonicMs } from "../../protocol/time.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { WAITS_AT_MOST_MS } from "../music/asked-keeper.ts";
import type { PutBack } from "../music/programme.ts";
import { comingSongs } from "./coming-songs.ts";
import { Evening } from "./evening.ts";
import { GuestBook } from "./guest-book.ts";
import { PhoneDoor } from "./phone-door.ts";
import { phoneRoom } from "./phone-room.ts";
import { PhoneSix, type PhoneSixOptions } from "./phone-six.ts";
import { Phones } from "./phones.ts";
import { RequestFeed, type RequestFeedOptions } from "./request-feed.ts";
import { type Request, RequestLine } from "./request-line.ts";
import { SongSearch, type SongSearchOptions } from "./song-search.ts";
import { Voting, type VotingOptions } from "./voting.ts";

/** How often what is old is forgotten, and the address looked at. */
const LOOK_EVERY_MS = 15_000;
/** A guest who was away for so long need not be told any more. */
const GONE_TOLD_FOR_MS = 3_600_000;
/** Of a page that is turned off; of the range that RFC 6455 leaves to applications. */
export const PAGE_OFF = 4_003;

export interface GuestsOptions {
  settings: () => Settings;
  /** The newest state, and to be told of each change; answers the undo. */
  state: () => AppState;
  follow: (changed: () => void) => () => void;
  store: SongSearchOptions["store"];
  request: SongSearchOptions["request"];
  toAskFor: PhoneSixOptions["toAskFor"];
  player: RequestFeedOptions["player"];
  turnWaits: RequestFeedOptions["turnWaits"];
  asking: RequestFeedOptions["asking"];
  skipSong: VotingOptions["skipSong"];
  /** Where it is noted what phones wait for, for the next daemon; nowhere unless told. */
  eveningFile?: string;
  onChange: () => void;
  clock: Clock;
  log: Log;
}

/**
 * What guests do with their own phones: ask for songs, by turns, and vote to skip. None of it is written to the disk, and
 * nothing tells which phone it was.
 */
export class Guests {
  readonly book: GuestBook;
  readonly phones: Phones;
  readonly search: SongSearch;
  readonly #options: GuestsOptions;
  readonly #line: RequestLine;
  readonly #feed: RequestFeed;
  readonly #six: PhoneSix;
  readonly #voting: Voting;
  /** What could not be played after all, until its guest asks for another one. */
  readonly #gone = new Map<Id, { id: Id; title: string; at: MonotonicMs }>();
  readonly #door: PhoneDoor;
  #unfollow: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #wasOn = false;
  #stopped = false;
  /** Null where it is open. */
  #closedSince: MonotonicMs | null = null;
  readonly #evening: Evening;

  constructor(options: GuestsOptions) {
    const { settings, clock } = options;
    this.#options = options;
    this.book = new GuestBook({
      monotonic: clock.monotonic,
      newId: uuidv7,
      newToken: () => randomBytes(16).toString("base64url"),
      perAddress: () => settings().guestPhonesPerAddress,
    });
    this.#line = new RequestLine({
      clock,
      newId: uuidv7,
      rules: () => ({ waiting: settings().guestWaiting, hourly: settings().guestHourly }),
    });
    const { book } = this;
    const isOn = () => this.isOn;
    this.#door = new PhoneDoor({ isOn, hostNames: () => settings().hostNames });
    this.#evening = new Evening({ ...options, path: options.eveningFile, book, line: this.#line, isOn });
    this.#feed = new RequestFeed({
      ...options,
      line: this.#line,
      spacing: () => settings().guestSpacing,
      onGone: (request) => this.#lost(request),
      onChange: () => this.#changed(),
    });
    this.search = new SongSearch({
      ...options,
      coming: () => comingSongs(options.player(), this.notHanded, clock.now()),
    });
    this.#six = new PhoneSix({
      search: this.search,
      clash: (song) => this.#line.clash(song),
      toAskFor: options.toAskFor,
      waiting: () => this.#line.waiting.map(({ song }) => song),
      isOpen: () => this.#askable === null,
      onChange: () => this.phones.look(),
      log: options.log,
    });
    this.phones = new Phones({
      room: () => this.#roomMessage(),
      own: (guest) => JSON.stringify({ type: "own", own: this.own(guest) }),
      onUse: (inUse) => {
        this.#unfollow();
        if (!inUse) this.#six.forget();
        this.#unfollow = inUse ? options.follow(() => this.phones.look()) : () => undefined;
      },
      onAwake: () => {
        this.#changed();
        void this.#voting.skipIfWanted();
      },
    });
    this.#voting = new Voting({ ...options, phones: this.phones, onChange: () => this.#changed() });
  }

  /** What the daemon before knew, once: before the first phone comes. */
  recall(): void {
    if (!this.#evening.recall()) return;
    this.#feed.comeBack();
    if (!this.#options.settings().guestRequests) this.#feed.clear();
  }

  start(): void {
    this.recall();
    this.#wasOn = this.isOn;
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** Resolves when the player and the store are asked nothing more. */
  async stop(): Promise<void> {
    // As it is now: the player closes, and nothing waits there any more.
    const noted = this.#evening.noteLast();
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#unfollow();
    this.phones.stop();
    await this.#feed.stop();
    await this.#six.stop();
    await noted;
  }

  /** From here on it is known what phones have to open. */
  opened(door: { port: number; openToNetwork: boolean }): void {
    this.#door.opened(door);
    this.look();
  }

  look(): void {
    this.book.look();
    this.#line.look();
    this.#evening.note();
    const now = this.#options.clock.monotonic();
    for (const [guest, { at }] of this.#gone) if (now - at >= GONE_TOLD_FOR_MS) this.#gone.delete(guest);
    this.#door.look();
    this.#lookAtHours();
    this.#feed.tend();
    this.#six.look();
    this.phones.look();
    this.#options.onChange();
  }

  settingsChanged(): void {
    const { guestRequests } = this.#options.settings();
    if (!this.isOn || !guestRequests) this.#giveUp();
    this.#voting.settingsChanged();
    if (this.#wasOn && !this.isOn) this.phones.closeAll(PAGE_OFF, "turned off");
    this.#wasOn = this.isOn;
    this.look();
    this.#changed();
    void this.#voting.skipIfWanted();
  }

  heed(event: PlayerEvent): void {
    if (this.#stopped) return;
    if (event.type === "began") this.phones.forgetLost();
    this.#voting.look();
    this.#feed.heed(event);
    this.#changed();
  }

  /** What waits and is not in the player's queue yet. */
  get notHanded(): readonly PhoneSong[] {
    return this.#line.notHanded.map(({ song }) => song);
  }

  /** Whether a phone asked for this pick. */
  askedFor(pick: Id): boolean {
    return this.#feed.isOurs(pick);
  }

  /** Taken away by a slip: it waits again as the first one, where its guest wants it still and may. */
  putBack({ id }: Pick): PutBack {
    if (!this.#feed.isOurs(id)) return "not-ours";
    const request = this.#askable === null ? this.#feed.putBack(id) : null;
    if (request === null) return "gone";
    this.#gone.delete(request.guest);
    this.#changed();
    return "waits";
  }

  get isOn(): boolean {
    return this.#options.settings().guestPage;
  }

  get section(): GuestsState {
    const { guestCodeAtRest, guestRequests } = this.#options.settings();
    const { page, address } = this.#door;
    const { votes, needed } = this.#voting.tally;
    return {
      page,
      address,
      codeAtRest: guestCodeAtRest,
      asks: this.isOn && guestRequests,
      waiting: this.#line.waiting.length,
      vote: votes > 0 ? { votes, needed } : null,
      lastSkip: this.#voting.lastSkip,
    };
  }

  own(guest: Id): PhoneOwn {
    const limit = this.#line.limit(guest);
    const mine = this.#line.of(guest);
    const { guestWaiting } = this.#options.settings();
    const gone = this.#gone.get(guest);
    return {
      mine: mine.map(({ id }) => id),
      voted: this.#voting.has(guest),
      again: limit?.because === "hour" ? limit.again : null,
      left: limit === null ? guestWaiting - mine.length : 0,
      gone: gone === undefined ? null : { id: gone.id, title: gone.title },
    };
  }

  /** What is found for these words, and why some of it can't be asked for just now. */
  async find(words: string): ReturnType<SongSearch["find"]> {
    const { songs, nearly } = await this.search.find(words);
    return { songs: songs.map(this.#alsoWaiting), nearly };
  }

  /** Songs of this mood in pages, and why some can't be asked for just now. */
  async browse(mood: MoodLabel, from: number): ReturnType<SongSearch["browse"]> {
    const { songs, next } = await this.search.browse(mood, from);
    return { songs: songs.map(this.#alsoWaiting), next };
  }

  readonly #alsoWaiting = (song: FoundSong): FoundSong => ({
    ...song,
    refusal: song.refusal ?? this.#line.clash(song),
  });

  /** Others than the six, for whoever likes none of those that this phone was shown. */
  async others(shown: readonly Id[]): Promise<readonly OfferedSong[]> {
    return this.#askable === null ? this.#six.others(shown) : [];
  }

  /** Null when it waits. */
  async ask(guest: Id, track: Id): Promise<PhoneRefusal | null> {
    const refusal = this.#askable ?? this.#line.limit(guest);
    if (refusal !== null) return refusal;
    const song = await this.search.look(track);
    if ("because" in song) return song;
    // The owner may have turned it off meanwhile.
    const outcome = this.#askable ?? this.#line.ask(guest, song);
    if ("because" in outcome) return outcome;
    this.#gone.delete(guest);
    this.#feed.tend();
    this.#changed();
    return null;
  }

  /** False where it does not wait, or is somebody else's. */
  async withdraw(guest: Id, id: Id): Promise<boolean> {
    if (!this.#line.of(guest).some((each) => each.id === id)) return false;
    await this.#feed.take(id);
    this.#changed();
    return true;
  }

  /** Null when it counts. */
  vote(guest: Id, pick: Id, wants: boolean): Promise<PhoneRefusal | null> {
    return this.#voting.vote(guest, pick, wants);
  }

  get #askable(): PhoneRefusal | null {
    if (!this.isOn || !this.#options.settings().guestRequests) return { because: "off" };
    return this.#isClosed ? { because: "closed" } : null;
  }

  get #isClosed(): boolean {
    return this.#options.player().state.intended === "closed";
  }

  /** What waits goes on waiting while it is closed, for as long as over a restart. */
  #lookAtHours(): void {
    const now = this.#options.clock.monotonic();
    this.#closedSince = this.#isClosed ? (this.#closedSince ?? now) : null;
    if (this.#closedSince !== null && now - this.#closedSince >= WAITS_AT_MOST_MS) this.#giveUp();
  }

  /** Nothing waits any more, and whoever waited hears of it. */
  #giveUp(): void {
    for (const request of this.#line.waiting) this.#lost(request);
    this.#feed.clear();
  }

  #lost({ id, guest, song }: Request): void {
    this.#gone.set(guest, { id, title: song.title, at: this.#options.clock.monotonic() });
  }

  #changed(): void {
    this.#evening.note();
    this.#options.onChange();
    this.phones.look();
  }

  #roomMessage(): { key: string; text: string } {
    const state = this.#options.state();
    const { guestRequests, guestVotes, guestSpacing } = this.#options.settings();
    const { votes, needed } = this.#voting.tally;
    const room: PhoneRoom = phoneRoom(state, {
      six: this.#six.of(state),
      waiting: this.#line.waiting,
      handed: this.#line.handed?.request ?? null,
      between: guestSpacing > 0,
      mayAsk: guestRequests,
      vote: guestVotes && state.player.actual.state === "playing" ? { votes, needed } : null,
      skipped: this.#voting.lastSkip,
    });
    const key = JSON.stringify(room);
    return { key, text: `{"type":"room","now":${state.now},"room":${key}}` };
  }
}
