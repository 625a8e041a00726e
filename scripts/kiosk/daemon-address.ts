import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The page is watched meanwhile by nobody. */
const ASK_TIMEOUT_MS = 2_000;

/**
 * Where the daemon says that it listens, or `usual` while it has not said so. `before`, the answer of the look before,
 * holds where systemd can't be asked: a bus that hangs says nothing about the daemon.
 */
export async function daemonAddress({ usual, before }: { usual: string; before: string }): Promise<string> {
  const show = ["show", "--property=StatusText", "--value", "mien.service"];
  try {
    const { stdout } = await promisify(execFile)("systemctl", show, {
      timeout: ASK_TIMEOUT_MS,
      killSignal: "SIGKILL",
    });
    const [, port] = /^http:\/\/\S+:(\d+)/.exec(stdout) ?? [];
    return port === undefined ? usual : `http://localhost:${port}`;
  } catch {
    return before;
  }
}
