import type { QuietSpan, VolumeRange } from "../../protocol/hours.ts";
import type { VolumeBounds } from "../../protocol/state.ts";
import { holdsAt, type WallClock } from "../../protocol/wall-clock.ts";

/** The lowest where the owner has set none: heard, and no disturbance at any hour, 31 dB below full. */
const lowVolume = 0.3;
/** An owner's lowest counts from here on, 49 dB below full: anything quieter may be silence to whoever is in the room. */
const canBeHeard = 0.15;
/** Where a climb begins, as a share of where it ends: 18 dB below. */
const climbFrom = 0.5;

export interface VolumeSituation {
  wall: WallClock;
  /** The machine knows what time it is. */
  trusted: boolean;
  /** Somebody has moved it since the start, and hears what came of it. */
  moved: boolean;
  /** How long it has been open, and how long the climb takes. */
  openForMs: number;
  climbMs: number;
}

export interface VolumeRules {
  volumeRange: VolumeRange;
  /** Of the part of the day that holds; null where it has none. */
  daypart: VolumeRange | null;
  quietHours: readonly QuietSpan[];
}

/** How quiet and how loud anybody may make it now. A ceiling outranks every floor. */
export function rangeNow({ volumeRange, daypart, quietHours }: VolumeRules, wall: WallClock): VolumeRange {
  const quiet = quietHours.filter((span) => holdsAt(span, wall)).map(({ ceiling }) => ceiling);
  const ceiling = Math.min(volumeRange.ceiling, daypart?.ceiling ?? 1, ...quiet);
  return { floor: Math.min(ceiling, Math.max(volumeRange.floor, daypart?.floor ?? 0)), ceiling };
}

/** The range that holds, and the rule that makes it as narrow as it is. */
export function boundsNow(
  rules: VolumeRules,
  { wall, trusted }: Pick<VolumeSituation, "wall" | "trusted">,
): VolumeBounds {
  const { volumeRange, daypart } = rules;
  const range = trusted ? rangeNow(rules, wall) : rangeAtAnyTime(rules);
  const own = rangeNow({ ...rules, quietHours: [] }, wall);
  const isFree = range.floor <= 0 && range.ceiling >= 1;
  if (isFree) return { ...range, because: null };
  if (!trusted) return { ...range, because: range.ceiling < volumeRange.ceiling ? "clock" : "settings" };
  if (range.ceiling < own.ceiling) return { ...range, because: "quiet-hours" };
  const isNarrower = own.ceiling < volumeRange.ceiling || own.floor > volumeRange.floor;
  return { ...range, because: daypart !== null && isNarrower ? "daypart" : "settings" };
}

/**
 * How loud it is, where somebody wants it this loud. While nobody knows what time it is, and the rules go by it, it may
 * be night: as quiet as the owner lets anybody make it and can still be heard, until somebody moves it, and never above the ceiling of any quiet
 * hour. docs/decisions/unknown-time.md tells why.
 */
export function volumeNow(wanted: number, rules: VolumeRules, situation: VolumeSituation): number {
  const { wall, trusted, moved, openForMs, climbMs } = situation;
  const range = trusted ? rangeNow(rules, wall) : rangeAtAnyTime(rules);
  const volume = within(wanted, range);
  const lowest = range.floor >= canBeHeard ? range.floor : lowVolume;
  if (!trusted) return moved ? volume : within(Math.min(volume, lowest), range);
  const climbed = climbMs > 0 ? Math.min(1, Math.max(0, openForMs / climbMs)) : 1;
  return within(volume * (climbFrom + (1 - climbFrom) * climbed), range);
}

/** Nobody knows what time it is, and so it is quieter than it is meant to be, until somebody moves it. */
export function isHeldLow(wanted: number, rules: VolumeRules, situation: VolumeSituation): boolean {
  const { trusted, moved } = situation;
  return !trusted && !moved && volumeNow(wanted, rules, situation) < within(wanted, rules.volumeRange);
}

export function within(volume: number, { floor, ceiling }: VolumeRange): number {
  return Math.min(ceiling, Math.max(floor, volume));
}

/** Which hour it is is not known, so the quietest of them all counts. */
function rangeAtAnyTime({ volumeRange, quietHours }: VolumeRules): VolumeRange {
  const ceiling = Math.min(volumeRange.ceiling, ...quietHours.map((quiet) => quiet.ceiling));
  return { floor: Math.min(volumeRange.floor, ceiling), ceiling };
}
