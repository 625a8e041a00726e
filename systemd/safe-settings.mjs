// For safe-mode: prints what of the settings it can use, a word and its value on each line. Whatever fails, fails the
// whole: safe-mode has other music, and takes whatever speaker the system has.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SettingsKeeper } from "../dist/src/daemon/settings-keeper.js";
import { openStore } from "../dist/src/store/open.js";

const log = { warn: (_facts, message) => console.error(message) };
const keeper = await settingsIn(process.argv[2]).catch(() => settingsInCopy(process.argv[2]));

const { musicFolders, uploadFolder, output, ...others } = keeper.current;
const plain = (value) => typeof value === "string" && !value.includes("\n");
if (plain(output)) console.log(`output ${output}`);
for (const folder of [...musicFolders, uploadFolder])
  if (plain(folder) && folder.startsWith("/")) console.log(`folder ${folder}`);
// What safe-hours.mjs goes by.
const { openingHours, holidays, temporaryStop, volume, volumeRange, quietHours, dayparts, climbMinutes } =
  others;
const hours = {
  openingHours,
  holidays,
  temporaryStop,
  volume,
  volumeRange,
  quietHours,
  dayparts,
  climbMinutes,
};
console.log(`hours ${JSON.stringify({ ...hours, timeZone: others.timeZone })}`);

async function settingsIn(file) {
  const store = await openStore({ file, log });
  try {
    const settings = new SettingsKeeper({ table: store.settings, overrides: {}, log });
    await settings.start();
    return settings;
  } finally {
    await store.close();
  }
}

/** A card in its last days takes no writes, without which SQLite can't open the database: a copy in memory will do. */
async function settingsInCopy(file) {
  const folder = mkdtempSync(join(process.env.RUNTIME_DIRECTORY ?? "/tmp", "settings-"));
  try {
    const copy = join(folder, "mien.db");
    for (const part of ["", "-wal"]) if (existsSync(file + part)) copyFileSync(file + part, copy + part);
    return await settingsIn(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
