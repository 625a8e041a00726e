import { type Static, type TSchema, Type } from "typebox";
import { Affect, Daypart, Policy, PolicyByMood } from "./mood.ts";
import { LanguageTag } from "./music.ts";
import { CascadeName, Sensing } from "./vision.ts";

/** What every setting says about itself. The settings form and the README's table are drawn from this. */
export interface SettingInfo {
  group: "Camera" | "Mood" | "Music" | "Sound" | "Network";
  title: string;
  /** One or two plain sentences for the owner. */
  help: string;
  /** What it takes to come into force; most settings hold at once. */
  needsRestart?: boolean;
  unit?: string;
}

const setting = <T extends TSchema>(info: SettingInfo, schema: T): T => ({ ...schema, ...info });

/** Every setting with its title, default, range and help. Values that `scripts/start` was given outrank these. */
export type Settings = Static<typeof Settings>;
export const Settings = Type.Object(
  {
    cameraSource: setting(
      {
        group: "Camera",
        title: "Camera",
        help: "auto takes the first camera found. Or a device (/dev/v4l/by-id/…), a video file, a folder of images, or the http address of an MJPEG stream.",
      },
      Type.String({ default: "auto", minLength: 1, maxLength: 1024 }),
    ),
    sensing: setting(
      {
        group: "Camera",
        title: "What is read from faces",
        help: "expressions reads the seven expressions; smile only tells smiling from not smiling, and nothing else leaves the vision process.",
      },
      Type.Union(Sensing.anyOf, { default: "expressions" }),
    ),
    cascade: setting(
      {
        group: "Camera",
        title: "Face detector",
        help: "alt2 finds fewer false faces; default finds a few more faces.",
      },
      Type.Union(CascadeName.anyOf, { default: "haarcascade_frontalface_alt2" }),
    ),
    minFaceShare: setting(
      {
        group: "Camera",
        title: "Smallest face",
        help: "As a share of the picture's height. Smaller finds people farther away and costs more work.",
      },
      Type.Number({ default: 0.15, minimum: 0.05, maximum: 0.8 }),
    ),
    minConfidence: setting(
      {
        group: "Camera",
        title: "How sure a reading must be",
        help: "Faces read less surely than this count as unread. Empty takes the model's own value.",
      },
      Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], { default: null }),
    ),
    observationsPerSecond: setting(
      {
        group: "Camera",
        title: "Looks a second while there are faces",
        help: "How often faces are read. One look a second is made while nobody is there.",
      },
      Type.Number({ default: 5, minimum: 1, maximum: 15 }),
    ),
    moodHalfLifeMs: setting(
      {
        group: "Mood",
        title: "How fast the mood follows",
        help: "After this time half of a change in the faces has reached the mood.",
        unit: "ms",
      },
      Type.Integer({ default: 6_000, minimum: 200, maximum: 600_000 }),
    ),
    moodDwellMs: setting(
      {
        group: "Mood",
        title: "Shortest stay in a mood",
        help: "A mood is kept at least this long before its name may change.",
        unit: "ms",
      },
      Type.Integer({ default: 8_000, minimum: 0, maximum: 600_000 }),
    ),
    moodHoldMs: setting(
      {
        group: "Mood",
        title: "Kept after the last face",
        help: "How long the mood stays when nobody is seen any more.",
        unit: "ms",
      },
      Type.Integer({ default: 60_000, minimum: 0, maximum: 3_600_000 }),
    ),
    moodFadeMs: setting(
      {
        group: "Mood",
        title: "Fading to the usual mood",
        help: "How long the way back to the usual mood takes after that.",
        unit: "ms",
      },
      Type.Integer({ default: 120_000, minimum: 0, maximum: 3_600_000 }),
    ),
    usualMood: setting(
      {
        group: "Mood",
        title: "Usual mood",
        help: "What the music goes by when nobody is seen: how pleasant and how lively, each from -1 to 1. A part of the day may have its own.",
      },
      Type.Object(Affect.properties, {
        additionalProperties: false,
        default: { valence: 0.35, arousal: 0.1 },
      }),
    ),
    moodHistoryDays: setting(
      {
        group: "Mood",
        title: "How long moods are kept",
        help: "The history keeps the room's mood of each song as two numbers. After this many days they are forgotten; what was played stays.",
        unit: "days",
      },
      Type.Integer({ default: 90, minimum: 1, maximum: 365 }),
    ),
    policy: setting(
      {
        group: "Music",
        title: "What the music does about the mood",
        help: "match plays as the room is, lift moves towards pleasant, calm towards quiet, energise towards lively, glide begins as the room is and moves on song by song.",
      },
      Type.Union(Policy.anyOf, { default: "match" }),
    ),
    policyByMood: setting(
      {
        group: "Music",
        title: "The same for single moods",
        help: 'Which of these holds for a mood of its own, as {"gloomy": "lift", "tense": "calm"}. A mood that is not named takes the setting above.',
      },
      Type.Partial(Type.Object(PolicyByMood.properties), { additionalProperties: false, default: {} }),
    ),
    glideTo: setting(
      {
        group: "Music",
        title: "Where a glide ends",
        help: "How pleasant and how lively, each from -1 to 1.",
      },
      Type.Object(Affect.properties, {
        additionalProperties: false,
        default: { valence: 0.55, arousal: 0.2 },
      }),
    ),
    glideSongs: setting(
      {
        group: "Music",
        title: "Songs of a glide",
        help: "How many songs the way takes: the first is as the room is, the last is at its end.",
        unit: "songs",
      },
      Type.Integer({ default: 6, minimum: 2, maximum: 20 }),
    ),
    dayparts: setting(
      {
        group: "Music",
        title: "Parts of the day",
        help: "Hours with ways of their own: usual mood, what the music does about the mood, explicit songs or none, and how lively songs may be. Times are this machine's local time; where two overlap, the later one in the list holds.",
      },
      Type.Array(Daypart, { default: [], maxItems: 24 }),
    ),
    musicFolders: setting(
      {
        group: "Music",
        title: "Music folders",
        help: "Folders with your music, as paths from / on; everything below them is read. With none, the demo pieces play.",
      },
      Type.Array(Type.String({ pattern: "^/", maxLength: 4096 }), { default: [], maxItems: 32 }),
    ),
    rescanMinutes: setting(
      {
        group: "Music",
        title: "Looking through the music folders",
        help: "Changes are noticed at once where the system tells of them; folders in the network, and more folders than it can watch, are looked through this often. 0 never does.",
        unit: "minutes",
      },
      Type.Integer({ default: 60, minimum: 0, maximum: 10_080 }),
    ),
    analyseSound: setting(
      {
        group: "Music",
        title: "Mood from the sound",
        help: "Songs are listened to in the background, one at a time: those for which no tag, playlist, folder or person names a mood get one by how they sound.",
      },
      Type.Boolean({ default: true }),
    ),
    uploadFolder: setting(
      {
        group: "Music",
        title: "Folder for uploads",
        help: "Where music goes that is sent by a browser or copied from a stick, as a path from / on. It belongs to the music folders by itself. Empty takes a folder beside the database.",
      },
      Type.Union([Type.String({ pattern: "^/", maxLength: 4096 }), Type.Null()], { default: null }),
    ),
    onMoodChange: setting(
      {
        group: "Music",
        title: "When the mood changes",
        help: "finish lets the running song end first; fade moves over to a fitting song at once.",
      },
      Type.Union([Type.Literal("finish"), Type.Literal("fade")], { default: "finish" }),
    ),
    trackRestMinutes: setting(
      {
        group: "Music",
        title: "Rest of a song",
        help: "A song is not played again within this time, unless nothing else is left.",
        unit: "minutes",
      },
      Type.Integer({ default: 180, minimum: 0, maximum: 10_080 }),
    ),
    artistRestMinutes: setting(
      {
        group: "Music",
        title: "Rest of an artist",
        help: "Nothing by an artist is played again within this time, unless nothing else is left; and never twice in a row.",
        unit: "minutes",
      },
      Type.Integer({ default: 30, minimum: 0, maximum: 1_440 }),
    ),
    shortestSongSeconds: setting(
      {
        group: "Music",
        title: "Shortest song",
        help: "Shorter ones are left out, unless nothing else is left. Keeps jingles and skits away.",
        unit: "seconds",
      },
      Type.Integer({ default: 30, minimum: 0, maximum: 600 }),
    ),
    longestSongMinutes: setting(
      {
        group: "Music",
        title: "Longest song",
        help: "Longer ones are left out, unless nothing else is left. Empty knows no limit.",
        unit: "minutes",
      },
      Type.Union([Type.Integer({ minimum: 1, maximum: 240 }), Type.Null()], { default: null }),
    ),
    languages: setting(
      {
        group: "Music",
        title: "Languages",
        help: "As en or de: only songs that name one of them are played while there are enough. With none, every language. A guest may choose others for a while.",
      },
      Type.Array(LanguageTag, { default: [], maxItems: 10, uniqueItems: true }),
    ),
    favouriteArtists: setting(
      {
        group: "Music",
        title: "Favourite artists",
        help: "Their songs come sooner than others that suit as well. A guest who chooses artists at the screen hears them first of all.",
      },
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { default: [], maxItems: 100 }),
    ),
    preferencesHoldMinutes: setting(
      {
        group: "Music",
        title: "How long a guest's choice holds",
        help: "Languages and artists that somebody chose at the screen hold for so long.",
        unit: "minutes",
      },
      Type.Integer({ default: 120, minimum: 5, maximum: 1_440 }),
    ),
    adventure: setting(
      {
        group: "Music",
        title: "Adventure",
        help: "How far the random generator strays from the best fit: 0 always takes the best, 1 hardly minds.",
      },
      Type.Number({ default: 0.3, minimum: 0, maximum: 1 }),
    ),
    allowExplicit: setting(
      {
        group: "Music",
        title: "Explicit songs",
        help: "Whether songs that are marked as explicit may be chosen.",
      },
      Type.Boolean({ default: false }),
    ),
    randomSeed: setting(
      {
        group: "Music",
        title: "Seed of the random generator",
        help: "With the same seed, library and history the same songs are drawn. Empty takes a new one at each start.",
        needsRestart: true,
      },
      Type.Union([Type.Integer({ minimum: 0, maximum: 4_294_967_295 }), Type.Null()], { default: null }),
    ),
    output: setting(
      {
        group: "Sound",
        title: "Speaker",
        help: "auto takes what the machine uses by itself; null plays without sound; or one of mpv's audio devices (mpv --audio-device=help lists them).",
        needsRestart: true,
      },
      Type.String({ default: "auto", pattern: "^[A-Za-z0-9_./:=,@-]{1,200}$" }),
    ),
    volume: setting(
      { group: "Sound", title: "Volume at the start", help: "From 0 to 1.", needsRestart: true },
      Type.Number({ default: 0.6, minimum: 0, maximum: 1 }),
    ),
    openToNetwork: setting(
      {
        group: "Network",
        title: "Open to the network",
        help: "Off, only this machine can open the pages. On, every device in the same network can, and steer the music.",
        needsRestart: true,
      },
      Type.Boolean({ default: false }),
    ),
    port: setting(
      { group: "Network", title: "Port", help: "Where the pages are served.", needsRestart: true },
      Type.Integer({ default: 7373, minimum: 0, maximum: 65_535 }),
    ),
  },
  { additionalProperties: false },
);

export type SettingName = keyof Settings;
