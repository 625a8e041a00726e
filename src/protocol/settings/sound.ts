import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Sound");

/** How it sounds. */
export const soundSettings = {
  output: setting(
    {
      title: "Speaker",
      help: "auto takes what the machine uses by itself; null plays without sound; or one of mpv's audio devices (mpv --audio-device=help lists them).",
      needsRestart: true,
    },
    Type.String({ default: "auto", pattern: "^[A-Za-z0-9_./:=,@-]{1,200}$" }),
  ),
  volume: setting(
    { title: "Volume at the start", help: "From 0 to 1.", needsRestart: true },
    Type.Number({ default: 0.6, minimum: 0, maximum: 1 }),
  ),
};
