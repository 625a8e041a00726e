import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How often the daemon was started since the machine was, as systemd/before-start counts in the service's own folder in
 * memory; null where nobody does.
 */
export function startsIn(folder: string | undefined): number | null {
  if (folder === undefined) return null;
  try {
    const starts = Number.parseInt(readFileSync(join(folder, "starts"), "utf8"), 10);
    return starts > 0 ? starts : null;
  } catch {
    return null;
  }
}
