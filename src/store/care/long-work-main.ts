// The program of a child process: `long-work-main.js WORK WITH`, WITH as JSON. Prints its answer as one line of JSON, and
// is done with that.
import { faultOf } from "../faults.ts";
import { startSearchAnew } from "../search/search-index.ts";
import { askRestore } from "./asked-restore.ts";
import { inDatabase, problemsIn } from "./inspect.ts";
import type { LongWork, LongWorkAnswer } from "./long-work.ts";
import { makeBackup } from "./make-backup.ts";
import { newestBackups } from "./newest-backups.ts";
import { recover } from "./recovery.ts";
import { restoreTyped } from "./restore.ts";

const works: { [Name in keyof LongWork]: (options: LongWork[Name]["with"]) => unknown } = {
  check: ({ file }) => problemsIn(file),
  reindex: ({ file, search }) =>
    inDatabase(file, { readonly: false }, (database) => {
      database.pragma("synchronous = FULL");
      if (search) startSearchAnew(database);
      database.exec("REINDEX");
    }),
  backup: makeBackup,
  askRestore,
  recover,
  listBackups: newestBackups,
  restore: restoreTyped,
};

async function answer(name: string, options: { file: string }): Promise<LongWorkAnswer> {
  const work = works[name as keyof LongWork] as ((options: object) => unknown) | undefined;
  if (work === undefined) throw new Error(`There is no work called ${name}.`);
  try {
    return { value: (await work(options)) ?? null };
  } catch (error) {
    const fault = faultOf(error, options.file);
    if (fault === null) throw error;
    return { fault: fault.fault, message: fault.message };
  }
}

const [name = "", options = "{}"] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await answer(name, JSON.parse(options)))}\n`);
