import type { Health } from "../protocol/health.ts";
import type { Pick, PlayerState } from "../protocol/music.ts";
import type { Actor, ToldActor } from "../protocol/people.ts";
import type { AppState } from "../protocol/state.ts";

/**
 * What a page may know of these sections: that a person or a guest asked for a song or switched the camera off, and not
 * which one. A person's id would tie their evenings together, on every phone in the room.
 */
export function told(sections: Partial<AppState>): Partial<AppState> {
  const { player, queue, health } = sections;
  return {
    ...sections,
    ...(player && { player: playerTold(player) }),
    ...(queue && { queue: queue.map(pickTold) }),
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

function playerTold(player: PlayerState): PlayerState {
  const { actual } = player;
  return "pick" in actual ? { ...player, actual: { ...actual, pick: pickTold(actual.pick) } } : player;
}

function pickTold(pick: Pick): Pick {
  if (!pick.reasons.some(({ kind }) => kind === "asked")) return pick;
  return {
    ...pick,
    reasons: pick.reasons.map((reason) =>
      reason.kind === "asked" ? { kind: "asked", by: actorTold(reason.by) } : reason,
    ),
  };
}

function healthTold(health: Health): Health {
  return health.state === "off" ? { state: "off", by: actorTold(health.by) } : health;
}

const actorTold = ({ kind }: Actor | ToldActor): ToldActor => ({ kind });
