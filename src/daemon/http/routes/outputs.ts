import type { FastifyPluginAsync } from "fastify";
import { type AudioDevice, audioDevices } from "../../../player/devices/audio-devices.ts";
import { speakerList } from "../../../player/devices/speaker-list.ts";

/** What the setting `output` is chosen from on this machine; it takes every other name that mpv lists as well. */
export const outputRoutes: FastifyPluginAsync = async (server) => {
  // An mpv is started for it: whoever asks while one is asked hears the same.
  let asking: Promise<readonly AudioDevice[]> | null = null;
  server.get("/api/outputs", async () => {
    asking ??= audioDevices().finally(() => {
      asking = null;
    });
    return { outputs: [...speakerList(await asking), { name: "null", title: "No sound", kind: null }] };
  });
};
