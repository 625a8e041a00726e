import { randomInt } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { watchCards } from "../player/devices/card-watch.ts";
import type { Settings } from "../protocol/settings.ts";
import { seededRandom } from "../recommend/random.ts";
import { restoreAsked } from "../store/care/asked-restore.ts";
import type { Recovery } from "../store/care/recovery.ts";
import { openStore } from "../store/open.ts";
import { StoreError } from "../store/store.ts";
import { Appliance } from "./appliance.ts";
import { readArguments, type StartArguments } from "./arguments.ts";
import { exitAtOnce } from "./c-functions.ts";
import { watchDevices } from "./cards/device-watch.ts";
import { machineHid } from "./cards/node-hid.ts";
import { systemClock } from "./clock.ts";
import { ClockTrust } from "./clock-trust.ts";
import { lockData } from "./data-lock.ts";
import { firstWords } from "./greeting.ts";
import { openDoor } from "./http/door.ts";
import { makeServer } from "./http/server.ts";
import { openSecureDoor } from "./https/open-secure-door.ts";
import { logStream } from "./log-stream.ts";
import { bookmarks } from "./music/bookmarks.ts";
import { speakers } from "./music/speakers.ts";
import { Notify, serviceStatus, tellWhyNot } from "./notify.ts";
import { ApplianceKeyError } from "./people/appliance-key.ts";
import { KioskCodeFile } from "./people/kiosk-code-file.ts";
import { isTimeZone } from "./people/setup.ts";
import { leaveRuntimeFolder, makeRuntimeFolder, RuntimeFolderError } from "./runtime-folder.ts";
import { SettingsKeeper } from "./settings-keeper.ts";
import { startsIn } from "./starts.ts";
import { LogLines } from "./support/log-lines.ts";
import { startedWith } from "./support/started-with.ts";
import { backupFolders } from "./upkeep/backup-keeper.ts";
import { usage } from "./usage.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** Everything must be down by then; what is not is left to the system. */
const STOP_WITHIN_MS = 3_000;

/** Of a data folder that can't be used. */
const cures: Readonly<Record<string, string>> = {
  EROFS:
    "its disk takes no writes, as one does that wears out or lost power. Start the machine again, and if that is no help, take another card or disk",
  EACCES: "let it belong to Mien's user, or choose another with --data",
};

// From dist/src/daemon/ to the folder that the appliance was installed in.
const root = resolve(import.meta.dirname, "../../..");
const demo = { reel: join(root, "build/demo/reel.mkv"), musicFolder: join(root, "build/demo/music") };
/** What the machine goes by where no setting says otherwise. */
const machineZone = process.env.TZ;
/** The newest lines of the log, for the admin's page. */
const lines = new LogLines();
const log = pino(
  {
    level: process.env.MIEN_LOG_LEVEL ?? "info",
    base: null,
    // Whoever logs what: no password of a camera or a share gets there.
    hooks: { streamWrite: (line) => lines.keep(withoutSecrets(line)) },
  },
  await logStream(process.stdout, process.env),
);

// A bug: said once, with its stack, and then it is for whoever started this to start it again. Rejections that nobody awaits end here.
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "a bug");
  end(1);
});

const given = readArguments(process.argv.slice(2));
if (given === "help") {
  process.stdout.write(usage);
  process.exit(0);
}
if ("error" in given) fail(given.error);
await start(given).catch(failOrThrow);

async function start(given: StartArguments): Promise<void> {
  const dataFolder = openDataFolder(
    given.dataFolder ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local/share"), "mien"),
  );
  const database = { file: join(dataFolder, "mien.db"), folders: await backupFolders(dataFolder) };
  const restored = await restoreWhatWasAsked(database);
  const store = await openStore({ file: database.file, backups: database.folders, restored, log });
  const settings = new SettingsKeeper({ table: store.settings, overrides: overridesOf(given), log });
  await settings.start();
  goByTimeZone(settings.current.timeZone);
  settings.onChange(({ timeZone }, changed) => {
    if (changed.includes("timeZone")) goByTimeZone(timeZone);
  });
  const { openToNetwork, port, randomSeed } = settings.current;

  const seed = randomSeed ?? randomInt(2 ** 32);
  const base = process.env.XDG_RUNTIME_DIR ?? tmpdir();
  const socketDir = makeRuntimeFolder({ base, dataFolder, uid: process.getuid?.() ?? 0 });
  // Before the lock on the data goes: from then on the folder is the next daemon's.
  process.prependListener("exit", () => leaveRuntimeFolder(socketDir));
  // Of a later database than the one that is there now: who is here, what guests asked for, and what waits.
  if (restored !== null && store.care.recovery?.kind === "restored")
    for (const name of ["present.json", "phones.json", "asked.json"])
      rmSync(join(socketDir, name), { force: true });
  const crossfadeMs = () => settings.current.crossfadeSeconds * 1_000;
  const trust = new ClockTrust({ now: systemClock.now, onTrusted: () => appliance.hours.look() });

  const appliance = new Appliance({
    store,
    place: await store.place(),
    settings,
    dataFolder,
    speakers: (chosen) => speakers({ chosen, socketDir, crossfadeMs, environment: process.env, log }),
    watchCards,
    readers: { hid: machineHid, watch: watchDevices },
    // Where the system has no folder in memory, who is here and what people wait for would be on the disk.
    ...(process.env.XDG_RUNTIME_DIR && {
      presenceFile: join(socketDir, "present.json"),
      eveningFile: join(socketDir, "phones.json"),
      askedFile: join(socketDir, "asked.json"),
    }),
    bookmark: bookmarks({ socketDir, inMemory: Boolean(process.env.XDG_RUNTIME_DIR), dataFolder, log }),
    trusted: () => trust.trusted,
    daemonStarts: startsIn(process.env.RUNTIME_DIRECTORY),
    vision: {
      entry: join(root, "dist/src/vision/main.js"),
      modelsFolder: join(root, "models"),
      modelChoice: join(root, "build/model-choice.json"),
      previewSocket: join(socketDir, "preview"),
      // One thread reads the camera and one runs the net, which leaves two for files: of the many that this process has
      // (mien.service) it has no use. Said by vision itself it would come too late: they begin as its first module is read.
      environment: () => ({ ...process.env, UV_THREADPOOL_SIZE: "4" }),
    },
    demo,
    random: seededRandom(seed),
    clock: systemClock,
    log,
  });
  const { MIEN_RELEASE_SIGNERS: signers, MIEN_UPDATE_RUNNING: running } = process.env;
  const server = await makeServer({
    ...{ appliance, pagesFolder: join(root, "dist/ui"), logger: log, lines },
    startedWith: startedWith(given),
    // systemd starts it again (mien.service); a terminal does not.
    restart: process.env.NOTIFY_SOCKET ? () => void process.kill(process.pid, "SIGTERM") : null,
    updateService: signers && running ? { signers, running } : null,
  });

  // The kiosk's browser gets it from whoever starts it, and its page turns it into a token.
  const { screens } = appliance.people;
  const codeFile = new KioskCodeFile({
    path: process.env.MIEN_KIOSK_CODE ?? join(socketDir, "kiosk-code"),
    log,
  });
  process.prependListener("exit", () => codeFile.stop());
  codeFile.start(screens);

  // The door first: a port that is taken must be said before any music starts.
  const door = await openDoor(server, { port, openToNetwork });
  if ("fault" in door) fail(door.fault);
  appliance.guests.opened({ port: Number(new URL(door.address).port) || port, openToNetwork });
  log.info({ address: door.address, seed, dataFolder: given.dataFolder ? "given" : "default" }, "listening");

  const closeSecureDoor = openSecureDoor({
    ...{ appliance, server, plainPort: port, log },
    trusted: () => trust.trusted,
  });

  const status = () => serviceStatus(door.address, appliance.publisher.state);
  const systemd = Notify.open({ environment: process.env, pid: process.pid, status, log });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => end(1), STOP_WITHIN_MS).unref();
    log.info({ signal }, "stopping");
    systemd.stopping();
    await Promise.all([appliance.stop(), server.close(), closeSecureDoor()]);
    await store.close();
    log.info({}, "stopped");
    end(0);
  };
  // Before the first song, which may take seconds to begin: an mpv that was just started must not outlive this.
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
  systemd.ready();
  await trust.start();
  await appliance.start();

  // systemd has it in the unit's status. To stderr, so that the log stays what it is where it goes to a program.
  if (process.env.NOTIFY_SOCKET) return;
  const words = await firstWords(appliance, door.address);
  if (!stopping) process.stderr.write(`${words}\n`);
}

/** An admin wanted a backup in the database's place, which nobody has open yet. The store tells on screens what came of it. */
async function restoreWhatWasAsked(database: {
  file: string;
  folders: readonly string[];
}): Promise<Recovery | null> {
  const restored = await restoreAsked({ ...database, at: Date.now() });
  if (restored === null) return null;
  const { kind, kept, backupAt, why } = restored;
  if (kind === "restored")
    log.info({ kept, backupAt }, "A backup was put in the database's place, as asked.");
  else log.warn({ backupAt, why }, "The backup was not restored, and the database is as it was.");
  return restored;
}

/** Everything that goes by local time does so by this. */
function goByTimeZone(timeZone: string | null): void {
  if (timeZone !== null && !isTimeZone(timeZone))
    log.warn({ timeZone }, "There is no such time zone: the machine's holds.");
  const zone = timeZone !== null && isTimeZone(timeZone) ? timeZone : machineZone;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}

/** Made where it is not there, and this process's alone until it ends. Answers its real path. */
function openDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = lockData(folder);
    if (typeof lock !== "function")
      fail(
        `Another Mien (process ${lock.heldBy}) uses ${folder}: end it, or give this one a folder with --data.`,
      );
    process.on("exit", lock);
    return realpathSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code = "" } = error;
    fail(
      `The data folder ${folder} can't be used (${code}): ${cures[code] ?? "choose another with --data"}.`,
    );
  }
}

function overridesOf(given: StartArguments): Partial<Settings> {
  if (given.demo)
    return {
      ...overridesOf({ ...given, demo: false }),
      cameraSource: demo.reel,
      musicFolders: [],
      // The reel is shorter than a song: with the usual setting the music would never be seen to follow.
      onMoodChange: "fade",
    };
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

/** A database that can't be opened or read, or a runtime folder of somebody else's. */
function failOrThrow(error: unknown): never {
  if (
    error instanceof StoreError ||
    error instanceof RuntimeFolderError ||
    error instanceof ApplianceKeyError
  )
    fail(error.message);
  throw error;
}

/** For what the owner can mend: one sentence and no stack. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  tellWhyNot(sentence, process.env);
  end(1);
}

/**
 * Behind what others do at an end, and so before Node joins its threads: beside a share that hangs an end would last until
 * SIGKILL, and count as a crash.
 */
function end(status: number): never {
  process.on("exit", exitAtOnce);
  process.exit(status);
}
