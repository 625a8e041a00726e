import { onMap } from "../protocol/circumplex.ts";
import type { Affect, Looks, Mood, MoodLabel } from "../protocol/mood.ts";
import type { EpochMs, MonotonicMs } from "../protocol/time.ts";
import type { Detection } from "../protocol/vision.ts";
import { type Felt, type FeltSettings, feel, type Judged, judge, unfelt } from "./felt.ts";
import { labelOf } from "./labels.ts";
import { type Sight, viewOf, withoutSight, withSight } from "./looks.ts";

export interface MoodSettings extends FeltSettings {
  /** A label stays at least this long. */
  dwellMs: number;
}

/** A value: every function here gives a new one and leaves the old one as it was. */
export interface RoomState {
  readonly mood: Mood;
  readonly looks: Looks;
  /** Faces in sight. */
  readonly faces: number;
  /** What the camera makes of the room, also while a person's word stands above it. */
  readonly felt: Felt;
  readonly sights: readonly Sight[];
  readonly manual: { readonly affect: Affect; readonly endsAt: MonotonicMs } | null;
  readonly labelledAt: MonotonicMs;
}

/** The same moment on both clocks. Everything here waits and ages by the monotonic one. */
export interface Moment {
  now: EpochMs;
  monotonic: MonotonicMs;
}

/** How far the wall clock may drift before the end of a manual mood is told anew, in milliseconds. */
const clockDriftMs = 1_500;

/** An empty room in its usual mood. */
export function enterRoom(usual: Affect, at: Moment): RoomState {
  const affect = rounded(onMap(usual));
  return {
    mood: {
      affect,
      label: labelOf(affect, null),
      confidence: 0,
      since: at.now,
      until: null,
      basis: "daypart",
    },
    looks: { kind: "nobody" },
    faces: 0,
    felt: unfelt(affect),
    sights: [],
    manual: null,
    // Nobody chose the first label, so nothing has to wait for it.
    labelledAt: Number.NEGATIVE_INFINITY,
  };
}

/** One frame's faces; none is an observation too. */
export function observe(
  state: RoomState,
  detections: readonly Detection[],
  at: Moment,
  settings: MoodSettings,
): RoomState {
  const felt = feel(state.felt, detections, at.monotonic, settings);
  return settle(
    { ...state, felt, ...viewed(state, withSight(state.sights, detections, at.monotonic)) },
    at,
    settings,
  );
}

/** Time passes with nothing seen by the camera (closed, down, or between looks). Call about once a second. */
export function elapse(state: RoomState, at: Moment, settings: MoodSettings): RoomState {
  return settle({ ...state, ...viewed(state, withoutSight(state.sights, at.monotonic)) }, at, settings);
}

/**
 * A person's word outranks the camera until then. The time is counted on the monotonic clock from now on, so
 * setting the wall clock neither ends nor prolongs it.
 */
export function setMood(state: RoomState, affect: Affect, until: EpochMs, at: Moment): RoomState {
  const said = onMap(affect);
  const manual = { affect: said, endsAt: at.monotonic + Math.max(0, until - at.now) };
  const judged: Judged = { affect: said, confidence: 1, basis: "manual" };
  return shown({ ...state, manual }, judged, labelOf(said, null), until, at);
}

/** Ends a manual mood. What the camera has seen meanwhile holds at once. */
export function letCameraLead(state: RoomState, at: Moment, settings: MoodSettings): RoomState {
  if (!state.manual) return settle(state, at, settings);
  const judged = judge(state.felt, at.monotonic, settings);
  return shown({ ...state, manual: null }, judged, labelOf(judged.affect, null), null, at);
}

function settle(state: RoomState, at: Moment, settings: MoodSettings): RoomState {
  const { manual, mood, labelledAt } = state;
  if (manual) {
    const leftMs = manual.endsAt - at.monotonic;
    if (leftMs <= 0) return letCameraLead(state, at, settings);
    const until = at.now + leftMs;
    // The wall clock was set: the screen counts down by it, so it is told the new end.
    const moved = mood.until === null || Math.abs(until - mood.until) > clockDriftMs;
    return moved ? { ...state, mood: { ...mood, until } } : state;
  }
  const judged = judge(state.felt, at.monotonic, settings);
  const mayChange = at.monotonic - labelledAt >= settings.dwellMs;
  return shown(state, judged, mayChange ? labelOf(judged.affect, mood.label) : mood.label, null, at);
}

/** The state with this mood; the old mood object where nothing of it changed, so that nothing is sent in vain. */
function shown(
  state: RoomState,
  judged: Judged,
  label: MoodLabel,
  until: EpochMs | null,
  at: Moment,
): RoomState {
  const { mood } = state;
  const affect = rounded(judged.affect);
  const confidence = Math.round(judged.confidence * 100) / 100;
  const renamed = label !== mood.label;
  const same =
    !renamed &&
    affect.valence === mood.affect.valence &&
    affect.arousal === mood.affect.arousal &&
    confidence === mood.confidence &&
    judged.basis === mood.basis &&
    until === mood.until;
  if (same) return state;
  return {
    ...state,
    mood: { affect, label, confidence, since: renamed ? at.now : mood.since, until, basis: judged.basis },
    labelledAt: renamed ? at.monotonic : state.labelledAt,
  };
}

function viewed(state: RoomState, sights: readonly Sight[]): Pick<RoomState, "looks" | "faces" | "sights"> {
  return { sights, ...viewOf(sights, state.looks) };
}

/** To what a screen can show, so that a mood which has settled stops changing. Never -0. */
function rounded({ valence, arousal }: Affect): Affect {
  const toThousandths = (value: number) => Math.round(value * 1_000) / 1_000 + 0;
  return { valence: toThousandths(valence), arousal: toThousandths(arousal) };
}
