// scripts/restore's program: lists the backups, or puts one in the database's place. Whatever lies on a stick is asked for by
// a process of its own: one that hangs would keep this one from ever ending.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type LongWork, longWork } from "../../store/care/long-work.ts";
import type { FoundBackup } from "../../store/care/newest-backups.ts";
import { silent } from "../../store/faults.ts";
import { StoreError } from "../../store/store.ts";
import { lockData } from "../data-lock.ts";
import { backupFolders } from "../upkeep/backup-keeper.ts";

const installed = "/var/lib/mien";
const own = join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local/share"), "mien");

const { values, positionals } = parseArgs({
  options: { data: { type: "string" }, from: { type: "string" } },
  allowPositionals: true,
});
const data = values.data ? resolve(values.data) : existsSync(installed) ? installed : own;
const folders = values.from ? [resolve(values.from)] : await backupFolders(data);
const file = join(data, "mien.db");
const [wanted] = positionals;

// What works for this one ends with it.
const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => ending.abort());

if (!existsSync(data)) fail(`There is no data folder ${data}: name it with --data.`);
try {
  if (wanted === undefined) await showBackups();
  else await restore(wanted);
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  fail(error.message);
}

async function showBackups(): Promise<void> {
  const backups = await allBackups();
  if (backups.length === 0)
    fail(`There is no backup in ${folders.join(" or ")}. Connect the stick, or name its folder with --from.`);
  for (const { name, at, bytes, path, ahead } of backups) {
    const how = ahead ? "  (made while the clock was ahead: nobody knows when)" : "";
    console.log(`${name}  ${localTime(at)}  ${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${path}${how}`);
  }
  console.log("\nscripts/restore NAME puts one of them in the database's place; newest takes the first.");
}

async function restore(name: string): Promise<void> {
  const backups = await allBackups();
  const lock = lockData(data);
  if (typeof lock !== "function")
    fail(
      `Mien is running (process ${lock.heldBy}): end it first, as a service with sudo systemctl stop mien mien-safe.`,
    );
  process.once("exit", lock);
  const named = backups.find((each) => each.name === basename(name))?.path ?? resolve(name);
  const restored = await restoreFirst(name === "newest" ? backups.map(({ path }) => path) : [named]);
  if (restored === null)
    fail(
      `There is no backup ${name} in ${folders.join(" or ")}. scripts/restore lists those that are there.`,
    );
  const { kept, path } = restored;
  const before = kept === null ? "There was none before." : `The one that was there is kept in ${kept}.`;
  console.log(`${basename(path)} is the database now. ${before}`);
}

/** The first one whose stick answers; null where there is none. */
async function restoreFirst(paths: readonly string[]): Promise<{ path: string; kept: string | null } | null> {
  const [path, ...more] = paths;
  if (path === undefined) return null;
  try {
    const restored = await inProcess("restore", { file, backup: path, at: Date.now() });
    return restored && { path, ...restored };
  } catch (error) {
    const elsewhere = more.filter((each) => dirname(each) !== dirname(path));
    if (!(error instanceof StoreError) || error.fault !== "silent" || elsewhere.length === 0) throw error;
    console.error(error.message);
    return restoreFirst(elsewhere);
  }
}

/** As the daemon chooses where its database is damaged. */
async function allBackups(): Promise<readonly FoundBackup[]> {
  const { backups, unreadable } = await inProcess("listBackups", { file, folders, at: Date.now() });
  for (const { folder, code } of unreadable)
    console.error(
      code === "ETIMEDOUT" ? silent(folder).message : `The folder ${folder} can't be read (${code}).`,
    );
  return backups;
}

function inProcess<Name extends keyof LongWork>(
  name: Name,
  options: LongWork[Name]["with"],
): Promise<LongWork[Name]["answer"]> {
  return longWork(name, options, { signal: ending.signal, polite: false });
}

function localTime(at: number): string {
  // Sweden writes a date as all of the world can read it.
  return new Date(at).toLocaleString("sv-SE");
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
