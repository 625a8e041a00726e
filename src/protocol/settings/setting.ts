import type { TSchema } from "typebox";

/** What every setting says about itself. The settings form and the README's table are drawn from this. */
export interface SettingInfo {
  group:
    | "Place"
    | "Hours"
    | "Camera"
    | "Mood"
    | "Music"
    | "Sound"
    | "Network"
    | "Guests"
    | "People"
    | "Cards"
    | "Backups";
  title: string;
  /** One or two plain sentences for the owner. */
  help: string;
  /** What it takes to come into force; most settings hold at once. */
  needsRestart?: boolean;
  unit?: string;
  /** Paths and addresses: whoever else looks at the settings from the network is not told them. */
  ownerOnly?: true;
}

/** Answers a function that makes settings of this group: a schema that says about itself what a form shows. */
export const settingsOf =
  (group: SettingInfo["group"]) =>
  <Schema extends TSchema>(info: Omit<SettingInfo, "group">, schema: Schema): Schema => ({
    ...schema,
    group,
    ...info,
  });
