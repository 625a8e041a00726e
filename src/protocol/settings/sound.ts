import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Sound");

/** How it sounds. */
export const soundSettings = {
  output: setting(
    {
      title: "Speaker",
      help: "auto takes what the machine uses by itself; null plays without sound; or one of mpv's audio devices (mpv --audio-device=help lists them). The song goes on there.",
    },
    Type.String({ default: "auto", pattern: "^[A-Za-z0-9_./:=,@-]{1,200}$" }),
  ),
  volume: setting(
    { title: "Volume at the start", help: "From 0 to 1.", needsRestart: true },
    Type.Number({ default: 0.6, minimum: 0, maximum: 1 }),
  ),
  crossfadeSeconds: setting(
    {
      title: "Crossfade",
      help: "So long a song goes out while the next one comes in. 0 plays them one after another without a gap, as does a speaker that takes one sound at a time.",
      unit: "seconds",
    },
    Type.Number({ default: 0, minimum: 0, maximum: 12 }),
  ),
  levelling: setting(
    {
      title: "Equally loud songs",
      help: "Goes by what the files say of their loudness (ReplayGain, R128, Sound Check). A quiet song is lifted only as far as nothing clips.",
    },
    Type.Boolean({ default: true }),
  ),
  preampDb: setting(
    {
      title: "Preamp",
      help: "Added to every song while songs are made equally loud.",
      unit: "dB",
    },
    Type.Number({ default: 0, minimum: -15, maximum: 15 }),
  ),
  untaggedGainDb: setting(
    {
      title: "Songs that do not say how loud they are",
      help: "Added to those instead. Most music is made about 6 dB louder than the level that the others are brought to.",
      unit: "dB",
    },
    Type.Number({ default: -6, minimum: -24, maximum: 6 }),
  ),
};
