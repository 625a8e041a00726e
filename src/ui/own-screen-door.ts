import type { Session } from "../protocol/people.ts";

/** Whether a page that does not ask who is signed in is on Mien's own screen. */
export async function isOwnScreen(): Promise<boolean> {
  const answer = await fetch("/api/session").catch(() => null);
  if (!answer?.ok) return false;
  const { seat }: Session = await answer.json();
  return seat === "kiosk";
}
