import { expect, test } from "vitest";
import { type BackupFile, backupName, backupsToRemove } from "./backup-files.ts";

const day = 86_400_000;
/** A Saturday. */
const today = Date.UTC(2026, 10, 21, 3);

const backupsAt = (moments: readonly number[]): BackupFile[] =>
  moments.map((at) => ({ name: backupName(at), path: backupName(at), at, bytes: 1 }));

const keptOf = (backups: readonly BackupFile[]): string[] => {
  const gone = new Set(backupsToRemove(backups, today));
  return backups
    .filter((backup) => !gone.has(backup))
    .map(({ at }) => new Date(at).toISOString().slice(0, 10));
};

test("of a year of nights the last seven stay, and the newest of each of the last four weeks", () => {
  const year = backupsAt(Array.from({ length: 365 }, (_, n) => today - n * day));
  expect(keptOf(year)).toEqual([
    ...["2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16", "2026-11-15"],
    // Sundays; that of last week is one of the seven.
    ...["2026-11-08", "2026-11-01"],
  ]);
});

test("night after night the same ones stay as if all were looked at in the end", () => {
  let kept: readonly BackupFile[] = [];
  for (let n = 364; n >= 0; n--) {
    const now = [...kept, ...backupsAt([today - n * day])];
    const gone = new Set(backupsToRemove(now, today));
    kept = now.filter((backup) => !gone.has(backup));
  }
  expect(keptOf(kept)).toHaveLength(9);
  expect(kept.at(-1)?.at).toBe(today);
});

test("of several on one day the newest stays, so that trying it out pushes no other day out", () => {
  const tries = backupsAt([today, today - day, today - day - 1_000, today - day - 2_000]);
  expect(backupsToRemove(tries, today).map(({ at }) => at)).toEqual([
    today - day - 1_000,
    today - day - 2_000,
  ]);
});

test("who spoils something and then backs up keeps the day's first one", () => {
  const tries = backupsAt([today, today - 1_000, today - 2_000, today - day]);
  expect(backupsToRemove(tries, today).map(({ at }) => at)).toEqual([today - 1_000]);
});

test("an appliance that was off for a year loses nothing by being switched on", () => {
  const old = backupsAt([today - 400 * day, today - 401 * day]);
  expect(backupsToRemove([...old, ...backupsAt([today])], today)).toEqual([]);
});

test("those that a clock that was ahead has dated stay, and push out none that is real", () => {
  const ahead = backupsAt(Array.from({ length: 30 }, (_, n) => today + (n + 1) * 7 * day));
  const real = backupsAt(Array.from({ length: 365 }, (_, n) => today - n * day));
  expect(keptOf([...ahead, ...real])).toHaveLength(30 + 9);
  expect(backupsToRemove([...ahead, ...real], today)).toEqual(backupsToRemove(real, today));
});

test("names are in the order of time", () => {
  expect(backupName(Date.UTC(2026, 0, 2, 3, 4, 5))).toBe("mien-20260102-030405.db");
});
