import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { looking, playing } from "./demo-daemon.ts";
import { FlakyCamera } from "./flaky-camera.ts";
import { findProcess } from "./processes.ts";
import { RunningDaemon } from "./running-daemon.ts";
import { readTraces, type Traced, traceInto, whyNoStrace } from "./strace.ts";

// The promise that no picture is kept and nothing is sent away, as the kernel saw a whole run: every file that any of
// Mien's processes opened to write, and everybody that they spoke to. An admin looks through the camera meanwhile.

const reason = whyNoStrace();
if (reason !== null) console.log(`The run is not watched: ${reason}.`);

/** Eight times what a report of an observation comes to, and a quarter of what a picture of the reel has. */
const LARGEST_REPORT = 4 * 1024;

/** How many pictures the admin sees: some seconds. */
const LOOKS = 10;
/** So many bytes of a picture stand nowhere else by chance; of a multiple of three base64 has no rest. */
const PIECE = 51;

/** What is no file: the terminal, nothing, and memory that goes with its process. */
const noFile = /^\/dev\/(null|tty|pts\/|shm\/|zero)|^\/memfd:|^(socket|pipe|anon_inode):/;

let folder: string;
let traces: Traced[];
let vision: Traced | undefined;
let daemonPid: number;
/** What the admin saw, and the socket that it came by. */
let pictures: Buffer[];
let previewSocket: string;
let socketMode: number;

beforeAll(async () => {
  if (reason !== null) return;
  folder = await mkdtemp(join(tmpdir(), "mien-traced-"));
  const [threads, dataFolder] = [join(folder, "threads"), join(folder, "data")];
  await Promise.all([mkdir(threads), mkdir(dataFolder), mkdir(join(folder, "tmp"))]);
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"], {
    dataFolder,
    by: traceInto(threads),
    // As on an appliance: without what keeps libraries from collecting what is run.
    environment: { HOME: folder, TMPDIR: join(folder, "tmp"), XDG_CACHE_HOME: undefined, CI: undefined },
  });
  let visionPid: number | undefined;
  try {
    await daemon.until("music", playing);
    await daemon.until("a camera that looks", looking);
    await daemon.until("faces that are read", ({ room }) => room.faces > 0 && room.looks.kind !== "nobody");
    visionPid = findProcess(daemon.pid, /vision\/main\.js/);
    daemonPid = daemon.pid;
    // Whatever writes by being asked to.
    await daemon.set({ moodHalfLifeMs: 1_000 });
    const { id } = playingSong(daemon);
    await daemon.command({ do: "skip" });
    await daemon.until("another song", (state) => playing(state) && playingSong({ state }).id !== id);
    const track = playingSong(daemon).track;
    for (const path of [`/api/library/tracks/${track}/cover?size=small`, "/api/plays.csv", "/metrics"])
      expect((await fetch(daemon.url + path)).status).toBe(200);
    expect((await fetch(`${daemon.url}/api/backups`, { method: "POST" })).ok).toBe(true);
    previewSocket = await pathOf("preview", dataFolder);
    socketMode = (await stat(previewSocket)).mode & 0o777;
    pictures = await lookThroughCamera(daemon, await setUp(daemon));
    await daemon.command({ do: "switchCamera", on: false });
    await daemon.until("a camera that is off", ({ camera }) => !camera.looking);
  } finally {
    await daemon.stop({ keepData: true });
  }
  traces = await readTraces(threads);
  vision = traces.find(({ pid }) => pid === visionPid);
  console.log(told(traces, folder));
});
afterAll(async () => {
  if (reason === null) await rm(folder, { recursive: true, force: true });
});

test.skipIf(reason !== null)(
  "vision writes no file at all, and sends nothing that a picture would fit into but at the preview's socket",
  () => {
    expect(vision).toBeDefined();
    expect([...(vision?.written ?? [])].filter((path) => !noFile.test(path))).toEqual([previewSocket]);
    const [shown, rest] = [largest(vision, isPreview), largest(vision, (to) => !isPreview(to))];
    // So that the rest would show a picture, were there one: a socket that is read slowly may take one in two writes.
    expect(shown).toBeGreaterThan(LARGEST_REPORT);
    // It was seen at all: its reports went to the daemon.
    expect(rest).toBeGreaterThan(100);
    expect(rest).toBeLessThan(LARGEST_REPORT);
  },
);

test.skipIf(reason !== null)(
  "what an admin saw through the camera is in no file, nor any piece of it",
  async () => {
    expect(pictures).toHaveLength(LOOKS);
    for (const picture of pictures) expect(picture.length).toBeGreaterThan(3 * PIECE);
    const pieces = pictures.flatMap(piecesOf);
    expect(await filesWith(pieces, folder)).toEqual([]);
    // It would have been found.
    const [first = Buffer.alloc(0)] = pictures;
    await writeFile(join(folder, "planted"), first.toString("base64"));
    expect(await filesWith(pieces, folder)).toEqual(["planted"]);
    await rm(join(folder, "planted"));
  },
);

test.skipIf(reason !== null)(
  "the preview's socket is for Mien's user alone, for the daemon alone, and goes with it",
  async () => {
    expect(socketMode).toBe(0o600);
    const visitors = traces.filter(({ addresses }) => addresses.has(`unix "${previewSocket}"`));
    expect(visitors.map(({ pid }) => pid)).toEqual([daemonPid]);
    await expect(stat(previewSocket)).rejects.toMatchObject({ code: "ENOENT" });
  },
);

test.skipIf(reason !== null)("nobody writes anywhere but into the data and runtime folders", () => {
  const files = traces.flatMap(({ written }) => [...written]).filter((path) => !noFile.test(path));
  expect(files.some((path) => path.endsWith("mien.db"))).toBe(true);
  // SQLite sorts what is large in a file without a name: it is unlinked as soon as it is open.
  const ours = (path: string) =>
    path.startsWith(`${folder}/data/`) || path.startsWith(`${folder}/tmp/etilqs_`);
  expect(files.filter((path) => !ours(path))).toEqual([]);
});

test.skipIf(reason !== null)("nothing is sent to any address but those of the machine itself", () => {
  expect(spokenTo(traces, /^inet (127\.|::1:|::ffff:127\.)/)).toEqual([]);
});

test.skipIf(reason !== null)(
  "with a camera in the network, it is the one address that is spoken to, and no picture of it reaches a file",
  async () => {
    const home = await mkdtemp(join(tmpdir(), "mien-traced-camera-"));
    const [threads, dataFolder] = [join(home, "threads"), join(home, "data")];
    await Promise.all([mkdir(threads), mkdir(dataFolder)]);
    const camera = await FlakyCamera.start(CAMERA);
    const daemon = await RunningDaemon.start(["--camera", camera.url, "--output", "null"], {
      dataFolder,
      stands: null,
      by: traceInto(threads),
      environment: { HOME: home, TMPDIR: home, XDG_CACHE_HOME: undefined, CI: undefined },
    });
    let visionPid: number | undefined;
    try {
      // The camera of a room is opened once somebody has set Mien up.
      await setUp(daemon);
      await daemon.until("music", playing);
      await daemon.until("that camera's pictures", (state) => looking(state) && !state.camera.demo);
      visionPid = findProcess(daemon.pid, /vision\/main\.js/);
    } finally {
      await daemon.stop({ keepData: true });
      await camera.unplug();
    }
    const seen = await readTraces(threads);
    console.log(told(seen, home));
    expect(spokenTo(seen, /^inet (127\.0\.0\.1:|::1:|::ffff:127\.0\.0\.1:)/)).toEqual([
      `inet ${new URL(camera.url).host}`,
    ]);
    const written = seen.find(({ pid }) => pid === visionPid)?.written;
    expect([...(written ?? [])].filter((path) => !noFile.test(path))).toEqual([
      expect.stringMatching(/\/preview$/),
    ]);
    await rm(home, { recursive: true, force: true });
  },
);

/** An address of this machine that nothing else here is at. */
const CAMERA = "127.0.0.9";

/** Everybody that any process spoke to, but for what is like this and for sockets that are files. */
function spokenTo(seen: readonly Traced[], but: RegExp): readonly string[] {
  const all = new Set(seen.flatMap(({ addresses }) => [...addresses]));
  return [...all].filter((address) => !address.startsWith("unix ") && !but.test(address));
}

const passphrase = "correct horse battery";

/** The first admin, by the session that their browser has from then on. */
async function setUp(daemon: RunningDaemon): Promise<string> {
  const answer = await fetch(`${daemon.url}/api/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ admin: { name: "Olga", passphrase }, stands: "home", place: "Kitchen" }),
  });
  expect(answer.status).toBe(201);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** As the camera page does while somebody looks: one picture after the other, and then no more. */
async function lookThroughCamera(daemon: RunningDaemon, cookie: string): Promise<Buffer[]> {
  expect((await fetch(`${daemon.url}/api/camera/preview`)).status).toBe(403);
  const told = daemon.until("the kiosk is told", ({ camera }) => camera.watched);
  const seen: Buffer[] = [];
  while (seen.length < LOOKS) {
    const answer = await fetch(`${daemon.url}/api/camera/preview`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    const picture = (await answer.formData()).get("picture") as File;
    seen.push(Buffer.from(await picture.arrayBuffer()));
  }
  await told;
  await daemon.until("nobody looks any more", ({ camera }) => !camera.watched);
  return seen;
}

/** From the middle of a picture: what stands before it in every JPEG is the same. */
function piecesOf(picture: Buffer): Buffer[] {
  const at = (part: number) => Math.floor(picture.length * part);
  return [0.5, 0.7, 0.9].map((part) => picture.subarray(at(part), at(part) + PIECE));
}

/** The files that hold any of these, as they are or as text. */
async function filesWith(pieces: readonly Buffer[], folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (pieces.some((piece) => inAnyForm(piece).some((form) => bytes.includes(form)))) found.push(entry.name);
  }
  return found;
}

/** In base64 the same bytes are written in one of three ways, by where they begin. */
const inAnyForm = (piece: Buffer): (Buffer | string)[] => [
  piece,
  piece.toString("hex"),
  ...[0, 1, 2].map((from) => piece.subarray(from, PIECE - 3 + from).toString("base64")),
];

async function pathOf(name: string, folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const found = entries.find((path) => path.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`There is no ${name} in ${folder}.`);
  return join(folder, found);
}

const isPreview = (to: string): boolean => to.includes(previewSocket);

function largest(traced: Traced | undefined, where: (to: string) => boolean): number {
  return Math.max(
    0,
    ...[...(traced?.largestWrites ?? [])].filter(([to]) => where(to)).map(([, bytes]) => bytes),
  );
}

function playingSong({ state }: Pick<RunningDaemon, "state">): { id: string; track: string } {
  const { actual } = state.player;
  if (!("pick" in actual) || actual.pick.item.kind !== "track") throw new Error(`It is ${actual.state}.`);
  return { id: actual.pick.id, track: actual.pick.item.track.id };
}

/** Both lists, each entry once, with ids and numbers that differ from run to run left out. */
function told(all: readonly Traced[], folder: string): string {
  const plain = (text: string) =>
    text
      .replace(folder, "…")
      .replace(/(?<=\/)[0-9a-f]{2}(\/[0-9a-f]{32,})?(?=[./]|$)/g, "HASH")
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
      .replace(/(?<!\d)(?!127\.)\d{3,}/g, "N");
  const list = (of: (traced: Traced) => ReadonlySet<string>) =>
    [...new Set(all.flatMap((traced) => [...of(traced)].map(plain)))].toSorted().map((each) => `  ${each}`);
  return [
    `${all.length} processes were watched.`,
    "Files written:",
    ...list(({ written }) => written),
    "Addresses spoken to:",
    ...list(({ addresses }) => addresses),
  ].join("\n");
}
