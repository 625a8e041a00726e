import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { MpvOutput } from "../mpv/mpv.ts";
import { listenedTo, request, soon } from "../mpv/testing-mpv.ts";
import { quiet } from "../testing.ts";
import {
  expectSilenceWithReason,
  isInstalled,
  machineWithoutSound,
  playerOn as playerAt,
  plugIn,
  pullOut,
  run,
  serve,
  servePipewire,
} from "./testing-sound-server.ts";
import { unpackedFile, unpackedPulse } from "./testing-unpacked-servers.ts";

const pulse = unpackedPulse();
const alsaPlugin = unpackedFile("libasound_module_pcm_pipewire.so");
const [pipewire, wireplumber, dbus] = ["pipewire", "wireplumber", "dbus-run-session"].map(isInstalled);

let folder: string;
const playerOn = (device: string) => playerAt(device, { folder, environment: process.env, others: false });

beforeEach(async () => {
  folder = await machineWithoutSound();
});

async function pulseWithoutSinks() {
  if (pulse === null) throw new Error("PulseAudio is not unpacked");
  const socket = join(folder, "pulse/native");
  return serve(pulse.program, pulse.args, socket, { ...process.env, ...pulse.environment });
}

describe.skipIf(pulse === null)("PulseAudio", () => {
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
    await servePipewire(folder, { connecting: false });
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
  });

  test("whose sink takes no sound, for nobody connects it: it plays in silence from its start on and says why", async () => {
    await servePipewire(folder, { connecting: false });
    await plugIn("mute");
    const player = await playerOn("auto");
    expectSilenceWithReason(player);
  });
});

describe.skipIf(!pipewire || alsaPlugin === null)(
  "PipeWire behind ALSA's default, as pipewire-alsa makes it",
  () => {
    beforeEach(async () => {
      const types = `pcm_type.pipewire { lib "${alsaPlugin}" }\n`;
      await writeFile(join(folder, "no-cards.conf"), `${types}pcm.!default { type pipewire }\n`);
      await servePipewire(folder, { connecting: false });
    });

    test("without a sink: the first sound that it swallows is not taken for an answer, and the songs are not to blame", async () => {
      const player = await playerOn("auto");
      expectSilenceWithReason(player);
    });

    describe.skipIf(!wireplumber || !dbus)("with WirePlumber, which connects what plays", () => {
      beforeEach(async () => {
        await serve("dbus-run-session", ["--", "wireplumber"], join(folder, "pipewire-0"));
        await plugIn("room");
      });
      const plays = async () => {
        const heard = await listenedTo(
          new MpvOutput({
            audioDevice: "alsa/default",
            socketDir: folder,
            environment: process.env,
            log: quiet,
          }),
        );
        if (!heard.started.ok) throw new Error(heard.started.detail);
        return heard;
      };

      test("and a sink that goes: the song goes on in silence with the reason, and is heard when it is back", async () => {
        await soon(async () => (await plays()).output.stop());
        const player = await playerOn("alsa/default");
        await soon(() => expect(player.state.output).toBe("alsa/default"));
        await pullOut("room");
        await soon(() => expectSilenceWithReason(player, "alsa/default"));
        await plugIn("room");
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
        await pullOut("room");
        const loaded = await output.load(request(join(folder, "song.wav")));
        expect(loaded).toMatchObject({ ok: false, because: "lost" });
        expect(await eventOf("lost")).toMatchObject({ reason: "mpv-stalled" });
      });
    });
  },
);
