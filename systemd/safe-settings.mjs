// For safe-mode: prints what of the settings it can use, a word and its value on each line. Whatever fails, fails the
// whole: safe-mode has other music, and takes whatever speaker the system has.
import { SettingsKeeper } from "../dist/src/daemon/settings-keeper.js";
import { openStore } from "../dist/src/store/open.js";

const log = { warn: (_facts, message) => console.error(message) };
const store = await openStore({ file: process.argv[2], log });
const keeper = new SettingsKeeper({ table: store.settings, overrides: {}, log });
await keeper.start();
await store.close();

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
