import type { Play, Slate } from "../../protocol/library.ts";
import type { PickReason, PlayItem } from "../../protocol/music.ts";
import type { Actor, ToldActor } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";

/** What a play is called in the history, whatever kind of item it was. */
export function playHeading(item: PlayItem): Pick<Play, "trackId" | "title" | "artists"> {
  if (item.kind === "track")
    return { trackId: item.track.id, title: item.track.title, artists: item.track.artists };
  return { trackId: null, title: item.title, artists: [] };
}

/** What a report asks beyond the heading, as the song was tagged when it began. */
export function playDetails(item: PlayItem): {
  kind: PlayItem["kind"];
  album: string | null;
  isrc: string | null;
} {
  if (item.kind === "track") return { kind: item.kind, album: item.track.album, isrc: item.track.isrc };
  return { kind: item.kind, album: null, isrc: null };
}

/**
 * A guest's session, or the visit of whoever's turn it was, would tie the plays of one evening together, and so would
 * what that person likes: they are left out. Who is `known` no more, because they had themselves deleted while their song
 * waited, was a guest.
 */
export function reasonsJson(reasons: readonly PickReason[], known: (person: Id) => boolean): string {
  return JSON.stringify(
    reasons
      .filter(isOfTheRoom)
      .map((reason) =>
        reason.kind === "asked" && (reason.by.kind === "guest" || isGone(reason.by, known))
          ? { kind: "asked", by: { kind: "guest" } }
          : reason,
      ),
  );
}

const isGone = (by: Actor | ToldActor, known: (person: Id) => boolean): boolean =>
  by.kind === "person" && !(by.id !== undefined && known(by.id));

function isOfTheRoom(reason: PickReason): boolean {
  return reason.kind !== "turn" && !(reason.kind === "preferred" && reason.by === "person");
}

/** Rows without names and to four digits take a third of the room: one is kept for every song. */
export function slateJson(candidates: Slate["candidates"]): string {
  return JSON.stringify(
    candidates.map((each) => [
      each.trackId,
      shortened(each.distance),
      each.restMs === null ? null : Math.round(each.restMs),
      shortened(each.score),
      shortened(each.probability),
      shortened(each.closeness),
      shortened(each.novelty),
      shortened(each.trust),
      shortened(each.preference),
    ]),
  );
}

function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
