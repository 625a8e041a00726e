import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { MpvOutput } from "../mpv/mpv.ts";
import { listenedTo, request, soon } from "../mpv/testing-mpv.ts";
import { Player } from "../player.ts";
import { pickNumber, quiet } from "../testing.ts";
import { silentWav } from "./silence.ts";

const [pulse, pipewire, wireplumber, dbus] = [
  "pulseaudio",
  "pipewire",
  "wireplumber",
  "dbus-run-session",
].map((name) => spawnSync(name, ["--version"]).status === 0);
/** Of Debian's pipewire-alsa, which pulseaudio gives way to; this file of it can lie beside. */
const alsaThroughPipewire =
  pipewire &&
  readdirSync("/usr/lib").some((folder) =>
    existsSync(join("/usr/lib", folder, "alsa-lib/libasound_module_pcm_pipewire.so")),
  );
const run = promisify(execFile);
const ours = ["XDG_RUNTIME_DIR", "HOME", "ALSA_CONFIG_PATH", "PIPEWIRE_RUNTIME_DIR", "PULSE_SERVER"] as const;

let folder: string;
let before: NodeJS.ProcessEnv;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-server-"));
  // Last of all: what a test started may still write there.
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  before = { ...process.env };
  await writeFile(join(folder, "no-cards.conf"), "");
  await writeFile(join(folder, "song.wav"), silentWav(3_600_000));
  Object.assign(process.env, {
    XDG_RUNTIME_DIR: folder,
    HOME: folder,
    ALSA_CONFIG_PATH: join(folder, "no-cards.conf"),
    PIPEWIRE_RUNTIME_DIR: folder,
    PULSE_SERVER: `unix:${join(folder, "pulse/native")}`,
  });
});
afterEach(() => {
  for (const name of ours)
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
});

/** A sound server of our own with what it starts, until the test has finished. */
async function serve(command: string, args: readonly string[], socket: string): Promise<ChildProcess> {
  const server = spawn(command, args, { stdio: "ignore", detached: true });
  onTestFinished(() => void (server.pid !== undefined && process.kill(-server.pid, "SIGKILL")));
  await soon(() => access(join(folder, socket)));
  return server;
}

const pulseWithoutSinks = () =>
  serve(
    "pulseaudio",
    ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-L", "module-native-protocol-unix"],
    "pulse/native",
  );

async function playerOn(device: string) {
  const output = (audioDevice: string) => ({
    name: audioDevice,
    output: new MpvOutput({ audioDevice, socketDir: folder, log: quiet }),
  });
  const player = new Player({
    outputs: [output(device), output("null")],
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

function expectSilenceWithReason(player: Player, device = "auto"): void {
  expect(player.state).toMatchObject({ output: "null", actual: { state: "playing", pick: { id: "1" } } });
  expect(player.health).toMatchObject({
    state: "degraded",
    reason: "output-missing",
    detail: expect.stringContaining(`no sound card answers as "${device}"`),
  });
}

describe.skipIf(!pulse)("PulseAudio", () => {
  test("without a sink: it plays in silence from its start on and says why, and is heard when one comes", async () => {
    await pulseWithoutSinks();
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
    await run("pactl", ["load-module", "module-null-sink"]);
    await expect.poll(() => player.health).toEqual({ state: "ok" });
    expect(player.state).toMatchObject({ output: "auto" });
  });

  test("that loses its only sink: the reason is told, and the song goes on in silence", async () => {
    await pulseWithoutSinks();
    const { stdout: sink } = await run("pactl", ["load-module", "module-null-sink"]);
    const player = await playerOn("auto");
    expect(player.state.output).toBe("auto");
    await run("pactl", ["unload-module", sink.trim()]);
    await soon(() => expectSilenceWithReason(player));
  });

  test("that hangs: the reason is told, and the song goes on in silence", async () => {
    const server = await pulseWithoutSinks();
    await run("pactl", ["load-module", "module-null-sink"]);
    const player = await playerOn("auto");
    expect(player.state.output).toBe("auto");
    server.kill("SIGSTOP");
    await soon(() => expectSilenceWithReason(player));
  });

  test("whose sink stands still after a third of a second: it is to blame, and the song goes on in silence", async () => {
    await pulseWithoutSinks();
    // A pipe that nobody reads: so much goes in, and no more.
    await run("pactl", ["load-module", "module-pipe-sink", `file=${join(folder, "pipe")}`]);
    const player = await playerOn("auto");
    await soon(() => {
      expect(player.state).toMatchObject({ output: "null", actual: { state: "playing", pick: { id: "1" } } });
      expect(player.health).toMatchObject({ state: "degraded", reason: "output-missing" });
    });
  });
});

describe.skipIf(!pipewire)("PipeWire", () => {
  test("without a sink: it plays in silence from its start on and says why", async () => {
    await serve("pipewire", [], "pipewire-0");
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
  });

  test("whose sink takes no sound, for nobody connects it: it plays in silence from its start on and says why", async () => {
    await serve("pipewire", [], "pipewire-0");
    const sink =
      "factory.name=support.null-audio-sink media.class=Audio/Sink object.linger=true node.name=mute";
    await run("pw-cli", ["create-node", "adapter", `{ ${sink} }`]);
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
  });
});

describe.skipIf(!alsaThroughPipewire)("PipeWire behind ALSA's default, as pipewire-alsa makes it", () => {
  const sink =
    "factory.name=support.null-audio-sink media.class=Audio/Sink object.linger=true node.name=room";
  const createSink = () => run("pw-cli", ["create-node", "adapter", `{ ${sink} }`]);
  const destroySink = () => run("pw-cli", ["destroy", "room"]);

  beforeEach(async () => {
    await writeFile(join(folder, "no-cards.conf"), "pcm.!default { type pipewire }\n");
    await serve("pipewire", [], "pipewire-0");
  });

  test("without a sink: the first sound that it swallows is not taken for an answer, and the songs are not to blame", async () => {
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
  });

  describe.skipIf(!wireplumber || !dbus)("with WirePlumber, which connects what plays", () => {
    beforeEach(async () => {
      await serve("dbus-run-session", ["--", "wireplumber"], "pipewire-0");
      await createSink();
    });
    const plays = async () => {
      const heard = await listenedTo(
        new MpvOutput({ audioDevice: "alsa/default", socketDir: folder, log: quiet }),
      );
      if (!heard.started.ok) throw new Error(heard.started.detail);
      return heard;
    };

    test("and a sink that goes: the song goes on in silence with the reason, and is heard when it is back", async () => {
      await soon(async () => (await plays()).output.stop());
      const player = await playerOn("alsa/default");
      await soon(() => expect(player.state.output).toBe("alsa/default"));
      await destroySink();
      await soon(() => expectSilenceWithReason(player, "alsa/default"));
      await createSink();
      await soon(() => {
        expect(player.health).toEqual({ state: "ok" });
        expect(player.state).toMatchObject({
          output: "alsa/default",
          actual: { state: "playing", pick: { id: "1" } },
        });
      });
    });

    test("and a sink that goes between two songs: the output is lost, and not the song", async () => {
      const { output, eventOf } = await soon(plays);
      await destroySink();
      const loaded = await output.load(request(join(folder, "song.wav")));
      expect(loaded).toMatchObject({ ok: false, because: "lost" });
      expect(await eventOf("lost")).toMatchObject({ reason: "mpv-stalled" });
    });
  });
});
