import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, vi } from "vitest";
import { mpvDecks } from "../decks/mpv-decks.ts";
import type { Environment } from "../mpv/mpv-environment.ts";
import { soon } from "../mpv/testing-mpv.ts";
import { Player } from "../player.ts";
import { pickNumber, quiet } from "../testing.ts";
import { audioDevices, otherDevices } from "./audio-devices.ts";
import { OtherDevice } from "./other-device.ts";
import { silentWav } from "./silence.ts";

export const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

export const run = promisify(execFile);

/** Until the test has finished: no sound card, no sound server of anybody else's, and an hour's song in this folder. */
export async function machineWithoutSound(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mien-server-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "no-cards.conf"), "");
  await writeFile(join(folder, "song.wav"), silentWav(3_600_000));
  const places = {
    XDG_RUNTIME_DIR: folder,
    HOME: folder,
    ALSA_CONFIG_PATH: join(folder, "no-cards.conf"),
    PIPEWIRE_RUNTIME_DIR: folder,
    PULSE_SERVER: `unix:${join(folder, "pulse/native")}`,
  };
  for (const [name, value] of Object.entries(places)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

/** A sound server of our own with what it starts, until the test has finished. */
export async function serve(
  command: string,
  args: readonly string[],
  socket: string,
  environment?: Environment,
): Promise<ChildProcess> {
  const env = environment && { env: environment };
  const server = spawn(command, args, { stdio: "ignore", detached: true, ...env });
  onTestFinished(() => void (server.pid !== undefined && process.kill(-server.pid, "SIGKILL")));
  await soon(() => access(socket));
  return server;
}

/** PipeWire, and unless told otherwise WirePlumber, which connects what plays. */
export async function servePipewire(folder: string, { connecting = true } = {}): Promise<void> {
  const socket = join(folder, "pipewire-0");
  await serve("pipewire", [], socket);
  if (connecting) await serve("dbus-run-session", ["--", "wireplumber"], socket);
}

/** One that takes sound, and lets nobody hear it. */
export const plugIn = (sink: string) =>
  run("pw-cli", [
    "create-node",
    "adapter",
    `{ factory.name=support.null-audio-sink media.class=Audio/Sink object.linger=true node.name=${sink} }`,
  ]);

export const pullOut = (sink: string) => run("pw-cli", ["destroy", sink]);

/** Resolves when mpv lists exactly these of PipeWire's. */
export const listed = (...sinks: readonly string[]): Promise<void> =>
  soon(async () => {
    const names = (await audioDevices()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("pipewire/"))).toEqual(
      sinks.map((sink) => `pipewire/${sink}`),
    );
  });

/** The sinks that anything plays to. */
export async function playedTo(): Promise<readonly string[]> {
  const { stdout } = await run("pw-link", ["--links"]);
  return [...new Set([...stdout.matchAll(/\|-> (\w+):playback/g)].map(([, sink = ""]) => sink))];
}

export interface PlayerPlace {
  folder: string;
  /** What mpv inherits. */
  environment: Environment;
  /** Whether any other speaker follows the chosen one. */
  others?: boolean;
}

/** One that plays the hour's song there, on any other speaker while that is away, and in silence where none is. */
export async function playerOn(device: string, { folder, environment, others = true }: PlayerPlace) {
  const make = (audioDevice: string) =>
    mpvDecks({ audioDevice, socketDir: folder, environment, crossfadeMs: () => 0, log: quiet });
  const other = new OtherDevice({
    devices: async () => otherDevices(await audioDevices(), device),
    make,
  });
  const elsewhere = {
    output: other,
    get name() {
      return other.device ?? "another";
    },
  };
  const player = new Player({
    outputs: [
      { name: device, output: make(device) },
      ...(others ? [elsewhere] : []),
      { name: "null", output: make("null") },
    ],
    clock: { now: Date.now, monotonic: () => performance.now() },
    resolve: async () => ({ path: join(folder, "song.wav"), gainDb: null }),
    next: async () => pickNumber(1),
    volume: 0.5,
    log: quiet,
  });
  onTestFinished(() => player.stop());
  await player.start();
  return player;
}

export function expectSilenceWithReason(player: Player, device = "auto"): void {
  expect(player.state).toMatchObject({ output: "null", actual: { state: "playing", pick: { id: "1" } } });
  expect(player.health).toMatchObject({
    state: "degraded",
    reason: "output-missing",
    detail: expect.stringContaining(`no sound card answers as "${device}"`),
  });
}
