import type { EpochMs } from "../../protocol/time.ts";

/** What became of the last update, as `/api/about` tells it. */
export interface LastUpdate {
  at: EpochMs;
  from: string;
  to: string;
  /** Why the version before came back. */
  cameBack: string | null;
  /** Why it was not begun. */
  refused: string | null;
}

/** What `/api/update` tells. */
export interface UpdateDesk {
  way: "button" | "no-signers" | "no-service";
  staged: { bytes: number; signed: boolean } | null;
  running: "asked" | "at-work" | null;
  since: EpochMs | null;
}

/** What was noted before the update that runs; a note has no parts of a second. */
export function noteBefore(note: LastUpdate | null, { since }: Pick<UpdateDesk, "since">): LastUpdate | null {
  return note !== null && since !== null && note.at >= since - (since % 1_000) ? null : note;
}

/** A release is known by two files that belong together; one chosen later takes the place of one before. */
export interface ChosenFiles<Named extends { name: string }> {
  release: Named | null;
  signature: Named | null;
}

/** With those that were chosen now; `odd` is the name of one that is no part of a release. */
export function withFiles<Named extends { name: string }>(
  before: ChosenFiles<Named>,
  files: readonly Named[],
): ChosenFiles<Named> & { odd: string | null } {
  const chosen = { ...before, odd: null as string | null };
  for (const file of files)
    if (file.name.endsWith(".sig")) chosen.signature = file;
    else if (file.name.endsWith(".gz")) chosen.release = file;
    else chosen.odd = file.name;
  return chosen;
}

/** The name of the file that is not chosen yet, beside the one that is; null where both are, or none. */
export function missingFile({
  release,
  signature,
}: ChosenFiles<{ name: string }>): { have: string; missing: string } | null {
  if (release !== null && signature?.name !== `${release.name}.sig`)
    return { have: release.name, missing: `${release.name}.sig` };
  if (release === null && signature !== null)
    return { have: signature.name, missing: signature.name.slice(0, -".sig".length) };
  return null;
}
