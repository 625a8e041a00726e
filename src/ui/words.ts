import type { HealthReason } from "../protocol/health.ts";
import type { MoodLabel, Policy } from "../protocol/mood.ts";

/** "2 faces", "one face". */
const faces = (count: number): string => (count === 1 ? "one face" : `${count} faces`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong, and what to do about it. */
export interface Trouble {
  what: string;
  cure: string;
}

const troubles: Readonly<Record<HealthReason, Trouble>> = {
  "camera-absent": { what: "No camera is found.", cure: "Plug one in; it is noticed by itself." },
  "camera-unplugged": { what: "The camera is gone.", cure: "Plug it in again; it is noticed by itself." },
  "camera-stuck": {
    what: "The camera has stopped answering.",
    cure: "It is being started again; if this stays, unplug it and plug it in.",
  },
  "camera-ended": {
    what: "The camera's recording has ended.",
    cure: "Choose another camera in the settings.",
  },
  "camera-unreadable": {
    what: "The camera gives no picture.",
    cure: "Another program may be using it; close that, or plug the camera in again.",
  },
  "model-invalid": {
    what: "Expressions can't be read: the model's files don't match.",
    cure: "Install Mien again.",
  },
  "cascade-missing": {
    what: "Faces can't be found: the detector's file is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "opencv-missing": {
    what: "The camera can't be used: OpenCV is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "vision-crashed": {
    what: "The part that looks has stopped.",
    cure: "It starts again by itself.",
  },
  "vision-silent": {
    what: "The part that looks has gone quiet.",
    cure: "It is being started again.",
  },
  "mpv-missing": {
    what: "There is no sound: the player mpv is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "mpv-gone": { what: "The player has stopped.", cure: "It starts again with the same song." },
  "mpv-stalled": {
    what: "The sound stands still.",
    cure: "It starts again by itself; if this stays, check the speaker's cable.",
  },
  "output-missing": {
    what: "No sound card: playing without sound.",
    cure: "Connect a speaker and choose it in the settings.",
  },
  "nothing-playable": {
    what: "No song can be played.",
    cure: "Look at the library: its files may be broken, or none suits the rules.",
  },
  "folder-missing": {
    what: "A music folder is missing.",
    cure: "Connect its disk, or choose another folder in the settings.",
  },
  "library-empty": { what: "There is no music yet.", cure: "Put songs into the music folder." },
  "disk-full": {
    what: "The disk is full.",
    cure: "The music goes on; make room so that the history can be kept.",
  },
};

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
const music: Readonly<Record<MoodLabel, string>> = {
  elated: "bright and lively",
  content: "bright and easy",
  calm: "calm and warm",
  gloomy: "slow and wistful",
  tense: "dark and driving",
  even: "steady",
};

const chosenTo: Readonly<Record<Exclude<Policy, "match">, string>> = {
  lift: "brighter",
  calm: "calmer",
  energise: "livelier",
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
    next: (title: string) => `Next: ${title}`,
    unknownArtist: "Unknown artist",
    coverOf: (title: string) => `Cover of ${title}`,
  },
  idle: {
    starting: { title: "One moment", text: "The first song is being chosen." },
    paused: { title: "Paused", text: "Touch the screen to play." },
    closed: { title: "Closed for now", text: "The music is back at opening time." },
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
  why: {
    matched: (look: string, song: string | null) =>
      song === null
        ? `Because the room looks ${look}.`
        : `Because the room looks ${look}, and this one is ${song}.`,
    steered: (look: string, policy: Exclude<Policy, "match">, song: string | null) =>
      `The room looks ${look}, so this one was chosen to be ${chosenTo[policy]}${song === null ? "." : `: it is ${song}.`}`,
    mostly: (face: string) => `mostly ${face}`,
    mixed: "mixed",
    lately: (song: string | null) =>
      `To go with how the room looked lately${song === null ? "." : `: this one is ${song}.`}`,
    held: (song: string | null) =>
      `As before, while nobody is in sight${song === null ? "." : `: this one is ${song}.`}`,
    fading: (song: string | null) =>
      `On the way back to the usual mood${song === null ? "." : `: this one is ${song}.`}`,
    usual: (song: string | null) =>
      `As usual while nobody is in sight${song === null ? "." : `: this one is ${song}.`}`,
    blind: (song: string | null) =>
      `As usual while the camera is not looking${song === null ? "." : `: this one is ${song}.`}`,
    dial: (song: string | null) =>
      song === null ? "As it was set on the dial." : `As it was set on the dial: this one is ${song}.`,
    earlier: (song: string | null) =>
      `Chosen a little earlier, to suit the mood then${song === null ? "." : `: this one is ${song}.`}`,
    suits: (song: string | null) => (song === null ? "" : `Because it suits: this one is ${song}.`),
    widened: {
      mood: (song: string | null) =>
        song === null
          ? "Nothing nearer to the mood was left to play."
          : `Nothing nearer to the mood was left to play; this one is ${song}.`,
      rest: (song: string | null) =>
        `Heard not long ago, but nothing else fits just now${song === null ? "." : `; this one is ${song}.`}`,
      artist: (song: string | null) =>
        `The same artist again, as nothing else fits just now${song === null ? "." : `; this one is ${song}.`}`,
    },
    asked: "Because somebody asked for it.",
    planned: "Because it was planned for this time.",
  },

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
    quieter: "Quieter",
    louder: "Louder",
    volume: "Volume",
    percent: (share: number) => `${Math.round(share * 100)} %`,
    position: "Position in the song",
    positionOf: (at: string, total: string) => `${at} of ${total}`,
    open: "Touch to choose",
    close: "Done",
  },
  dial: {
    label: "How the music should be",
    hint: "Drag to say how it should be.",
    up: "lively",
    right: "bright",
    down: "calm",
    left: "dark",
    set: (song: string, minutes: number | null) => {
      if (minutes === null) return `${capital(song)}.`;
      return `${capital(song)}, ${minutes <= 1 ? "for one more minute" : `for ${minutes} more minutes`}.`;
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
    scanning: (done: number, found: number) => `Reading your music: ${done} of ${found} files`,
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
  },
  rejected: (reason: string) => `That did not work. ${capital(reason)}`,
};

export type Words = typeof words;
