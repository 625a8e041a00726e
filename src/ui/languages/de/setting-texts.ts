import type { SettingTexts } from "../../words/setting-texts.ts";
import { guests } from "./setting-texts/guests.ts";
import { here } from "./setting-texts/here.ts";
import { music } from "./setting-texts/music.ts";
import { sound } from "./setting-texts/sound.ts";

export const words: SettingTexts = { ...here, ...music, ...sound, ...guests };
