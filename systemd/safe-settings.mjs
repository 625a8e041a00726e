// For safe-mode: prints what of the settings it can use, a word and its value on each line. Whatever fails, fails the
// whole: safe-mode has other music, and takes whatever speaker the system has.
import { openStore } from "../dist/src/store/open.js";

const store = await openStore({
  file: process.argv[2],
  log: { warn: (_facts, message) => console.error(message) },
});
const { musicFolders = [], uploadFolder = null, output = "auto" } = await store.settings.all();
await store.close();
const plain = (value) => typeof value === "string" && !value.includes("\n");
if (plain(output)) console.log(`output ${output}`);
for (const folder of [...musicFolders, uploadFolder])
  if (plain(folder) && folder.startsWith("/")) console.log(`folder ${folder}`);
