import { beforeEach, describe, expect, test } from "vitest";
import { soon } from "../mpv/testing-mpv.ts";
import type { Player } from "../player.ts";
import {
  expectSilenceWithReason,
  isInstalled,
  listed,
  machineWithoutSound,
  playerOn,
  plugIn,
  pullOut,
  servePipewire,
} from "./testing-sound-server.ts";

const installed = ["pipewire", "wireplumber", "dbus-run-session"].every(isInstalled);

describe.skipIf(!installed)("PipeWire with WirePlumber, as scripts/install sets it up", () => {
  let folder: string;
  const playsThrough = (player: Player, output: string): Promise<void> =>
    soon(() => {
      expect(player.state).toMatchObject({ output, actual: { state: "playing", pick: { id: "1" } } });
      expect(player.health).toEqual({ state: "ok" });
    });

  beforeEach(async () => {
    folder = await machineWithoutSound();
    await servePipewire(folder);
  });

  test("whose last speaker is pulled out: the reason is told, and the song is heard again when one is back", async () => {
    await plugIn("room");
    await listed("room");
    const player = await playerOn("auto", { folder, environment: process.env });
    await playsThrough(player, "auto");
    await pullOut("room");
    await soon(() => expectSilenceWithReason(player));
    await plugIn("room");
    await playsThrough(player, "auto");
  });
});
