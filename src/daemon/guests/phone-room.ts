import type { PhoneRoom, SkipTally } from "../../protocol/guests.ts";
import type { AppState } from "../../protocol/state.ts";
import type { Offered } from "./phone-six.ts";
import type { Request } from "./request-line.ts";
import { phoneSong } from "./song-search.ts";

/** What phones show of the appliance: what it plays and offers, and nothing of who is here or how it is doing. */
export function phoneRoom(
  state: AppState,
  own: {
    six: readonly Offered[];
    waiting: readonly Request[];
    mayAsk: boolean;
    vote: SkipTally | null;
  },
): PhoneRoom {
  const { place, mood, player, opensAt } = state;
  const isClosed = player.intended === "closed";
  return {
    place: place.name,
    affect: mood.affect,
    playing: isClosed ? null : playing(state),
    closed: isClosed ? { opensAt } : null,
    six: isClosed ? [] : own.six.map(six),
    waiting: own.waiting.map(({ id, song }) => ({ id, ...song })),
    mayAsk: own.mayAsk && !isClosed,
    vote: isClosed ? null : own.vote,
  };
}

function playing({ player }: AppState): PhoneRoom["playing"] {
  const { actual } = player;
  if (!("pick" in actual)) return null;
  const { id, item } = actual.pick;
  const { track, title, artists } =
    item.kind === "track" ? phoneSong(item.track) : { track: null, title: item.title, artists: [] };
  return {
    ...{ pick: id, track, title, artists },
    durationMs: item.kind === "track" ? item.track.durationMs : 0,
    positionMs: "positionMs" in actual ? actual.positionMs : 0,
    at: "at" in actual ? actual.at : 0,
    running: actual.state === "playing",
  };
}

function six({ pick: { item, suits }, refusal }: Offered): PhoneRoom["six"][number] {
  return { ...phoneSong(item.track), suits, refusal };
}
