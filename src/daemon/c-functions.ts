import { createRequire } from "node:module";
import type { KoffiFunc, LibraryHandle } from "koffi";

// What C can do and Node has no words for. docs/decisions/systemd-notify.md tells why it is done by koffi, which is loaded
// with the first of these.

let notify: KoffiFunc<(unsetEnvironment: number, state: string) => number> | undefined;

/** As libsystemd answers: a negative error number where the message could not be sent. */
export function sdNotify(message: string): number {
  notify ??= load("libsystemd.so.0").func("int sd_notify(int unset_environment, const char *state)");
  return notify(0, message);
}

/**
 * The end of this process, whatever its threads do. `process.exit` joins those that it asks files in, and one that waits for
 * a share which hangs never comes to its end.
 */
export function exitAtOnce(status: number): void {
  load("libc.so.6").func("void _exit(int)")(status);
}

function load(library: string): LibraryHandle {
  const koffi = createRequire(import.meta.url)("koffi") as typeof import("koffi");
  return koffi.load(library);
}
