import type { GuestsState, PhoneRoom, SkipTally } from "../../protocol/guests.ts";
import type { AppState } from "../../protocol/state.ts";
import { artistsOf, songOn } from "../music/pick-facts.ts";
import { offeredSong, type SixToAskFor } from "./phone-six.ts";
import { type Request, shareAnArtist } from "./request-line.ts";
import { phoneSong } from "./song-search.ts";

/** What phones show of the appliance: what it plays and offers, and nothing of who is here or how it is doing. */
export function phoneRoom(
  state: AppState,
  own: {
    six: SixToAskFor;
    waiting: readonly Request[];
    /** Of what waits, the one that is the player's next. */
    handed: Request | null;
    between: boolean;
    mayAsk: boolean;
    vote: SkipTally | null;
    skipped: GuestsState["lastSkip"];
  },
): PhoneRoom {
  const { place, timeZone, mood, player, opensAt } = state;
  const isClosed = player.intended === "closed";
  return {
    place: place.name,
    timeZone,
    affect: mood.affect,
    playing: isClosed ? null : playing(state),
    closed: isClosed ? { opensAt } : null,
    six: isClosed ? [] : own.six.six.map(offeredSong),
    none: isClosed ? null : own.six.none,
    waiting: own.waiting.map(({ id, song }) => ({ id, ...song })),
    afterAnother: isAfterAnother(player, own),
    between: own.between,
    mayAsk: own.mayAsk && !isClosed,
    vote: isClosed ? null : own.vote,
    skipped: own.skipped && skipped(own.skipped),
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

/** Two songs by one artist don't follow each other, unless the feed has given up waiting for another one. */
function isAfterAnother(
  player: AppState["player"],
  { waiting: [first], handed }: { waiting: readonly Request[]; handed: Request | null },
): boolean {
  const on = songOn(player);
  if (first === undefined || handed !== null || on === null) return false;
  return shareAnArtist(first.song.artists, artistsOf(on));
}

const skipped = ({
  pick,
  title,
  votes,
  phones,
  at,
}: NonNullable<GuestsState["lastSkip"]>): PhoneRoom["skipped"] => ({ pick, title, votes, phones, at });
