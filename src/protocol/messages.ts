import { type Static, Type } from "typebox";
import { Affect } from "./mood.ts";
import type { AppState } from "./state.ts";

const Nothing = { additionalProperties: false } as const;

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
  Type.Object(
    {
      do: Type.Literal("setMood"),
      affect: Affect,
      forMs: Type.Integer({ minimum: 10_000, maximum: 14_400_000 }),
    },
    Nothing,
  ),
  Type.Object({ do: Type.Literal("letCameraLead") }, Nothing),
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
  | { type: "rejected"; id: number; reason: string };
