import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { LoadRequest, Output, OutputEvent } from "../output.ts";
import { quiet } from "../testing.ts";
import { MpvOutput, type MpvOutputOptions } from "./mpv.ts";
import { MpvIpc } from "./mpv-ipc.ts";

/** What this answers once it no longer throws. The limit is for what would hang. */
export const soon = <Answer>(look: () => Answer | Promise<Answer>): Promise<Answer> =>
  vi.waitFor(look, { timeout: 60_000, interval: 10 });

/** A real mpv that keeps time and makes no sound, until the test has finished. */
export async function mpvIn(socketDir: string, options: Partial<MpvOutputOptions> = {}) {
  return listenedTo(new MpvOutput({ audioDevice: "null", socketDir, log: quiet, ...options }));
}

/** Starts an output, and hears what it says. */
export async function listenedTo<T extends Output>(output: T) {
  const events: OutputEvent[] = [];
  output.on((event) => events.push(event));
  onTestFinished(() => output.stop());
  const started = await output.start();
  const eventOf = <T extends OutputEvent["type"]>(type: T): Promise<OutputEvent & { type: T }> =>
    soon(() => {
      const found = events.find((event) => event.type === type);
      if (found === undefined) throw new Error(`no ${type}`);
      return found as OutputEvent & { type: T };
    });
  return { output, started, events, eventOf };
}

export const request = (path: string, more: Partial<LoadRequest> = {}): LoadRequest => ({
  path,
  startAtMs: 0,
  paused: false,
  gainDb: null,
  ...more,
});

export const pidIn = async (socketDir: string, name = "mpv-null"): Promise<number> =>
  Number((await readFile(join(socketDir, `${name}.pid`), "utf8")).split(" ")[0]);

export const runs = (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/cmdline`, "utf8").then(
    (line) => line !== "",
    () => false,
  );

/** Every mpv with a socket there; also one that has no pid file yet, because its daemon was killed as it began. */
export async function allIn(socketDir: string): Promise<number[]> {
  const found: number[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number)) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line.includes(`--input-ipc-server=${socketDir}/`)) found.push(pid);
  }
  return found;
}

export async function endAllIn(socketDir: string): Promise<void> {
  for (const pid of await allIn(socketDir)) process.kill(pid, "SIGKILL");
}

/** Somebody speaks to an mpv beside us. */
export async function tellMpv(
  socketDir: string,
  command: readonly unknown[],
  name = "mpv-null",
): Promise<unknown> {
  const ipc = await MpvIpc.connect(join(socketDir, `${name}.sock`));
  const reply = await ipc?.request(command);
  ipc?.close();
  return reply?.data ?? null;
}

export const askMpv = (socketDir: string, property: string, name?: string): Promise<unknown> =>
  tellMpv(socketDir, ["get_property", property], name);

/** Every value that a property of an mpv takes from now on: what comes and goes is seen, however late it is looked for. */
export async function valuesOf(socketDir: string, property: string, name = "mpv-null"): Promise<unknown[]> {
  const ipc = await soon(async () => {
    const connected = await MpvIpc.connect(join(socketDir, `${name}.sock`));
    if (connected === null) throw new Error(`There is no ${name}.`);
    return connected;
  });
  onTestFinished(() => ipc.close());
  const values: unknown[] = [];
  ipc.listen(
    ({ event, data }) => event === "property-change" && values.push(data ?? null),
    () => undefined,
  );
  await ipc.request(["observe_property", 1, property]);
  return values;
}

/**
 * A daemon in small, as a process of its own: it plays songs one after another through a whole player, says "plays"
 * when the first one does, and crashes on SIGUSR2.
 */
export async function smallDaemon(options: {
  socketDir: string;
  songs: readonly string[];
  crossfadeMs?: number;
}) {
  const script = `
    import { join } from "node:path";
    import { BookmarkFile } from ${JSON.stringify(new URL("../bookmark.js", import.meta.url).href)};
    import { mpvDecks } from ${JSON.stringify(new URL("../decks/mpv-decks.js", import.meta.url).href)};
    import { Player } from ${JSON.stringify(new URL("../player.js", import.meta.url).href)};
    const [socketDir, ...songs] = process.argv.slice(1);
    const log = { info: () => {}, warn: () => {} };
    const monotonic = () => performance.now();
    const output = mpvDecks({ audioDevice: "null", socketDir, log, crossfadeMs: () => ${options.crossfadeMs ?? 0} });
    let n = 0;
    const player = new Player({
      outputs: [{ name: "null", output }], clock: { now: Date.now, monotonic }, volume: 0.5, log,
      resolve: async (item) => ({ path: item.title, gainDb: null }),
      next: async () => n < songs.length
        ? { id: String(n), item: { kind: "announcement", title: songs[n++] }, pickedAt: 0, reasons: [], draw: null }
        : null,
      bookmark: new BookmarkFile({ file: join(socketDir, "bookmark.json"), monotonic, log }),
    });
    process.once("SIGUSR2", () => process.exit(1));
    process.once("SIGTERM", async () => { await player.stop(); process.exit(0); });
    await player.start();
    process.stdout.write("plays");`;
  const daemon = spawn(
    process.execPath,
    ["--input-type=module", "-e", script, options.socketDir, ...options.songs],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = once(daemon, "exit");
  // While it lives it replaces each mpv that is ended; so it goes first.
  onTestFinished(async () => {
    daemon.kill("SIGKILL");
    await gone;
    await endAllIn(options.socketDir);
  });
  await once(daemon.stdout, "data");
  return {
    daemon,
    pid: await pidIn(options.socketDir),
    end: async (signal: NodeJS.Signals): Promise<void> => {
      daemon.kill(signal);
      await gone;
    },
  };
}
