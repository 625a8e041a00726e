import type { Affect, MoodLabel, Policy } from "../../protocol/mood.ts";
import { moodNames } from "../../protocol/mood-names.ts";
import { volumeSentence } from "../../protocol/volume-words.ts";
import { translated } from "../languages/tables.ts";
import { cameraTroubles } from "./camera-trouble-words.ts";
import { choiceWords } from "./choice-words.ts";
import { type Trouble, troubles } from "./trouble-words.ts";
import { unmet } from "./wish-words.ts";

/** "2 faces", "one face". */
const faces = (count: number): string => (count === 1 ? "one face" : `${count} faces`);
const sentence = (lead: string, rest: string | null): string => `${lead}${rest ?? ""}.`;
const andSong = (song: string | null): string | null => song && `, and this song is ${song}`;
/** Two short sentences rather than a long one. */
const itIs = (lead: string, song: string | null): string => (song === null ? lead : `${lead} It is ${song}.`);
const after = (more: string | null): string => (more === null ? "" : `, ${more}`);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Of whole minutes, or of seconds where it is less than one. */
const more = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return `${seconds} more seconds`;
  return minutes === 1 ? "one more minute" : `${minutes} more minutes`;
};

/** What faces show, after "2 faces," and after "most faces here". Never what anybody feels. */
const expressions: ReadonlyMap<string, { now: string; was: string }> = new Map([
  ["angry", { now: "frowning", was: "were frowning" }],
  ["disgust", { now: "grimacing", was: "were grimacing" }],
  ["fear", { now: "wide-eyed", was: "were wide-eyed" }],
  ["happy", { now: "smiling", was: "were smiling" }],
  ["neutral", { now: "neutral", was: "looked neutral" }],
  ["sad", { now: "looking sad", was: "looked sad" }],
  ["surprise", { now: "looking surprised", was: "looked surprised" }],
  ["smiling", { now: "smiling", was: "were smiling" }],
  ["notSmiling", { now: "not smiling", was: "were not smiling" }],
]);

/** Moods as words for music: the page never names a mood as what people feel. */
const music: Readonly<Record<MoodLabel, string>> = moodNames;

const chosenTo: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "brighter",
  calm: "calmer",
  energise: "livelier",
  glide: "on, step by step",
};

const english = {
  /** As the page names it to browsers and screen readers. */
  language: "en",
  /** Between short facts. */
  comma: ", ",

  now: {
    playing: "Now playing",
    paused: "Paused",
    loading: "Coming up",
    recovering: "The sound broke off and comes back",
    announced: (title: string, artists: string) =>
      artists === "" ? `Now playing: ${title}` : `Now playing: ${title}, by ${artists}`,
    titled: (paused: boolean, title: string) => `${paused ? "Paused" : "Now playing"}: ${title}`,
    /** Before the title of the song, with the space that belongs between them. */
    next: "Next: ",
    unknownArtist: "Unknown artist",
    coverOf: (title: string) => `Cover of ${title}`,
    why: "Why this song",
  },
  idle: {
    starting: { title: "One moment", text: "The first song is being chosen." },
    paused: { title: "Paused", text: "Touch the screen to play." },
    closed: { title: "Closed for now", text: "The music comes back by itself when it opens." },
    "nothing-playable": {
      title: "Nothing to play",
      text: "Mien keeps looking for a song that can be played.",
    },
  },
  closedUntil: (time: string) => ({
    title: `Closed until ${time}`,
    text: "The music comes back by itself.",
  }),
  follows: {
    faces: "chosen by the faces",
    held: "chosen by the last faces seen",
    fading: "drifting to the usual mood",
    daypart: "the usual mood",
    manual: "set on the dial",
    /** Nothing of the room, but somebody. */
    asked: "by request",
  },

  /** By card or PIN. `others` did not say that their name may be shown. */
  here: {
    named: (names: string, others: number) =>
      others === 0 ? `Here: ${names}` : `Here: ${names} and ${others === 1 ? "one more" : `${others} more`}`,
    counted: (others: number) =>
      others === 1 ? "One person is here by card or PIN" : `${others} people are here by card or PIN`,
    /** The same, where there is no room for more. */
    brief: (count: number) => (count === 1 ? "One person signed in" : `${count} people signed in`),
  },

  looks: {
    nobody: "Nobody in sight",
    unread: (count: number) => capital(`${faces(count)}, hard to read`),
    mixed: (count: number) => `Mixed expressions, ${faces(count)}`,
    one: (face: string) => `One face, ${face}`,
    all: (face: string, count: number) => `All ${face}, ${faces(count)}`,
    mostly: (face: string, count: number) => `Mostly ${face}, ${faces(count)}`,
    notLooking: "Not looking",
    opening: "About to look",
    unknown: "No word just now",
  },
  expressions,
  /** A class that this page has no word for: a newer model, or a person's own. */
  otherExpression: { now: "with another expression", was: "had another expression" },

  music,
  /** Of the moment when the song was picked. `song` says how it sounds; null where nobody has told. */
  why: {
    matched: (look: string, song: string | null) => sentence(`Because ${look}`, andSong(song)),
    steered: (look: string, policy: Exclude<Policy, "match">, song: string | null) =>
      itIs(`${capital(look)}, and the music heads ${chosenTo[policy]}.`, song),
    all: (did: string) => `the faces here ${did}`,
    mostly: (did: string) => `most faces here ${did}`,
    mixed: "the faces here were a mix",
    /** True of an empty room and of a closed camera alike. */
    nobody: ", while nobody was in sight",
    unread: ", while no face could be read",
    lately: (song: string | null) => itIs("To go with how faces here looked lately.", song),
    /** `unseen` is one of the two above, or null. */
    held: (unseen: string | null, song: string | null) => itIs(sentence("As before", unseen), song),
    fading: (song: string | null) => itIs("On the way back to the usual mood.", song),
    usual: (unseen: string | null, song: string | null) => itIs(sentence("As usual here", unseen), song),
    /** It suits, and sounds otherwise than the faces looked. */
    change: (song: string | null) => itIs("A little change that still goes with the room.", song),
    dial: (song: string | null) => itIs("As it was set on the dial.", song),
    dialNear: (song: string | null) => itIs("Near what was set on the dial.", song),
    dialSteered: (policy: Exclude<Policy, "match">, song: string | null) =>
      itIs(`From what was set on the dial, the music heads ${chosenTo[policy]}.`, song),
    widened: {
      mood: (song: string | null) => itIs("When it was chosen, nothing that suits better was free.", song),
      rest: (song: string | null) =>
        itIs("Heard not long before: when it was chosen, nothing that suits had rested.", song),
      artist: (song: string | null) => itIs("The same artist again: nothing by others was left.", song),
      "artist-rest": (song: string | null) =>
        itIs("This artist was on not long before: when it was chosen, no other was free.", song),
      language: (song: string | null) => itIs("No song in the chosen languages fitted.", song),
      favourites: (song: string | null) => itIs("No song by the chosen artists fitted.", song),
      length: (song: string | null) => itIs("An unusual length for here: nothing else was left.", song),
      quiet: (song: string | null) => itIs("A little lively for this hour: nothing quieter was left.", song),
    },
    unmet,
    /** Of a song that somebody wished for, what gave way to the wish. */
    though: {
      mood: "though it does not suit the mood",
      rest: "though it was heard not long before",
      artist: "though the artist was on just before",
      "artist-rest": "though the artist was on not long before",
      length: "though its length is unusual for here",
      quiet: "though it is a little lively for this hour",
    },
    /** Whose turn it was; null where nobody is to know, or they have gone. */
    turn: (name: string | null) => `For ${name ?? "somebody here"}`,
    likes: {
      song: () => "this song",
      artist: (artist: string) => artist,
      /** Null is for songs without words. */
      language: (language: string | null) =>
        language === null ? "songs without words" : `songs in ${language}`,
    },
    turnFor: (turn: string, likes: string | null, rest: string | null) =>
      likes === null ? `${turn}. ${rest ?? ""}`.trim() : sentence(`${turn}, who likes ${likes}`, rest),
    andSong,
    preferred: {
      artist: (artist: string, by: "guest" | "owner", though: string | null, song: string | null) =>
        sentence(
          by === "guest" ? `Because somebody here chose ${artist}` : `Because ${artist} is a favourite here`,
          though === null ? andSong(song) : `, ${though}`,
        ),
      /** Null is for songs without words. */
      language: (
        language: string | null,
        by: "guest" | "owner",
        though: string | null,
        song: string | null,
      ) => {
        const kind = language === null ? "songs without words" : `songs in ${language}`;
        return sentence(
          by === "guest" ? `Because somebody here chose ${kind}` : `Because ${kind} are favourites here`,
          though === null ? andSong(song) : `, ${though}`,
        );
      },
    },
    asked: "Because somebody asked for it.",
    planned: "Because it was planned for this time.",
  },

  ...choiceWords,

  camera: {
    looking: "The camera is looking. No picture is stored.",
    photographs: "Photographs are read here, for show: no camera is looked through.",
    watched: "An admin looks through the camera now, to aim it. No picture is stored.",
    looksForSmiles: "The camera looks for smiles only. No picture is stored.",
    resting: "Mien is closed: the camera rests, and nobody is read.",
    closed: "The camera is closed. No picture is stored.",
    opening: "The camera is opening. No picture is stored.",
    closing: "The camera is closing.",
    down: "The camera is not answering. No picture is stored.",
    forbidden: "The camera stays off: at work and in schools faces may not be read.",
    unknown: "No word from the camera while the connection is gone.",
    close: "Close camera",
    open: "Open camera",
    lightOn: "Camera light: looking",
    lightOff: "Camera light: not looking",
    /** What a touch on what the camera does opens. */
    about: "What is sensed and kept",
  },

  languages: {
    label: "Language",
    /** To whoever hears the page and has just chosen it. */
    now: "This page is in English now.",
  },

  keyboard: {
    label: "Keyboard",
    shift: "Capital letters",
    accents: "Letters with accents",
    plain: "Letters without accents",
    back: "Take back",
    enter: "Enter",
    space: "Space",
    language: "Another language",
    close: "Done",
    candidates: "Characters to choose from",
    more: "More characters",
  },

  controls: {
    label: "Player",
    play: "Play",
    pause: "Pause",
    skip: "Skip this song",
    volume: "Volume",
    /** Why it goes no further. */
    bounds: volumeSentence,
    percent,
    position: "Position in the song",
    positionOf: (at: string, total: string) => `${at} of ${total}`,
    open: "Touch to choose",
    close: "Done",
  },
  /** In a browser that may choose nothing. */
  watch: {
    only: "This page shows what plays. Songs are chosen at Mien's own screen.",
    byPhone: "Choose by phone",
    /** Of the link that makes a browser the appliance's own screen. */
    usedLink:
      "This link has been used: it makes one browser Mien's own screen, once. Start Mien again, and it tells a new one.",
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
    set: (song: string, seconds: number | null) =>
      seconds === null ? `Asked for: ${song}.` : `Asked for: ${song}, for ${more(seconds)}.`,
    /** The same where there is room for less. */
    setFor: (seconds: number) => capital(more(seconds)),
    letCameraLead: "Let the camera lead",
    letUsualLead: "Back to the usual mood",
  },

  troubles,
  cameraTroubles,
  /** A reason that this page does not know yet. */
  otherTrouble: { what: "Something is not right.", cure: "Mien keeps trying by itself." } satisfies Trouble,
  notes: {
    label: "What is not right",
    more: (count: number) => `${count} more`,
    whatToDo: "What to do",
    /** Where there is nothing but work for somebody else. */
    forOwner: "Whoever looks after Mien has something to do.",
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
    camera: "demo photographs",
    music: "demo music",
    silent: "playing without sound",
    /** The volume is at its lowest. */
    muted: "muted",
  },

  connection: {
    connecting: "Connecting to Mien",
    lost: "The connection to Mien is lost. Trying again.",
    lostDetail: "What you see is how it was before.",
    open: "Connected",
    unreachable: "Mien can't be reached.",
    refused: (status: number) => `Mien refused (${status}).`,
    again: "Try again",
  },
  rejected: (reason: string) => `That did not work. ${capital(reason)}`,
};

export type Words = typeof english;

/** Every word of the kiosk, and what all pages share. Another language is another table of this shape. */
export let words: Words = english;

translated<Words>(
  english,
  {
    de: () => import("../languages/de/words.ts"),
    fr: () => import("../languages/fr/words.ts"),
    es: () => import("../languages/es/words.ts"),
    hi: () => import("../languages/hi/words.ts"),
    ar: () => import("../languages/ar/words.ts"),
    zh: () => import("../languages/zh/words.ts"),
  },
  (table) => {
    words = table;
  },
);
