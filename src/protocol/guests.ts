import { type Static, Type } from "typebox";
import type { Affect } from "./mood.ts";
import type { EpochMs, Id } from "./time.ts";

/**
 * Whether guests' phones can open their page: `off` by the owner, `network` where the setting openToNetwork is off (or
 * was when Mien started), `no-address` where the machine is in no network.
 */
export type GuestPage = "open" | "off" | "network" | "no-address";

/** What the appliance's own screen shows of the guests' phones: nothing of it tells who they are. */
export interface GuestsState {
  page: GuestPage;
  /** What the code on the screen holds; null unless phones can open it. */
  address: string | null;
  /** Whether the code is to be seen while nobody touches the screen. */
  codeAtRest: boolean;
  /** Whether the owner lets them ask for songs, though no phone may find the page just now: what people are told goes by it. */
  asks: boolean;
  /** Songs that phones asked for and that wait. */
  waiting: number;
  /** How many phones want another song, of so many that it takes; null while none does. */
  vote: SkipTally | null;
  /** The last song that phones voted away. */
  lastSkip: { pick: Id; title: string; votes: number; phones: number; at: EpochMs } | null;
}

export interface SkipTally {
  votes: number;
  needed: number;
}

/** A song as a phone shows it. */
export interface PhoneSong {
  track: Id;
  title: string;
  artists: readonly string[];
}

/** What every phone shows. */
export interface PhoneRoom {
  place: string;
  /** By which the page tells times. */
  timeZone: string;
  /** For the page's weather. */
  affect: Affect;
  playing:
    | (Omit<PhoneSong, "track"> & {
        pick: Id;
        /** Null for what is no track, such as an announcement. */
        track: Id | null;
        durationMs: number;
        /** At the time `at` it was there; it counts on while it is running. */
        positionMs: number;
        at: EpochMs;
        running: boolean;
      })
    | null;
  /** Outside the opening hours, or stopped; `opensAt` is null where that can't be told. */
  closed: { opensAt: EpochMs | null } | null;
  /** To ask for, and what was asked for of them while this song plays. */
  six: readonly OfferedSong[];
  /** Where nothing may be asked for now: from about when on something may; `again` is null where that can't be told. */
  none: { again: EpochMs | null } | null;
  /** As they will be heard. */
  waiting: readonly (PhoneSong & { id: Id })[];
  /** Whether the first that waits lets a song by another artist come first, as its own artist is on. */
  afterAnother: boolean;
  /** Whether the owner lets songs that suit the room come between them. */
  between: boolean;
  mayAsk: boolean;
  /** Null where phones may not vote, or nothing plays. */
  vote: SkipTally | null;
  /** The last song that phones voted away. */
  skipped: { pick: Id; title: string; votes: number; phones: number; at: EpochMs } | null;
}

/** What one phone shows of its own. */
export interface PhoneOwn {
  /** Ids of what it asked for, among the room's `waiting`. */
  mine: readonly Id[];
  voted: boolean;
  /** When this guest may ask for another song; null where they may now, or as soon as one of theirs has played. */
  again: EpochMs | null;
  /** How many more songs of theirs may wait now. */
  left: number;
  /** A song of theirs that could not be played after all. */
  gone: { id: Id; title: string } | null;
}

/** To a phone, on `/ws/phone`. Each replaces the one before. */
export type PhoneMessage = { type: "room"; now: EpochMs; room: PhoneRoom } | { type: "own"; own: PhoneOwn };

/** From a phone: whether somebody may see the page, which is what counts for votes. */
export type PhoneWord = Static<typeof PhoneWord>;
export const PhoneWord = Type.Object(
  { type: Type.Literal("awake"), awake: Type.Boolean() },
  { additionalProperties: false },
);

/** Why a phone can't have what it asked for. */
export type PhoneRefusal =
  /** The owner has turned the page, the requests or the votes off. */
  | { because: "off" }
  | { because: "closed" }
  /** This browser has not said hello, or a day ago, or before a restart. */
  | { because: "unknown" }
  | { because: "crowded" }
  /** Too many phones at this address, or too much at once. */
  | { because: "address" | "busy" }
  /** So many of this guest's songs wait. */
  | { because: "waiting"; most: number }
  /** So many within an hour; from `again` on they may. */
  | { because: "hour"; most: number; again: EpochMs }
  /** The whole list is full. */
  | { because: "full" }
  | SongRefusal;

/** Why a song can't be asked for. */
export type SongRefusal =
  /** It is not here, or may not be heard here. */
  | { because: "not-here" }
  /** It plays or comes soon. */
  | { because: "coming" }
  /** Another one by its artist plays or comes soon: from about when on this one can be had, null where that can't be told. */
  | { because: "artist-coming"; again: EpochMs | null }
  /** It, or its artist, was heard lately. */
  | { because: "rest" | "artist-rest"; again: EpochMs }
  /** It is not on any more, so there is nothing to vote about. */
  | { because: "over" };

/** A song that is offered or was found, and why it can't be asked for just now; null where it can. */
export interface FoundSong extends PhoneSong {
  refusal: SongRefusal | null;
}

/** A song that is offered, and whether it suits as well as others would. */
export interface OfferedSong extends FoundSong {
  suits: boolean;
}
