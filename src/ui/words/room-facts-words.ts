import type { Sensing } from "../../protocol/vision.ts";
import { translated } from "../languages/tables.ts";
import { factsInEnglish } from "./room-facts-english.ts";

/** What is told of a place goes by these. */
export interface PlaceFacts {
  sensing: Sensing;
  /** So many days the room's mood of each song is kept. */
  moodDays: number;
  /** Where the law forbids that faces be read, and the camera stays off; null where it may look. */
  forbidden: "workplace" | "school" | null;
  /** Guests may ask for songs and vote with their own phones. */
  phones: boolean;
  /** Nobody works there. */
  home: boolean;
  /** They stand in for the camera: there is none to close. */
  photographs: boolean;
}

/** What is sensed, what is kept and what never, and what to do about it. */
export interface RoomFacts {
  lead: string;
  sections: readonly { title: string; points: readonly string[] }[];
}

export interface RoomFactsWords {
  about: (facts: PlaceFacts) => RoomFacts;
}

const english: RoomFactsWords = { about: factsInEnglish };

/** The facts in docs/law.md, "What is kept of people", in short: on the screen, and in two languages on the notice for the door. */
export let roomFactsWords: RoomFactsWords = english;

translated<RoomFactsWords>(
  english,
  {
    de: () => import("../languages/de/room-facts.ts"),
    fr: () => import("../languages/fr/room-facts.ts"),
    es: () => import("../languages/es/room-facts.ts"),
    hi: () => import("../languages/hi/room-facts.ts"),
    ar: () => import("../languages/ar/room-facts.ts"),
    zh: () => import("../languages/zh/room-facts.ts"),
  },
  (table) => {
    roomFactsWords = table;
  },
);
