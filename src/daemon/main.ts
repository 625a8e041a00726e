import { randomInt } from "node:crypto";
import { mkdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { MpvOutput } from "../player/mpv.ts";
import type { Settings } from "../protocol/settings.ts";
import { seededRandom } from "../recommend/random.ts";
import { openStore } from "../store/open.ts";
import { StoreError } from "../store/store.ts";
import { Appliance } from "./appliance.ts";
import { readArguments, type StartArguments } from "./arguments.ts";
import { systemClock } from "./clock.ts";
import { makeServer } from "./http/server.ts";
import { makeRuntimeFolder } from "./runtime-folder.ts";
import { SettingsKeeper } from "./settings-keeper.ts";

/** Everything must be down by then; what is not is left to the system. */
const STOP_WITHIN_MS = 3_000;

// From dist/src/daemon/ to the folder that the appliance was installed in.
const root = resolve(import.meta.dirname, "../../..");
const log = pino({ level: process.env.MIEN_LOG_LEVEL ?? "info", base: null });

// A bug: said once, with its stack, and then systemd starts a sound daemon. Rejections that nobody awaits end here.
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "a bug");
  process.exit(1);
});

const given = readArguments(process.argv.slice(2));
if ("error" in given) fail(given.error);
await start(given);

async function start(given: StartArguments): Promise<void> {
  const dataFolder =
    given.dataFolder ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local/share"), "mien");
  const store = await openData(dataFolder);
  const settings = new SettingsKeeper({ table: store.settings, overrides: overridesOf(given), log });
  await settings.start();
  const { openToNetwork, output, port, randomSeed } = settings.current;

  const seed = randomSeed ?? randomInt(2 ** 32);
  const base = process.env.XDG_RUNTIME_DIR ?? tmpdir();
  const socketDir = makeRuntimeFolder({ base, dataFolder, uid: process.getuid?.() ?? 0 });
  const speaker = (name: string) => ({ name, output: new MpvOutput({ audioDevice: name, socketDir, log }) });

  const appliance = new Appliance({
    store,
    place: await store.place(),
    settings,
    outputs: output === "null" ? [speaker("null")] : [speaker(output), speaker("null")],
    vision: { entry: join(root, "dist/src/vision/main.js"), modelsFolder: join(root, "models") },
    demo: {
      reel: join(root, "build/demo/reel.mkv"),
      musicFolder: join(root, "build/demo/music"),
      forced: given.demo,
    },
    random: seededRandom(seed),
    clock: systemClock,
    log,
  });
  const server = await makeServer({ appliance, pagesFolder: join(root, "dist/ui"), logger: log });

  const host = openToNetwork ? "::" : "127.0.0.1";
  // The door first: a port that is taken must be said before any music starts.
  const address = await server.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE")
      fail(`Port ${port} is in use: end what listens there, or take another with --port.`);
    throw error;
  });
  log.info({ address, seed, dataFolder: given.dataFolder ? "given" : "default" }, "listening");
  process.stdout.isTTY && console.log(`Mien is at ${address.replace("[::]", "localhost")}`);
  await appliance.start();

  const stop = async (signal: string) => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    log.info({ signal }, "stopping");
    await Promise.all([appliance.stop(), server.close()]);
    await store.close();
    log.info({}, "stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    process.once(signal, () => void stop(signal));
}

async function openData(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await openStore({ file: join(folder, "mien.db"), log });
  } catch (error) {
    if (error instanceof StoreError) fail(error.message);
    if (isSystemError(error))
      fail(`The data folder ${folder} can't be used (${error.code}): choose another with --data.`);
    throw error;
  }
}

function overridesOf(given: StartArguments): Partial<Settings> {
  return {
    ...(given.camera !== null && { cameraSource: given.camera }),
    ...(given.musicFolder !== null && { musicFolders: [given.musicFolder] }),
    ...(given.port !== null && { port: given.port }),
    ...(given.output !== null && { output: given.output }),
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** For what the owner can mend: one sentence and no stack. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
