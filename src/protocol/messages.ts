import { type Static, Type } from "typebox";
import { Affect, Policy } from "./mood.ts";
import { LanguageTag } from "./music.ts";
import type { Coded } from "./refusals.ts";
import type { AppState } from "./state.ts";

const Nothing = { additionalProperties: false } as const;

const AnId = Type.String({ minLength: 1, maxLength: 64 });
const When = Type.Union([Type.Literal("now"), Type.Literal("next")]);

/** What a page may ask for. The daemon adds the actor; a page never says who it is. */
export type Command = Static<typeof Command>;
export const Command = Type.Union([
  Type.Object({ do: Type.Literal("play") }, Nothing),
  Type.Object({ do: Type.Literal("pause") }, Nothing),
  Type.Object({ do: Type.Literal("skip") }, Nothing),
  Type.Object(
    { do: Type.Literal("seek"), positionMs: Type.Number({ minimum: 0, maximum: 86_400_000 }) },
    Nothing,
  ),
  Type.Object({ do: Type.Literal("setVolume"), volume: Type.Number({ minimum: 0, maximum: 1 }) }, Nothing),
  Type.Object({ do: Type.Literal("switchCamera"), on: Type.Boolean() }, Nothing),
  /** Without a time it holds for `dialHoldSeconds`. */
  Type.Object(
    {
      do: Type.Literal("setMood"),
      affect: Affect,
      forMs: Type.Optional(Type.Integer({ minimum: 10_000, maximum: 14_400_000 })),
    },
    Nothing,
  ),
  Type.Object({ do: Type.Literal("letCameraLead") }, Nothing),
  /** One of the six picks. */
  Type.Object({ do: Type.Literal("playPick"), pick: AnId, when: When }, Nothing),
  /** Any track, from a search. */
  Type.Object({ do: Type.Literal("playTrack"), track: AnId, when: When }, Nothing),
  /** Takes a song out of the queue again that somebody asked for; by its pick. */
  Type.Object({ do: Type.Literal("unqueue"), pick: AnId }, Nothing),
  /** Six others, please. */
  Type.Object({ do: Type.Literal("otherPicks") }, Nothing),
  /** This song does not belong to this mood: it moves on the map unless the owner placed it, and another one plays if it was on. */
  Type.Object({ do: Type.Literal("wrongMood"), track: AnId }, Nothing),
  /** Not this one: the song, or its artist, is blocked here for `guestBlockHours`, and another one plays if it was on. */
  Type.Object(
    {
      do: Type.Literal("block"),
      track: AnId,
      what: Type.Union([Type.Literal("song"), Type.Literal("artist")]),
    },
    Nothing,
  ),
  /** Takes back one of `corrections`; without an id the one that `lastCorrection` shows. */
  Type.Object({ do: Type.Literal("undoCorrection"), correction: Type.Optional(AnId) }, Nothing),
  /**
   * What a guest likes to hear, and what the music is to do about the mood; empty lists and null want nothing special,
   * and without a policy that wish stays as it is. Holds until `preferences.until`.
   */
  Type.Object(
    {
      do: Type.Literal("prefer"),
      languages: Type.Array(LanguageTag, { maxItems: 10 }),
      artists: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 }),
      policy: Type.Optional(Type.Union([Policy, Type.Null()])),
    },
    Nothing,
  ),
]);

/** From a page. `id` comes back with a rejection. `resync` asks for a snapshot. */
export type ClientMessage = Static<typeof ClientMessage>;
export const ClientMessage = Type.Union([
  Type.Object({ type: Type.Literal("command"), id: Type.Integer({ minimum: 0 }), command: Command }, Nothing),
  Type.Object({ type: Type.Literal("resync") }, Nothing),
]);

/** To a page. A patch has whole sections; a page whose `rev` is not `from` asks for a snapshot. */
export type ServerMessage =
  | { type: "snapshot"; rev: number; state: AppState }
  | { type: "patch"; from: number; rev: number; sections: Partial<AppState> }
  | ({ type: "rejected"; id: number; reason: string } & Partial<Coded>);
