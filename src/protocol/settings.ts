import { type Static, Type } from "typebox";
import { backupSettings } from "./settings/backups.ts";
import { cameraSettings } from "./settings/camera.ts";
import { cardSettings } from "./settings/cards.ts";
import { directionSettings } from "./settings/direction.ts";
import { folderSettings } from "./settings/folders.ts";
import { guestSettings } from "./settings/guests.ts";
import { hourSettings } from "./settings/hours.ts";
import { loudnessSettings } from "./settings/loudness.ts";
import { moodSettings } from "./settings/mood.ts";
import { networkSettings } from "./settings/network.ts";
import { peopleSettings } from "./settings/people.ts";
import { pickSettings } from "./settings/picks.ts";
import { placeSettings } from "./settings/place.ts";
import { soundSettings } from "./settings/sound.ts";

export type { SettingInfo } from "./settings/setting.ts";

/**
 * Every setting with its title, default, range and help, in the order in which they are shown. Values that
 * `scripts/start` was given outrank these.
 */
export type Settings = Static<typeof Settings>;
export const Settings = Type.Object(
  {
    ...placeSettings,
    ...hourSettings,
    ...cameraSettings,
    ...moodSettings,
    ...directionSettings,
    ...folderSettings,
    ...pickSettings,
    ...soundSettings,
    ...loudnessSettings,
    ...networkSettings,
    ...guestSettings,
    ...peopleSettings,
    ...cardSettings,
    ...backupSettings,
  },
  { additionalProperties: false },
);

export type SettingName = keyof Settings;
