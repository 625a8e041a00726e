import { type FSWatcher, watch } from "node:fs";

/**
 * Says that a sound card may have come or gone, where the system shows that: in /dev/snd, which is only there with the
 * first card. Speakers of a sound server come and go unsaid. Answers the undo.
 */
export function watchCards(onChange: () => void, folders = ["/dev/snd", "/dev"]): () => void {
  const watchers: FSWatcher[] = [];
  for (const folder of folders)
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (folder !== "/dev" || name === "snd") onChange();
      });
      // A folder that goes takes its watcher with it; the one above tells when it is back.
      watcher.on("error", () => watcher.close());
      watchers.push(watcher);
    } catch (error) {
      // Not there, or not to be watched in this sandbox: then it is looked at now and then.
      if (!(error instanceof Error && "syscall" in error)) throw error;
    }
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}
