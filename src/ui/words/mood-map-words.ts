import { translated } from "../languages/tables.ts";

const songs = (count: number): string => (count === 1 ? "one song" : `${count.toLocaleString("en")} songs`);
const Songs = (count: number): string => (count === 1 ? "One song" : `${count.toLocaleString("en")} songs`);

const english = {
  map: {
    label: "Your music by mood",
    drawing: (placed: number) => `The mood map with ${songs(placed)}, and a line round what runs dry`,
    stars: "The more stars, the more music.",
    shore: "Inside this line a mood runs dry within an hour.",
    unplaced: (count: number) => `${Songs(count)} without a place on the map.`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number) =>
      `${hours.toLocaleString("en", { maximumFractionDigits: hours < 10 ? 1 : 0 })} h`,
    list: "What can play in each mood",
    counted: "Counted is all music near enough to a mood to play in it, so one song may count for several.",
    fillsADay: "Fills a day without repeating.",
    /** `about` is a length of music in words. */
    fillsAnHour: (about: string, missing: number) =>
      `Fills an hour. Add about ${about} (${songs(missing)}) to fill a day.`,
    thin: (about: string, missing: number) =>
      `Runs dry within an hour. Add about ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes: number) => `${minutes} minutes`,
    aboutHours: (hours: number) => (hours === 1 ? "an hour" : `${hours.toLocaleString("en")} hours`),
    /** Between two sentences. */
    between: " ",
    genres: (genres: readonly string[]) =>
      genres.length === 1
        ? `Of your genres ${genres[0]} is near.`
        : `Of your genres ${new Intl.ListFormat("en").format(genres)} are near.`,
  },
  effect: {
    label: "Did the room look different?",
    intro: (days: number) =>
      `How faces looked before and during songs in the last ${days} days, beyond what a room does by itself. A difference proves no cause.`,
    policies: {
      match: "Suit the room",
      lift: "Brighten it",
      calm: "Calm it",
      energise: "Liven it up",
      glide: "Lead on step by step",
    },
    songs: Songs,
    /** Along what a policy means to do, and against it. */
    intended: {
      lift: ["brighter", "darker"],
      calm: ["calmer", "livelier"],
      energise: ["livelier", "calmer"],
      glide: ["nearer to its end", "farther from its end"],
    },
    valence: "brighter",
    arousal: "livelier",
    verdicts: {
      improved: (way: string, _against: string) => `The room looked ${way}`,
      worsened: (_way: string, against: string) => `The room looked ${against}`,
      "no-effect-seen": () => "No effect seen",
      "too-few": () => "Too few songs to tell",
      yardstick: () => "The yardstick for the others",
    },
    /** A difference and how sure it is, to whoever hears the page. */
    spoken: (mean: string, low: string, high: string) => `${mean}, between ${low} and ${high}`,
    /** In the yardstick's place, where there are no others. */
    alone: "Nothing to compare it with yet",
    empty:
      "No song counts here yet. One does once it has ended and the faces in sight led while it played: neither the dial nor the usual mood.",
  },
};

export type MoodMapWords = typeof english;

/** Where the music stands, what runs dry, and what came of each policy. */
export let moodMapWords: MoodMapWords = english;

translated<MoodMapWords>(
  english,
  {
    de: () => import("../languages/de/mood-map.ts"),
    fr: () => import("../languages/fr/mood-map.ts"),
    es: () => import("../languages/es/mood-map.ts"),
    hi: () => import("../languages/hi/mood-map.ts"),
    ar: () => import("../languages/ar/mood-map.ts"),
    zh: () => import("../languages/zh/mood-map.ts"),
  },
  (table) => {
    moodMapWords = table;
  },
);
