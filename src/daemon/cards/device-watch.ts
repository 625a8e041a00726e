import { watch } from "node:fs";

/**
 * Says that a HID device may have come, gone, or got other rights, where the system shows that. Answers the undo.
 */
export function watchDevices(onChange: () => void, folder = "/dev"): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name?.startsWith("hidraw")) onChange();
    });
    watcher.on("error", () => watcher.close());
    return () => watcher.close();
  } catch (error) {
    // Not to be watched in this sandbox, or no watch is left: then it is looked at now and then.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return () => undefined;
  }
}
