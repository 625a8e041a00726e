import type { FastifyPluginAsync } from "fastify";
import { type AudioDevice, audioDevices } from "../../../player/devices/audio-devices.ts";

/** What the setting `output` may be on this machine, as mpv lists it. */
export const outputRoutes: FastifyPluginAsync = async (server) => {
  // An mpv is started for it: whoever asks while one is asked hears the same.
  let asking: Promise<readonly AudioDevice[]> | null = null;
  server.get("/api/outputs", async () => {
    asking ??= audioDevices().finally(() => {
      asking = null;
    });
    return { outputs: [...(await asking), { name: "null", title: "No sound" }] };
  });
};
