import { type Static, Type } from "typebox";
import { Policy } from "./mood.ts";
import { LanguageTag, type TrackEnd } from "./music.ts";
import type { EpochMs, Id, IsoTime } from "./time.ts";

/** Who did something. Until people sign in, everybody at the screen is a guest, and who is at the library page the owner. */
export type Actor =
  | { kind: "person"; id: Id }
  | { kind: "guest"; sessionId: Id }
  | { kind: "owner" | "schedule" | "mqtt" | "system" };

/** The same as every page is told it: neither which person nor which guest. */
export type ToldActor = { kind: Actor["kind"]; id?: undefined };

/** Where a page stands, which decides what it is shown. */
export type Seat = "kiosk" | "phone" | "admin";

/** What somebody may do here. Everybody is a guest until they sign in. */
export type Role = "guest" | "member" | "admin";

/** As people write themselves; how they are compared is store/people/person-key.ts. */
export const PersonName = Type.String({ minLength: 1, maxLength: 60 });

/** A few digits, for a pad of ten keys. Goes with a name, never alone: alone, one guess would try everybody. */
export const Pin = Type.String({ pattern: "^[0-9]{4,8}$" });

/** What an admin has instead. */
export const Passphrase = Type.String({ minLength: 10, maxLength: 200 });

/** What is typed to prove it: one that is too short to be anybody's is as wrong as any other. */
export const TypedPassphrase = Type.String({ minLength: 1, maxLength: 200 });

/** What somebody likes to hear, and what the music is to do about the mood while they are there. */
export type PersonalWishes = Static<typeof PersonalWishes>;
export const PersonalWishes = Type.Object(
  {
    languages: Type.Array(LanguageTag, { maxItems: 10 }),
    artists: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 }),
    /** Null leaves it to the room. */
    policy: Type.Union([Policy, Type.Null()]),
  },
  { additionalProperties: false },
);

/** Somebody, as the pages are told. */
export interface Person {
  id: Id;
  name: string;
  role: Exclude<Role, "guest">;
  onTile: boolean;
  /** Whether every page may say that a song is for them, by their name, and what they like about it. */
  named: boolean;
  wishes: PersonalWishes;
}

/** Whoever is signed in, as their own page is told. */
export interface OwnPerson extends Person {
  /** Digits prove that it is them. */
  hasPin: boolean;
}

/** A card that signs its person in at the kiosk. */
export interface OwnCard {
  id: Id;
  addedAt: EpochMs;
}

/** What somebody at Mien's own screen may have a file of theirs saved to. */
export interface Stick {
  id: string;
  label: string;
}

/** The file that was saved, in the stick's outermost folder. The stick can be pulled out. */
export interface SavedFile {
  file: string;
  stick: string;
}

/** Somebody who is here and wants it told. A visit ends with their going, and tells nobody's next one. */
export interface PresentPerson {
  visit: Id;
  name: string;
}

/** Who is here by card or PIN. */
export interface PeopleHere {
  /** Who wants it told, in the order in which they came. */
  named: readonly PresentPerson[];
  /** How many there are besides. */
  others: number;
}

/** Songs that somebody likes, or never wants to hear. */
export type Taste = "favourite" | "blocked";

/** Newest first. */
export type PersonalSongs = Readonly<Record<Taste, readonly SongNamed[]>>;

/** A song that somebody was here for. No mood: none is kept of them. */
export interface HeardSong {
  /** Of the play, by which to ask for what was before. */
  id: Id;
  track: Id | null;
  title: string;
  artists: readonly string[];
  startedAt: EpochMs;
  heardMs: number | null;
}

/** Who asks, as the daemon tells a page. */
export interface Session {
  role: Role;
  seat: Seat;
  /** Null for a guest, and for the owner of an appliance that was not set up. */
  person: OwnPerson | null;
  /** Where admins sign in, as `https://mien.local:7374`, where they can't here; null where they can, or there is none. */
  secureWay: string | null;
  /** Others in the network can read along: neither their history nor their file is told here, and no PIN is taken once more. */
  plain?: true;
}

export interface SongNamed {
  id: Id;
  /** Null where the song is no longer known. */
  title: string | null;
  artists: readonly string[];
}

interface SongSaid extends SongNamed {
  /** When they last said that they like it, or never want to hear it. */
  saidAt: IsoTime;
}

/** All that is kept about a person but the hashes of their PIN and their cards. No mood: none is kept. They read it as a file. */
export interface PersonalExport extends Person {
  madeAt: IsoTime;
  hasPin: boolean;
  hasPassphrase: boolean;
  favourites: readonly SongSaid[];
  blocked: readonly SongSaid[];
  /** What they were present for, newest first. */
  history: readonly {
    title: string;
    artists: readonly string[];
    startedAt: IsoTime;
    heardMs: number | null;
  }[];
  /** Songs that they asked for, and those that they ended before their time, newest first. */
  touched: readonly {
    title: string;
    artists: readonly string[];
    startedAt: IsoTime;
    asked: boolean;
    ended: TrackEnd["how"] | null;
  }[];
  cards: readonly { addedAt: IsoTime }[];
  sessions: readonly { seat: Seat; role: Exclude<Role, "guest">; beganAt: IsoTime; usedAt: IsoTime }[];
}

/** To the kiosk's page, on `/ws/taps`: a card was held to a reader. The ticket is good once, for ten seconds. */
export type TapMessage =
  | { type: "in"; name: string; ticket: string }
  | { type: "out"; name: string }
  | { type: "unknown" };
