import { basename, resolve } from "node:path";
import type { ScanReport } from "../../library/scan/scanner.ts";

/** A folder that is there and can't be gone through may be mended: nothing else would tell. */
const LOOK_AGAIN_MS = 300_000;

/** What is wrong with the owner's music folders, in one sentence. */
export interface LibraryFault {
  reason: "folder-missing" | "library-empty";
  sentence: string;
  /** The folder that is missing, without the path to it. */
  named?: string;
  /** Null where its end is noticed. */
  lookAgainMs: number | null;
}

export interface Judged {
  report: Pick<ScanReport, "roots" | "found">;
  /** The folders that the owner named. */
  named: readonly string[];
  /** Those of all folders that were there when the scan began. */
  there: readonly string[];
  hasMusic: boolean;
}

/** Of a scan of all folders; null where the library is as it should be. */
export function judgeLibrary({ report, named, there, hasMusic }: Judged): LibraryFault | null {
  const missing = report.roots.find(({ state }) => state === "missing");
  if (missing)
    return {
      reason: "folder-missing",
      sentence: missing.detail ?? `The music folder ${missing.root} is not there.`,
      named: basename(missing.root),
      // One that is away is seen when it comes.
      lookAgainMs: there.some((folder) => resolve(folder) === missing.root) ? LOOK_AGAIN_MS : null,
    };
  if (named.length === 0 || (report.found > 0 && hasMusic)) return null;
  const folders = named.join(", ");
  return {
    reason: "library-empty",
    sentence:
      report.found === 0
        ? `No music files in ${folders}: the demo pieces play.`
        : `None of the ${report.found} files in ${folders} can be played and tells a mood by tag, genre or folder: the demo pieces play.`,
    lookAgainMs: null,
  };
}
