import type { ServerMessage } from "../../protocol/messages.ts";
import type { AppState } from "../../protocol/state.ts";
import type { EpochMs, MonotonicMs } from "../../protocol/time.ts";

/**
 * The daemon's clock as last heard. The page counts on from there by its own monotonic clock, so that neither
 * a page whose clock is wrong nor a Pi that sets its clock after the start shows wrong times.
 */
export interface HeardClock {
  now: EpochMs;
  heardAt: MonotonicMs;
}

/** How far the song was when its section came, told on the page's monotonic clock. */
export interface PositionMark {
  positionMs: number;
  markedAt: MonotonicMs;
}

/** What the page knows of the daemon. */
export interface Picture {
  rev: number;
  state: AppState;
  clock: HeardClock;
  position: PositionMark;
}

export interface Received {
  picture: Picture | null;
  /** The page has missed something and must ask for a snapshot. */
  resync: boolean;
}

/** The daemon's time, in epoch ms, at the page's `monotonic` time. */
export function daemonTime(clock: HeardClock, monotonic: MonotonicMs): EpochMs {
  return clock.now + (monotonic - clock.heardAt);
}

/** What the page knows after a snapshot or a patch that was heard at `heardAt`. */
export function receive(
  picture: Picture | null,
  message: Exclude<ServerMessage, { type: "rejected" }>,
  heardAt: MonotonicMs,
): Received {
  if (message.type === "snapshot") {
    const clock = { now: message.state.now, heardAt };
    const position = mark(message.state, clock, heardAt);
    return { picture: { rev: message.rev, state: message.state, clock, position }, resync: false };
  }
  if (picture === null || message.from !== picture.rev) return { picture, resync: true };
  const { sections } = message;
  const state = { ...picture.state, ...sections };
  const clock = sections.now === undefined ? picture.clock : { now: sections.now, heardAt };
  const position = sections.player === undefined ? picture.position : mark(state, clock, heardAt);
  return { picture: { rev: message.rev, state, clock, position }, resync: false };
}

/** The same picture with the song standing where it was at `lostAt`: what came after is not known. */
export function standStill(picture: Picture, lostAt: MonotonicMs): Picture {
  if (picture.state.player.actual.state !== "playing") return picture;
  const { positionMs, markedAt } = picture.position;
  return { ...picture, position: { positionMs: positionMs + (lostAt - markedAt), markedAt: lostAt } };
}

function mark({ player }: AppState, clock: HeardClock, heardAt: MonotonicMs): PositionMark {
  const { actual } = player;
  if (actual.state === "recovering") return { positionMs: actual.positionMs, markedAt: heardAt };
  if (actual.state !== "playing" && actual.state !== "paused") return { positionMs: 0, markedAt: heardAt };
  const age = actual.state === "playing" ? Math.max(0, daemonTime(clock, heardAt) - actual.at) : 0;
  return { positionMs: actual.positionMs + age, markedAt: heardAt };
}
