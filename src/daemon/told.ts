import type { Health } from "../protocol/health.ts";
import type { Pick, PickReason, PlayerState } from "../protocol/music.ts";
import type { Actor, ToldActor } from "../protocol/people.ts";
import type { AppState } from "../protocol/state.ts";

/**
 * What a page may know of these sections: that a person or a guest asked for a song or switched the camera off, and not
 * which one. A person's id would tie their evenings together, on every phone in the room. Where names are not told, neither
 * is what a person likes: of a song that was chosen while they were.
 */
export function told(sections: Partial<AppState>, tellsNames: boolean): Partial<AppState> {
  const { player, queue, health } = sections;
  return {
    ...sections,
    ...(player && { player: playerTold(player, tellsNames) }),
    ...(queue && { queue: queue.map((pick) => pickTold(pick, tellsNames)) }),
    ...(health && { health: { ...health, camera: healthTold(health.camera) } }),
  };
}

/** How each part is, without the sentences that name folders and the camera's address: pages go by the reason alone. */
export const withoutDetails = (health: AppState["health"]): AppState["health"] =>
  Object.fromEntries(
    Object.entries(health).map(([part, each]: [string, Health]) => [
      part,
      "detail" in each ? { ...each, detail: "" } : each,
    ]),
  ) as AppState["health"];

function playerTold(player: PlayerState, tellsNames: boolean): PlayerState {
  const { actual } = player;
  if (!("pick" in actual)) return player;
  return { ...player, actual: { ...actual, pick: pickTold(actual.pick, tellsNames) } };
}

function pickTold(pick: Pick, tellsNames: boolean): Pick {
  return { ...pick, reasons: pick.reasons.flatMap((reason) => reasonTold(reason, tellsNames)) };
}

function reasonTold(reason: PickReason, tellsNames: boolean): PickReason[] {
  if (reason.kind === "asked") return [{ kind: "asked", by: actorTold(reason.by) }];
  const isPersons = reason.kind === "preferred" && reason.by === "person";
  return isPersons && !tellsNames ? [] : [reason];
}

function healthTold(health: Health): Health {
  return health.state === "off" ? { state: "off", by: actorTold(health.by) } : health;
}

const actorTold = ({ kind }: Actor | ToldActor): ToldActor => ({ kind });
