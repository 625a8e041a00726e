import { expect, test } from "vitest";
import { Settings } from "../../protocol/settings.ts";
import { settingFault } from "./setting-fault.ts";
import type { SettingSchema } from "./setting-kind.ts";

const fault = (name: keyof typeof Settings.properties, value: unknown): string | null =>
  settingFault(Settings.properties[name] as unknown as SettingSchema, value);
const span = { days: [1], from: "09:00", to: "18:00" };

test.each<[Parameters<typeof fault>[0], unknown, string | null]>([
  ["crossfadeSeconds", 13, "This takes 0 to 12."],
  ["crossfadeSeconds", "loud", "This takes a number."],
  ["glideSongs", 2.5, "This takes a whole number."],
  ["moodHalfLifeMs", 100, "This takes 0.2 to 600."],
  ["longestSongMinutes", null, null],
  ["musicFolders", ["/srv/music", "srv/more"], "Say the whole path, from / on."],
  ["musicFolders", ["/srv/music"], null],
  ["backupFolder", "stick", "Say the whole path, from / on."],
  ["backupFolder", null, null],
  ["cameraSource", "", "This may not be empty."],
  ["languages", ["en", "plain English"], "“plain English” is not written as this needs it."],
  ["openingHours", [span], null],
  ["openingHours", [span, { ...span, days: [] }], "Choose at least one day of the week."],
  ["openingHours", [{ ...span, from: "" }], "Say a time, such as 09:00."],
  ["holidays", [{ date: "", open: [] }], "Say a day."],
  ["holidays", [{ date: "2026-12-24", open: [{ from: "", to: "14:00" }] }], "Say a time, such as 09:00."],
  ["dayparts", [{ ...span, name: " " }], "Give it a name."],
  ["volumeRange", { floor: 0.7, ceiling: 0.5 }, "The least is louder than the most."],
  ["volumeRange", { floor: 0.2, ceiling: 0.5 }, null],
])("%s of %j: %s", (name, value, told) => {
  expect(fault(name, value)).toBe(told);
});
