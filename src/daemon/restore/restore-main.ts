// scripts/restore's program: lists the backups, or puts one in the database's place.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type FoundBackup, newestBackups } from "../../store/care/newest-backups.ts";
import { restoreBackup } from "../../store/care/restore.ts";
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
const [wanted] = positionals;

if (!existsSync(data)) fail(`There is no data folder ${data}: name it with --data.`);
if (wanted === undefined) await showBackups();
else await restore(wanted);

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
  const chosen =
    name === "newest"
      ? backups[0]?.path
      : (backups.find((each) => each.name === basename(name))?.path ?? name);
  if (chosen === undefined || !existsSync(chosen))
    fail(
      `There is no backup ${name} in ${folders.join(" or ")}. scripts/restore lists those that are there.`,
    );
  const lock = lockData(data);
  if (typeof lock !== "function")
    fail(
      `Mien is running (process ${lock.heldBy}): end it first, as a service with sudo systemctl stop mien mien-safe.`,
    );
  try {
    const kept = restoreBackup(join(data, "mien.db"), resolve(chosen), Date.now());
    const before = kept === null ? "There was none before." : `The one that was there is kept in ${kept}.`;
    console.log(`${basename(chosen)} is the database now. ${before}`);
  } catch (error) {
    if (!(error instanceof StoreError) && !("syscall" in (error as Error))) throw error;
    process.exitCode = 1;
    console.error((error as Error).message);
  } finally {
    lock();
  }
}

/** As the daemon chooses where its database is damaged. */
function allBackups(): Promise<readonly FoundBackup[]> {
  return newestBackups({
    file: join(data, "mien.db"),
    folders,
    at: Date.now(),
    onUnreadable: (folder, { code }) => console.error(`The folder ${folder} can't be read (${code}).`),
  });
}

function localTime(at: number): string {
  // Sweden writes a date as all of the world can read it.
  return new Date(at).toLocaleString("sv-SE");
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
