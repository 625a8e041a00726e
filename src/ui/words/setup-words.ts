import type { Settings } from "../../protocol/settings.ts";
import { translated } from "../languages/tables.ts";

export type Stand = NonNullable<Settings["stands"]>;
const english = {
  title: "Set up Mien",
  ready: "Mien is set up",
  intro: "A minute now, and Mien knows where it is and who looks after it.",
  camera: {
    waits: "Until then the camera stays off: whether it may look depends on where Mien stands.",
    on: "The camera is on from now on, where there is one. Anybody at the screen can switch it off.",
  },
  loading: "One moment",
  done: "Mien is set up already. People are looked after on their own page.",
  toPeople: "To people",
  toKiosk: "To the kiosk",
  toLibrary: "Add music",
  toCamera: "Aim the camera and black out the staff",
  toNotice: "Print the notice",
  toHours: "Opening hours",
  /** To the setting that has the screen show them the code of their page. */
  toPhones: "Let guests ask by phone",
  toSettings: "All settings",
  toOverview: "To the overview",

  stands: "Where does Mien stand?",
  places: {
    home: "At home",
    venue: "In a venue",
    workplace: "In a workplace",
    school: "In a school",
  } satisfies Record<Stand, string>,
  /** What follows from it. */
  law: {
    home: "The screen may show the names of people who allow it.",
    venue:
      "A café, a shop, a waiting room: keep your staff out of the camera’s view, or black out where they stand, and hang up the notice. People must be told that the camera reads expressions (EU AI Act, Art. 50(3)).",
    workplace:
      "The camera stays off: inferring the emotions of staff is forbidden in the EU (AI Act, Art. 5(1)(f)). The music goes by the hours and by what people ask for.",
    school:
      "The camera stays off: inferring the emotions of pupils is forbidden in the EU (AI Act, Art. 5(1)(f)). The music goes by the hours and by what people ask for.",
  } satisfies Record<Stand, string>,
  place: "What is this place called?",
  placeHint: "As “Kitchen” or “Café Luna”.",
  timeZone: "Time zone",
  languages: "Languages of the screens",
  languagesHint: {
    none: "With none chosen the screens offer all of them.",
    one: (name: string) => `The screens speak ${name} alone.`,
    /** By name, the one that they rest in. */
    several: (name: string) => `The screens begin in ${name}; a globe on them leads to the others.`,
  },

  admin: "Who looks after it?",
  adminHint: "The first admin. More people can be added later.",
  name: "Your name",
  passphrase: "A passphrase, of 10 characters or more",
  passphraseHint: "Several words are easy to remember. There is no other way in: write it down.",
  /** After a reload. */
  forgotten: "The page was loaded again. It never keeps a passphrase or a PIN: type them once more.",
  show: "Show what I type",
  pin: "A PIN of 4 to 8 digits for the kiosk (may stay empty)",
  code: "Setup code",
  codeHint: "It is on the appliance’s own screen, and in its log.",
  go: "Set up",
  chooseStand: "Say where Mien stands first.",
  lacking: {
    place: "Say what this place is called.",
    name: "Say who looks after it: a name is missing.",
    passphrase: (least: number) => `The passphrase is too short: it takes ${least} characters or more.`,
    pin: "A PIN has 4 to 8 digits; it may stay empty, too.",
    code: "The setup code is missing.",
  },

  finished: (place: string) => `${place} is ready.`,
  signedIn: (name: string) => `${name}, you are signed in as an admin.`,
  notSignedIn:
    "You are not signed in: this page is not encrypted. As an admin you sign in on the appliance itself.",
};

export type SetupWords = typeof english;

/** Every word of the first start. */
export let setupWords: SetupWords = english;

translated<SetupWords>(
  english,
  {
    de: () => import("../languages/de/setup.ts"),
    fr: () => import("../languages/fr/setup.ts"),
    es: () => import("../languages/es/setup.ts"),
    hi: () => import("../languages/hi/setup.ts"),
    ar: () => import("../languages/ar/setup.ts"),
    zh: () => import("../languages/zh/setup.ts"),
  },
  (table) => {
    setupWords = table;
  },
);
