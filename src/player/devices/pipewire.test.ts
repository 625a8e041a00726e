import { basename } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { mpvPlaces } from "../mpv/mpv-orphan.ts";
import { soon, valuesOf } from "../mpv/testing-mpv.ts";
import type { Player } from "../player.ts";
import { visitor } from "../testing.ts";
import { namesIn } from "./served-speaker.ts";
import {
  expectSilenceWithReason,
  isInstalled,
  listed,
  machineWithoutSound,
  playedTo,
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

  describe("of whose speakers one was chosen", () => {
    const placeOf = ({ state: { actual } }: Player): number =>
      "positionMs" in actual ? actual.positionMs : 0;
    /** Until mpv itself tells: what its list does not show is not noticed. */
    const pullOutAsTold = async (): Promise<void> => {
      const place = basename(mpvPlaces(folder, "pipewire/room").socket, ".sock");
      const lists = await valuesOf(folder, "audio-device-list", place);
      await pullOut("room");
      await soon(() => expect(namesIn(lists.at(-1))).not.toContain("pipewire/room"));
    };
    let player: Player;

    beforeEach(async () => {
      await plugIn("tv");
      await plugIn("room");
      await listed("tv", "room");
      player = await playerOn("pipewire/room", { folder, environment: process.env });
      await playsThrough(player, "pipewire/room");
      await soon(async () => expect(await playedTo()).toEqual(["room"]));
      await player.seek(600_000, visitor);
    });

    test("and it is pulled out: the song goes on elsewhere, which is said, and back there once it is back", async () => {
      await pullOut("room");
      await soon(() =>
        expect(player.health).toMatchObject({ state: "degraded", reason: "output-elsewhere" }),
      );
      await soon(() =>
        expect(player.state).toMatchObject({
          output: "auto",
          actual: { state: "playing", pick: { id: "1" } },
        }),
      );
      await soon(async () => expect(await playedTo()).toEqual(["tv"]));
      await plugIn("room");
      await playsThrough(player, "pipewire/room");
      await soon(async () => expect(await playedTo()).toEqual(["room"]));
      expect(placeOf(player)).toBeGreaterThan(599_000);
    });

    test("and it is away for a moment: the song does not stay where the server has moved it to", async () => {
      await pullOutAsTold();
      await plugIn("room");
      await soon(async () => expect(await playedTo()).toEqual(["room"]));
      await playsThrough(player, "pipewire/room");
    });

    test("and it is pulled out during a pause: nothing is heard elsewhere before somebody goes on", async () => {
      await player.pause(visitor);
      await pullOutAsTold();
      expect(player.state).toMatchObject({ output: "pipewire/room", actual: { state: "paused" } });
      await player.play(visitor);
      await soon(() => expect(player.health).toMatchObject({ reason: "output-elsewhere" }));
      await soon(() => expect(player.state).toMatchObject({ output: "auto", actual: { state: "playing" } }));
    });
  });
});
