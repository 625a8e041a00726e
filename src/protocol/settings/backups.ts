import { Type } from "typebox";
import { TimeOfDay } from "../hours.ts";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Backups");

/** When the database is copied, and where to. */
export const backupSettings = {
  backupAt: setting(
    {
      title: "Nightly backup",
      help: "When the database is copied, by the time zone that Mien goes by; a backup that was missed is caught up on. Empty makes none by itself.",
    },
    Type.Union([TimeOfDay, Type.Null()], { default: "04:00" }),
  ),
  backupFolder: setting(
    {
      title: "Folder for backups",
      help: "As a path from / on, for one on a stick; it keeps one for each of the last seven days and the last four weeks. Empty takes a folder beside the database, which is of no use when its disk breaks.",
      ownerOnly: true,
    },
    Type.Union([Type.String({ pattern: "^/", maxLength: 4096 }), Type.Null()], { default: null }),
  ),
};
