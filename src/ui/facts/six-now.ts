import { distance } from "../../protocol/circumplex.ts";
import type { Affect } from "../../protocol/mood.ts";
import type { SixPick } from "../../protocol/music.ts";
import type { Direction } from "../../protocol/state.ts";
import { trackOf } from "./offer.ts";

/**
 * The six that somebody looks at, with what is true of each by now. They stay where they are while the room changes its
 * mind: what suited then may not any more. Of a song that is still offered the daemon's word counts; others are judged by
 * where the newest six head. The same list where nothing is otherwise.
 */
export function sixNow(
  shown: readonly SixPick[],
  offered: readonly SixPick[],
  direction: Pick<Direction, "target" | "reach">,
): readonly SixPick[] {
  const target = targetOf(offered) ?? direction.target;
  const now = shown.map((pick) => {
    const still = offered.find((each) => trackOf(each) === trackOf(pick));
    if (still === undefined) return judged(pick, { target, reach: direction.reach });
    return still.id === pick.id ? still : { ...still, id: pick.id };
  });
  return now.every((pick, index) => pick === shown[index]) ? shown : now;
}

/** What the daemon chose the newest six for: in a glide that is a step ahead of the song that plays. */
function targetOf(offered: readonly SixPick[]): Affect | null {
  for (const { reasons } of offered)
    for (const reason of reasons) if (reason.kind === "suits") return reason.target;
  return null;
}

function judged(pick: SixPick, { target, reach }: Pick<Direction, "target" | "reach">): SixPick {
  if (pick.item.kind !== "track" || pick.item.track.affect === null) return pick;
  const away = distance(pick.item.track.affect.point, target);
  const others = pick.reasons.filter(
    (reason) =>
      reason.kind !== "suits" &&
      reason.kind !== "mood" &&
      !(reason.kind === "widened" && reason.rule === "mood"),
  );
  const isIn = away <= reach;
  const wasIn = !pick.reasons.some((reason) => reason.kind === "widened" && reason.rule === "mood");
  if (isIn === wasIn) return pick;
  if (!isIn) return { ...pick, suits: false, reasons: [{ kind: "widened", rule: "mood" }, ...others] };
  const resting = others.some((reason) => reason.kind === "widened" && reason.rule === "rest");
  return { ...pick, suits: !resting, reasons: [{ kind: "suits", target, distance: away }, ...others] };
}
