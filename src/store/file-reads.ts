import type { Database } from "better-sqlite3";
import type { KnownFile } from "../protocol/library.ts";
import { folderPrefix } from "./root-writes.ts";

/** Files, as a scan asks for them. */
export function fileReads(database: Database) {
  const stamps = database.prepare<object, Omit<KnownFile, "isMissing"> & { isMissing: 0 | 1 }>(
    `SELECT path, size, modified_at AS modifiedAt, read_with AS readWith, missing_since IS NOT NULL AS isMissing
     FROM files WHERE path > @after AND path >= @prefix AND path < @end ORDER BY path LIMIT @limit`,
  );
  return {
    stamps: (root: string, after: string, limit: number): KnownFile[] => {
      const prefix = folderPrefix(root);
      // "0" is the character after "/": the range holds what begins with the prefix, by the index of paths.
      return stamps
        .all({ prefix, end: `${prefix.slice(0, -1)}0`, after, limit: Math.max(0, limit) })
        .map((file) => ({ ...file, isMissing: file.isMissing === 1 }));
    },
  };
}
