import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";

/** SQLite needs 32 KiB for its shared index before it can as much as read; the rest is for what a disk rounds up. */
const reserveBytes = 128 * 1024;

const pathOf = (file: string): string => `${file}-reserve`;

/**
 * Keeps a little room beside the database, so that an appliance whose disk is full can still open it after a
 * restart. Answers false where there is no room for that now.
 */
export function keepReserve(file: string): boolean {
  if (statSync(pathOf(file), { throwIfNoEntry: false })?.size === reserveBytes) return true;
  try {
    const handle = openSync(pathOf(file), "w");
    try {
      writeSync(handle, Buffer.alloc(reserveBytes));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return true;
  } catch {
    // What is missing is asked for again at the next start.
    spendReserve(file);
    return false;
  }
}

/** Gives the room back to the disk. */
export function spendReserve(file: string): void {
  rmSync(pathOf(file), { force: true });
}
