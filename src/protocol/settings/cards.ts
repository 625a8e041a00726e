import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Cards");

/** Which devices are card readers. */
export const cardSettings = {
  cardReaders: setting(
    {
      title: "Card readers",
      help: "Readers that Mien does not know by itself. sudo scripts/card-reader 1234:5678, in Mien's folder and with the two numbers that lsusb lists, lets it read one; one that types is then named here, as 1234:5678 keys. docs/cards.md has the others. Never the keyboard that you type with: what is named here is read as cards.",
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
