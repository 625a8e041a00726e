// For safe-mode: prints the music folders of the settings, one a line. Whatever fails, fails the whole: safe-mode has
// other music.
import { openStore } from "../dist/src/store/open.js";

const store = await openStore({
  file: process.argv[2],
  log: { warn: (_facts, message) => console.error(message) },
});
const { musicFolders = [], uploadFolder = null } = await store.settings.all();
await store.close();
for (const folder of [...musicFolders, uploadFolder])
  if (typeof folder === "string" && folder.startsWith("/")) console.log(folder);
