import { type Static, Type } from "typebox";
import { TimeOfDay, VolumeRange } from "./hours.ts";
import type { EpochMs } from "./time.ts";

const Axis = Type.Number({ minimum: -1, maximum: 1 });

/** Russell's circumplex (1980): how pleasant (valence) and how activated (arousal), each from -1 to 1. */
export type Affect = Static<typeof Affect>;
export const Affect = Type.Object({ valence: Axis, arousal: Axis }, { additionalProperties: false });

/** Six names, each a region of the circumplex around a point (`src/mood/labels.ts`). */
export type MoodLabel = "elated" | "content" | "calm" | "gloomy" | "tense" | "even";

/**
 * Where a mood comes from: faces that are seen now, the last ones kept for a while (held), on the way back
 * to the daypart's default (fading), the default itself, or a person's word (manual).
 */
export type MoodBasis = "faces" | "held" | "fading" | "daypart" | "manual";

export interface Mood {
  affect: Affect;
  label: MoodLabel;
  /** 0 to 1: how much the room's mood rests on faces read surely. 1 when a person said it. */
  confidence: number;
  /** When the label last changed. */
  since: EpochMs;
  /** When a manual mood gives way to the camera again; null where nothing ends by itself. */
  until: EpochMs | null;
  basis: MoodBasis;
}

/** What to do about the room's mood. `src/recommend/target.ts` says what each one means in numbers. */
export type Policy = Static<typeof Policy>;
export const Policy = Type.Union([
  Type.Literal("match"),
  Type.Literal("lift"),
  Type.Literal("calm"),
  Type.Literal("energise"),
  Type.Literal("glide"),
]);

export const MoodLabelName = Type.Union([
  Type.Literal("elated"),
  Type.Literal("content"),
  Type.Literal("calm"),
  Type.Literal("gloomy"),
  Type.Literal("tense"),
  Type.Literal("even"),
]);

/** Policies for single moods; a mood that is not named takes the policy that holds otherwise. */
export type PolicyByMood = Static<typeof PolicyByMood>;
export const PolicyByMood = Type.Partial(
  Type.Object(
    Object.fromEntries(MoodLabelName.anyOf.map(({ const: name }) => [name, Policy])) as Record<
      MoodLabel,
      typeof Policy
    >,
  ),
  { additionalProperties: false },
);

/** A part of the day with ways of its own. Where two overlap, the later one in the list holds. */
export type Daypart = Static<typeof Daypart>;
export const Daypart = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    /** 0 is Sunday. A part that runs past midnight belongs to the day that it begins on. */
    days: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { uniqueItems: true, minItems: 1 }),
    from: TimeOfDay,
    /** Until this time; the same as `from` is a whole day. */
    to: TimeOfDay,
    /** What the music goes by when nobody is seen; null takes the usual mood. */
    affect: Type.Union([Affect, Type.Null()]),
    /** null takes the policy that holds otherwise. */
    policy: Type.Union([Policy, Type.Null()]),
    policyByMood: PolicyByMood,
    /** null takes the setting that holds otherwise. */
    allowExplicit: Type.Union([Type.Boolean(), Type.Null()]),
    /** For quiet hours: no song that is livelier than this; null knows no limit. */
    highestArousal: Type.Union([Axis, Type.Null()]),
    /** How quiet and how loud it may be made; without it the setting that holds otherwise. */
    volume: Type.Optional(VolumeRange),
  },
  { additionalProperties: false },
);

/** What the faces in the room look like, as facts that a page puts into words in its own language. */
export type Looks =
  /** No face in sight. */
  | { kind: "nobody" }
  /** Faces, but none that could be read surely. */
  | { kind: "unread" }
  /** Several faces, and no expression that half of them share. */
  | { kind: "mixed" }
  /** One face, or all of them, show this expression; "mostly" is half of them or more, ahead of any other. */
  | { kind: "all" | "mostly"; expression: string };
