import type { Session } from "../protocol/people.ts";
import { untilHad } from "./link/until-had.ts";

/** Whether a page that does not ask who is signed in is on Mien's own screen: as soon as Mien answers at all. */
export async function isOwnScreen(): Promise<boolean> {
  const { seat } = await untilHad(async () => {
    const answer = await fetch("/api/session");
    if (!answer.ok) throw new Error(`It was refused with ${answer.status}.`);
    return (await answer.json()) as Session;
  });
  return seat === "kiosk";
}
