import type { Affect, MoodLabel, Policy } from "../protocol/mood.ts";
import { moodNames } from "../protocol/mood-names.ts";
import { choiceWords } from "./choice-words.ts";
import { type Trouble, troubles } from "./trouble-words.ts";

/** "2 faces", "one face". */
const faces = (count: number): string => (count === 1 ? "one face" : `${count} faces`);
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const isSong = (song: string | null): string | null => song && `: this one is ${song}`;
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What faces show, after "2 faces," and after "the room looks". Never what anybody feels. */
const expressions: ReadonlyMap<string, { faces: string; room: string }> = new Map([
  ["angry", { faces: "frowning", room: "frowning" }],
  ["disgust", { faces: "grimacing", room: "grimacing" }],
  ["fear", { faces: "wide-eyed", room: "wide-eyed" }],
  ["happy", { faces: "smiling", room: "smiling" }],
  ["neutral", { faces: "neutral", room: "neutral" }],
  ["sad", { faces: "looking sad", room: "sad" }],
  ["surprise", { faces: "looking surprised", room: "surprised" }],
  ["smiling", { faces: "smiling", room: "smiling" }],
  ["notSmiling", { faces: "not smiling", room: "not smiling" }],
]);

/** Moods as words for music: the page never names a mood as what people feel. */
const music: Readonly<Record<MoodLabel, string>> = moodNames;

const chosenTo: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "to be brighter",
  calm: "to be calmer",
  energise: "to be livelier",
  glide: "as a step on the way from there",
};

/** Every word on the pages. Another language is another table of this shape. */
export const words = {
  language: "en",

  now: {
    playing: "Now playing",
    paused: "Paused",
    loading: "Coming up",
    recovering: "The sound broke off; the same song is coming back",
    announced: (title: string, artists: string) =>
      artists === "" ? `Now playing: ${title}` : `Now playing: ${title}, by ${artists}`,
    titled: (paused: boolean, title: string) => `${paused ? "Paused" : "Now playing"}: ${title}`,
    next: (title: string) => `Next: ${title}`,
    unknownArtist: "Unknown artist",
    coverOf: (title: string) => `Cover of ${title}`,
  },
  idle: {
    starting: { title: "One moment", text: "The first song is being chosen." },
    paused: { title: "Paused", text: "Touch the screen to play." },
    closed: { title: "Closed for now", text: "The music begins again by itself when it opens." },
    "nothing-playable": {
      title: "Nothing to play",
      text: "Mien keeps looking for a song that can be played.",
    },
  },
  follows: {
    faces: "following the faces",
    held: "following the last faces seen",
    fading: "drifting to the usual mood",
    daypart: "the usual mood",
    manual: "set on the dial",
  },

  looks: {
    nobody: "Nobody in sight",
    unread: (count: number) => capital(`${faces(count)}, not read`),
    mixed: (count: number) => `Mixed expressions, ${faces(count)}`,
    one: (face: string) => `One face, ${face}`,
    all: (face: string, count: number) => `All ${face}, ${faces(count)}`,
    mostly: (face: string, count: number) => `Mostly ${face}, ${faces(count)}`,
    notLooking: "Not looking",
    opening: "About to look",
    unknown: "Not known",
  },
  expressions,
  /** A class that this page has no word for: a newer model, or a person's own. */
  otherExpression: { faces: "with another expression", room: "another way" },

  music,
  /** Of the moment when the song was picked. `song` says how it sounds; null where nobody has told. */
  why: {
    matched: (look: string, song: string | null) =>
      sentence(`Because the room looked ${look}`, song && `, and this one is ${song}`),
    steered: (look: string, policy: Exclude<Policy, "match">, song: string | null) =>
      sentence(
        `The room looked ${look}, so this one was chosen ${chosenTo[policy]}`,
        song && `: it is ${song}`,
      ),
    mostly: (face: string) => `mostly ${face}`,
    mixed: "mixed",
    /** True of an empty room and of a closed camera alike. */
    nobody: " while nobody was in sight",
    unread: " while no face could be read",
    lately: (song: string | null) => sentence("To go with how the room had looked lately", isSong(song)),
    /** `unseen` is one of the two above, or null. */
    held: (unseen: string | null, song: string | null) => sentence(`As before${unseen ?? ""}`, isSong(song)),
    fading: (song: string | null) => sentence("On the way back to the usual mood", isSong(song)),
    usual: (unseen: string | null, song: string | null) => sentence(`As usual${unseen ?? ""}`, isSong(song)),
    dial: (song: string | null) => sentence("As it was set on the dial", isSong(song)),
    widened: {
      mood: (song: string | null) => sentence("Nothing nearer to the mood was left to play", isSong(song)),
      rest: (song: string | null) => sentence("Heard not long before, but nothing else fitted", isSong(song)),
      artist: (song: string | null) =>
        sentence("The same artist again, as nothing else fitted", isSong(song)),
      "artist-rest": (song: string | null) =>
        sentence("This artist was heard not long before, but nothing else fitted", isSong(song)),
      language: (song: string | null) =>
        sentence("No song in the chosen languages fitted just now", isSong(song)),
      favourites: (song: string | null) =>
        sentence("No song by the chosen artists fitted just now", isSong(song)),
      length: (song: string | null) =>
        sentence("Longer or shorter than songs are meant to be here, but nothing else fitted", isSong(song)),
      quiet: (song: string | null) =>
        sentence(
          "Livelier than this hour is meant to be, but nothing quieter was left to play",
          isSong(song),
        ),
    },
    preferred: {
      artist: (artist: string, song: string | null) =>
        sentence(`Because somebody here chose ${artist}`, song && `, and this one is ${song}`),
      /** Null is for songs without words. */
      language: (language: string | null, song: string | null) =>
        sentence(
          `Because somebody here chose songs ${language === null ? "without words" : `in ${language}`}`,
          song && `, and this one is ${song}`,
        ),
    },
    asked: "Because somebody asked for it.",
    planned: "Because it was planned for this time.",
  },

  ...choiceWords,

  camera: {
    looking: "The camera is looking. No picture is stored.",
    looksForSmiles: "The camera looks for smiles only. No picture is stored.",
    closed: "The camera is closed. No picture is stored.",
    opening: "The camera is opening. No picture is stored.",
    closing: "The camera is closing.",
    down: "The camera is not answering. No picture is stored.",
    unknown: "No word from the camera while the connection is gone.",
    close: "Close camera",
    open: "Open camera",
    lightOn: "Camera light: looking",
    lightOff: "Camera light: not looking",
  },

  controls: {
    label: "Player",
    play: "Play",
    pause: "Pause",
    skip: "Next song",
    volume: "Volume",
    percent,
    position: "Position in the song",
    positionOf: (at: string, total: string) => `${at} of ${total}`,
    open: "Touch to choose",
    close: "Done",
  },
  dial: {
    label: "How the music should be",
    hint: "Drag to say how it should be.",
    unset: "nothing chosen",
    /** For those who hear it: the nearest words, and how far along both ways. */
    at: (song: string, { valence, arousal }: Affect) =>
      `${song}: ${percent(valence)} bright, ${percent(arousal)} lively`,
    up: "lively",
    right: "bright",
    down: "calm",
    left: "dark",
    set: (song: string, minutes: number | null) => {
      if (minutes === null) return `Next: ${song}.`;
      return `Next: ${song}, ${minutes <= 1 ? "for one more minute" : `for ${minutes} more minutes`}.`;
    },
    letCameraLead: "Let the camera lead",
    letUsualLead: "Back to the usual mood",
  },

  troubles,
  /** A reason that this page does not know yet. */
  otherTrouble: { what: "Something is not right.", cure: "Mien keeps trying by itself." } satisfies Trouble,
  notes: {
    label: "What is not right",
    more: (count: number) => `${count} more`,
  },
  /** Long work in the background; `left` says how long it will still take, or is null. */
  progress: {
    scan: (done: string, of: string, left: string | null) =>
      `Reading your music: ${done} of ${of} files${after(left)}`,
    covers: (done: string, of: string, left: string | null) => `Covers: ${done} of ${of}${after(left)}`,
    analysis: (done: string, of: string, left: string | null) =>
      `Listening for moods: ${done} of ${of} songs${after(left)}`,
    seconds: "less than a minute left",
    minutes: (count: number) => (count === 1 ? "about a minute left" : `about ${count} minutes left`),
    hours: (count: number) => (count === 1 ? "about an hour left" : `about ${count} hours left`),
    days: (count: number) => `about ${count} days left`,
  },
  demo: {
    label: "Notes",
    camera: "demo camera",
    music: "demo music",
    silent: "playing without sound",
  },

  connection: {
    connecting: "Connecting to Mien",
    lost: "The connection to Mien is lost. Trying again.",
    lostDetail: "What you see is how it was before.",
    open: "Connected",
    unreachable: "Mien can't be reached.",
    refused: (status: number) => `Mien refused (${status}).`,
  },
  rejected: (reason: string) => `That did not work. ${capital(reason)}`,
};

export type Words = typeof words;
