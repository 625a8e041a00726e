import type { SettingName } from "../../protocol/settings.ts";
import { translated } from "../languages/tables.ts";

/** What a setting is called, and one or two sentences about it. */
export interface SettingText {
  title: string;
  help: string;
}

export type SettingTexts = Readonly<Record<SettingName, SettingText>>;
type Some = Readonly<Partial<Record<SettingName, Partial<SettingText>>>>;

/** English stands in the schema, where the manual has it from. Where that tells how a value is written, here it is pointed to. */
const english: Some = {
  timeZone: { help: "By which the hours go. Without a choice it is the machine's own." },
  policy: {
    help: "“Suit the room” plays as the room is, “Brighten it” heads for bright music, “Calm it” for quiet, “Liven it up” for lively, and “Lead on step by step” begins as the room is and moves on song by song.",
  },
  policyByMood: { help: "Which of these holds for a mood of its own." },
  glideTo: { help: "The point that “Lead on step by step” comes to." },
  onMoodChange: { help: "Whether the running song may end first, or a fitting one comes in at once." },
  sensing: {
    help: "With smiles only, nothing but smiling or not leaves the program that sees the picture.",
  },
  blackout: { help: "Painted black before faces are looked for, such as where staff stand." },
  openingHours: {
    help: "When there is music: a day may have several spans, and one may run past midnight. It begins and ends by itself. Until the machine knows the time it counts as open, at a low volume.",
  },
  holidays: { help: "Days with hours of their own, or with none. They outrank the opening hours." },
  temporaryStop: { help: "Outranks the opening hours." },
  quietHours: { help: "The volume is never above this at these times, whatever else holds." },
  volumeRange: {
    help: "How quiet and how loud anybody may make it. A part of the day may have its own, within this one.",
  },
  volume: { help: "How loud it begins. Whoever is at the screen may change it." },
  adventure: {
    help: "How far the random generator strays from the best fit: none always takes the best, all hardly minds.",
  },
  output: { help: "The song goes on at the other one. A speaker that is not there is waited for." },
  usualMood: {
    help: "What the music goes by when nobody is seen. A part of the day may have its own.",
  },
  guestPage: {
    help: "On, the screen shows a code that phones in the same network open: what plays, songs to ask for, a vote to skip. It takes “Open to the network” as well. Off, no phone of a guest can do anything.",
  },
  guestVoteShare: {
    help: "Of the phones that have the page open and in sight, so many must want another song.",
  },
};

/** By the setting's name; what is not there is as the schema says it. */
export let settingTexts: Some = english;

translated<Some>(
  english,
  {
    de: () => import("../languages/de/setting-texts.ts"),
    fr: () => import("../languages/fr/setting-texts.ts"),
    es: () => import("../languages/es/setting-texts.ts"),
    hi: () => import("../languages/hi/setting-texts.ts"),
    ar: () => import("../languages/ar/setting-texts.ts"),
    zh: () => import("../languages/zh/setting-texts.ts"),
  },
  (table) => {
    settingTexts = table;
  },
);
