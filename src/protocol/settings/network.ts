import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Network");

/** Who may open the pages. */
export const networkSettings = {
  openToNetwork: setting(
    {
      title: "Open to the network",
      help: "Off, only this machine can open the pages. On, every device in the same network can, and steer the music.",
      needsRestart: true,
    },
    Type.Boolean({ default: false }),
  ),
  port: setting(
    { title: "Port", help: "Where the pages are served.", needsRestart: true },
    Type.Integer({ default: 7373, minimum: 0, maximum: 65_535 }),
  ),
};
