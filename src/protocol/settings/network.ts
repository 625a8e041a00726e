import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Network");

/** Who may open the pages. */
export const networkSettings = {
  openToNetwork: setting(
    {
      title: "Open to the network",
      help: "Off, only this machine can open the pages. On, every device in the same network can look; who is signed in there can steer the music, and guests what the page for phones lets them.",
      needsRestart: true,
    },
    Type.Boolean({ default: false }),
  ),
  hostNames: setting(
    {
      title: "Names of this machine",
      help: "By which other devices open the pages, as mien.fritz.box. Its own name, the same with .local, and its addresses are known without; every other name is refused, because a web site could let one point here.",
    },
    Type.Array(Type.String({ pattern: "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", maxLength: 253 }), {
      default: [],
      maxItems: 20,
      uniqueItems: true,
    }),
  ),
  port: setting(
    { title: "Port", help: "Where the pages are served.", needsRestart: true },
    Type.Integer({ default: 7373, minimum: 0, maximum: 65_535 }),
  ),
  httpsPort: setting(
    {
      title: "Port for HTTPS",
      help: "Where admins come in from other devices, once Mien is open to the network: by plain HTTP nobody there can be one. From then on the fingerprint of its certificate stands here, to compare with the one that a browser shows. Empty takes the one after the other port.",
      needsRestart: true,
    },
    Type.Union([Type.Integer({ minimum: 0, maximum: 65_535 }), Type.Null()], { default: null }),
  ),
};
