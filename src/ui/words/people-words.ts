import type { TeachingOutcome } from "../../protocol/cards.ts";
import type { Role } from "../../protocol/people.ts";
import { translated } from "../languages/tables.ts";

const roles: Readonly<Record<Exclude<Role, "guest">, string>> = { member: "Member", admin: "Admin" };

const english = {
  title: "People",
  toKiosk: "To the kiosk",
  toLibrary: "To the library",
  loading: "One moment",
  again: "Try again",
  close: "Close",
  /** To whoever looks after Mien where everybody stands. */
  ownScreen: {
    tells:
      "This browser is Mien's own screen: whoever signs in here is signed out after two minutes without a touch, on pages like this one after five, and sooner where the camera sees nobody. For longer work open Mien's pages in another browser.",
    stop: "Stop being Mien's own screen",
    sure: "Stop it and sign out",
    keep: "Keep it",
    stopped: "This browser is not Mien's own screen any more. Sign in to go on.",
  },

  notSetUp: "Mien opens no camera until it is set up.",
  setUp: "Set up Mien",
  setUpFromElsewhere: (address: string) => `From another device: ${address}, with the code`,

  /** By the name of a form's field. */
  lacking: {
    missing: (field: string) => `Still missing: ${field}`,
    unfit: (field: string) => `This does not fit yet: ${field}`,
  },

  signIn: {
    open: "Sign in",
    title: { member: "Sign in", admin: "Sign in as an admin" },
    why: { member: "This is for people who are signed in.", admin: "This is for admins." },
    name: "Name",
    secret: "PIN or passphrase",
    passphrase: "Passphrase",
    show: "Show what I type",
    go: "Sign in",
    stepUp: (name: string) => `${name}, this takes your passphrase.`,
    somebodyElse: "I am somebody else",
    byCard: "Or hold your card to the reader.",
    who: "Who are you?",
    typeName: "Another name",
    pin: "PIN",
    digit: (digit: string) => `Digit ${digit}`,
    back: "Take the last digit back",
    typed: (count: number) => (count === 1 ? "One digit typed" : `${count} digits typed`),
    next: "Next",
    goBack: "Back",
    newHere: "I am new here",
    register: "Register",
    choosePin: "Choose a PIN of 4 to 8 digits",
    pinAgain: "The same PIN once more",
    pinsDiffer: "The two PINs differ. Type both once more.",
    /** By a clock that counts down, as 0:45. */
    wait: (time: string) => `Too many attempts. Try again in ${time}.`,
    tryAgain: "You may try again now.",
    onTile: "Show my name here, so that I need not type it",
    /** What registering is good for. */
    gets: [
      "Songs to your own taste by turns: everybody here has theirs.",
      "What you like comes sooner; what you never want to hear stays away while you are here.",
    ] as readonly string[],
    keptShort:
      "Kept for that: your name, what you like and ask for, what you heard here. No face, and no mood of yours.",
    keptAll: "All that is kept",
    /** The facts in docs/law.md, “What is kept of people”, in short, and as the notice for the door tells them. */
    kept: "What is kept of you: your name and since when; what you choose, like and never want to hear; which songs played while you were here, and which you asked for or skipped; where you are signed in; PIN and card only in a form that nobody can read. No face, and no mood of yours. You can look at most of it here, take all of it along as a file, and delete it.",
    /** The PIN is still there, for another name. */
    notRegistered: (reason: string) => `${reason} Your PIN need not be typed again.`,
    notTheScreen: "People register at Mien's own screen.",
    elsewhere: (address: string) => `Admins on other devices: ${address}`,
    fingerprint: "The certificate's fingerprint there:",
    hello: (name: string) => `Hello, ${name}.`,
    /** To whoever has just registered. */
    welcome: (name: string) => `Welcome, ${name}. From now on songs are chosen for you, too.`,
    goodbye: (name: string) => `Goodbye, ${name}.`,
    unknownCard: "This card is nobody's here yet.",
  },

  me: {
    title: "Me",
    signOut: "Sign out",
    /** Out of the room as well: the wishes end. */
    leave: "I am leaving",
    somebodyElse: "Somebody else signs in",
    staying: (name: string) => `${name}, your turns go on. Somebody else may sign in.`,
    signOutEverywhere: "Sign out everywhere",
    parts: "About me",
    tabs: { likes: "Likes", songs: "Songs", history: "History", account: "Account" },
    here: "You are here: songs are chosen for you by turns. Tap your card, or leave here, and that ends. It ends by itself when nobody was in sight for a while, and after four hours.",
    notHere:
      "You are not in the room: hold your card to the reader there, or sign in at Mien's own screen, and songs are chosen for you too.",
    out: "I have left the room",
    isOut: "You are out of the room. No songs are chosen for you now.",
    named: (name: string) => `Say “for ${name}” when a song is chosen for me, and what I like about it`,
    namedHint: "Everybody who looks at Mien's pages sees it, for as long as you are here.",
    signedOut: "You are signed out.",
    toAdmin: "Go on as an admin",
    people: "People and cards",
    likes: "What I like to hear",
    likesHint:
      "While you are here and it is your turn, the music goes by this. What somebody wishes on the screen comes before it.",
    favourites: "Songs I like",
    blocked: "Songs I never want to hear",
    none: {
      favourite: "None yet: touch the heart of a song. It comes sooner when it is your turn.",
      blocked: "None yet. Such a song does not come while you are here, whoever's turn it is.",
    },
    history: "What I was here for",
    historyHint:
      "What played while you were here, and when; never how you looked. What you asked for or skipped is in the file under “Account”, and is forgotten with this.",
    noHistory: "Nothing yet.",
    earlier: "Earlier songs",
    forgetHistory: "Forget my history",
    forgetHistorySure: "Forget it for good",
    keepHistory: "Keep it",
    historyForgotten: "Your history is forgotten.",
    remove: (title: string) => `Take off “${title}”`,
    removeShort: "Take off",
    gone: "A song that is no longer here",
    onTile: "Show my name on the kiosk, at home",
    secrets: "PIN",
    now: "As it is now",
    passphraseNow: "Passphrase as it is now",
    newPassphrase: "New passphrase, of 10 characters or more",
    passphraseChanged: "The passphrase is changed. Every other browser is signed out.",
    change: "Change it",
    changed: "Changed. Every other browser is signed out.",
    /** Before what takes it once more. */
    itIsYou: "Your PIN or passphrase says that it is you.",
    cards: "My cards",
    /** Cards are told apart by since when they are theirs: their numbers are nobody's to see. */
    card: (number: number, day: string) => `Card ${number}, taught on ${day}`,
    takeOffCard: (number: number) => `Take off card ${number}`,
    takeOffCardSure: (number: number) => `Take off card ${number} for good`,
    cardHint: "A card signs you in at the kiosk's reader.",
    teach: "Teach my card",
    mine: "What is kept about me",
    export: "Download all of it",
    /** On Mien's own screen, beside the stick that it can be saved to. */
    exportElsewhere: (address: string) =>
      `To take all of it along as a file, open ${address} on your phone or a computer, and sign in there.`,
    /** To whoever came by plain HTTP from another device. */
    plain:
      "In this network others could read along: your history, file, cards and PIN are at Mien's own screen and by HTTPS alone.",
    secureWay: "Go to the encrypted page",
    forget: "Delete me",
    forgetHint:
      "Your name, PIN, cards, wishes and history go for good. Backups from before keep them until newer ones take their place, for four weeks at most. Your PIN or passphrase says that it is you.",
    forgetSure: "Delete me for good",
    forgotten: "You are deleted. Only backups from before may still hold something, for four weeks at most.",
    keep: "Keep me",
  },

  songs: {
    like: (title: string) => `I like “${title}”`,
    liked: "You like it",
    never: (title: string) => `Never “${title}” while I am here`,
    neverAgain: (title: string) => `“${title}” does not come any more while you are here.`,
  },

  cards: {
    hold: (seconds: number) => `Hold the card to the reader now (${seconds} s).`,
    stop: "Stop",
    outcomes: {
      taught: "The card is taught.",
      taken: "This card is somebody's already.",
      full: "That is enough cards for one person.",
      unknown: "There is nobody like that here any more.",
      failed: "The card could not be kept: look at the health notes.",
      "too-late": "No card was held to the reader.",
      stopped: "Stopped. No card was taught.",
    } satisfies Record<TeachingOutcome, string>,
    noReader: "No card reader is connected.",
    one: (day: string) => `Card, taught on ${day}`,
    remove: "Remove this card",
    none: "No cards.",
    teach: "Teach a card",
  },

  people: {
    title: "People and cards",
    count: (count: number) => (count === 1 ? "One person" : `${count.toLocaleString("en")} people`),
    search: "Find somebody",
    none: "Nobody goes by that.",
    nobody: "Nobody has been added yet.",
    roles,
    here: "here now",
    cards: (count: number) => (count === 0 ? "no card" : count === 1 ? "one card" : `${count} cards`),
    role: "Role",
    newPassphrase: "Passphrase, of 10 characters or more",
    makeAdmin: "Make an admin",
    pin: "New PIN, 4 to 8 digits",
    /** Of somebody who is new. */
    firstPin: "PIN, 4 to 8 digits",
    setPin: "Set the PIN",
    pinSet: (name: string) => `${name} has a new PIN, and is signed out everywhere.`,
    roleSet: (name: string, role: string) => `${name}: ${role.toLowerCase()} from now on.`,
    remove: (name: string) => `Remove ${name}`,
    keep: (name: string) => `Keep ${name}`,
    makeMember: "Make a member",
    removeSure: (name: string) => `Remove ${name} for good`,
    removed: (name: string) => `${name} is removed, with all that was kept about them.`,
    cardRemoved: "The card is nobody's any more.",
    add: "Add somebody",
    cancel: "Cancel",
    added: (name: string) => `${name} can sign in now.`,
    name: "Name",
  },
};

export type PeopleWords = typeof english;

/** Every word about people: signing in, what is theirs, and what admins do with people and cards. */
export let peopleWords: PeopleWords = english;

translated<PeopleWords>(
  english,
  {
    de: () => import("../languages/de/people.ts"),
    fr: () => import("../languages/fr/people.ts"),
    es: () => import("../languages/es/people.ts"),
    hi: () => import("../languages/hi/people.ts"),
    ar: () => import("../languages/ar/people.ts"),
    zh: () => import("../languages/zh/people.ts"),
  },
  (table) => {
    peopleWords = table;
  },
);
