import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Cards");

/** Which devices are card readers. */
export const cardSettings = {
  cardReaders: setting(
    {
      title: "Card readers",
      help: "Readers that Mien does not know by itself, as the page for readers writes them: 1234:5678 keys for one that types. Never the keyboard that you type with: what is named here is read as cards.",
    },
    Type.Array(
      Type.String({
        pattern:
          "^[\\da-f]{4}:[\\da-f]{4} (keys|bytes [\\d,-]+ of \\d+( if \\d+=[\\da-f]{2})*( unless blank [\\d,-]+)?)$",
        maxLength: 400,
      }),
      { default: [], maxItems: 16 },
    ),
  ),
};
