import Database from "better-sqlite3";
import { StoreError } from "./store.ts";

/** What the file system refuses, as far as it can be expected; null where the error is none of its. */
export function faultOfSystem(error: unknown, file: string): StoreError | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return null;
  if (code === "ENOSPC" || code === "EDQUOT") return noRoomFor(file);
  if (code === "ETIMEDOUT") return silent(file);
  return unreadable(file, message, code);
}

/** What an error of SQLite means to the owner; null where it can only be a bug of ours. */
export function faultOf(error: unknown, file: string): StoreError | null {
  if (error instanceof StoreError) return error;
  if (
    error instanceof Error &&
    /ERR_DLOPEN_FAILED|bindings file/.test(`${Reflect.get(error, "code")} ${error.message}`)
  )
    return new StoreError(
      "cannot-open",
      `The addon of better-sqlite3 can't be loaded (${error.message.split("\n", 1)[0]}). Run scripts/start, which builds it.`,
    );
  if (!(error instanceof Database.SqliteError)) return null;
  const { code, message } = error;
  // The shared index is the first thing for which a full disk has no room.
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE") return noRoomFor(file);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new StoreError(
      "corrupt",
      `${file} is damaged or no SQLite database (${message}). Restore a backup, or move the file away: Mien then ` +
        "makes a new one and scans the music again.",
    );
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new StoreError(
      "unavailable",
      `Another program holds ${file} (${message}). End it, or wait until it has finished.`,
    );
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|AUTH|NOLFS)/.test(code)) return unreadable(file, message, code);
  return null;
}

/** Whatever the work meets that can be expected is told as a fault of this file. */
export function orFault<Answer>(file: string, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    throw faultOf(error, file) ?? faultOfSystem(error, file) ?? error;
  }
}

export function noRoomFor(file: string): StoreError {
  return new StoreError(
    "disk-full",
    `There is no room to write to ${file}. Free some space on its disk, or move the data folder to a larger one.`,
  );
}

export function silent(file: string): StoreError {
  return new StoreError(
    "silent",
    `${file} does not answer. Plug its stick in again, or see to the server of its share.`,
  );
}

function unreadable(file: string, message: string, code: string | undefined): StoreError {
  return new StoreError(
    "unavailable",
    `${file} can't be read or written (${message}, ${code}). Check that its disk is sound, is mounted for ` +
      "writing, and that its folder belongs to Mien's user.",
  );
}
