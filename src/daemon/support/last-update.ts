import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EpochMs } from "../../protocol/time.ts";

/** What scripts/update notes (scripts/lib/update-record.sh), and the service that updates Mien where a page asks for it. */
export interface LastUpdate {
  at: EpochMs;
  from: string;
  /** `unknown` where it was refused before that could be told. */
  to: string;
  /** Why the version before came back; null where the new one stayed. */
  cameBack: string | null;
  /** Why it was not begun; null where it was. */
  refused: string | null;
}

/** Null where Mien was never updated as a service, or the note can't be read. */
export async function lastUpdate(dataFolder: string): Promise<LastUpdate | null> {
  const text = await readFile(join(dataFolder, "last-update"), "utf8").catch(() => "");
  const said = (word: string) => new RegExp(`^${word} (.{1,300})`, "m").exec(text)?.[1] ?? null;
  const [at, from, to] = [Date.parse(said("at") ?? ""), said("from"), said("to")];
  if (Number.isNaN(at) || from === null || to === null) return null;
  return { at, from, to, cameBack: said("came-back"), refused: said("refused") };
}
