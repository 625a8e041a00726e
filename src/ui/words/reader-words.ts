import type { LearningOutcome, ReaderCandidate, ReaderStep } from "../../protocol/cards.ts";
import { translated } from "../languages/tables.ts";

const english = {
  title: "Card readers",
  loading: "Looking for readers",
  none: "Nothing that could read cards is plugged in.",
  lookAgain: "Look again",
  /** Once that is done: what is there stands in the list. */
  looked: "Looked again: there is nothing else.",
  /** How Mien comes to know it. */
  as: {
    known: "reads cards",
    named: "reads cards, named here",
    types: "types, as keyboards do",
    talks: "has reports of its own",
  } satisfies Record<NonNullable<ReaderCandidate["as"]> | "types" | "talks", string>,
  refused: "The system does not let Mien read it.",
  failed: "It fails: pull it out and plug it in again.",
  use: (name: string) => `Use ${name} for cards`,
  /** Before a device that types is used. */
  never: "Only if nobody types with it: what it types reaches Mien alone from then on.",
  sure: "It reads cards",
  keep: "Leave it",
  learn: (name: string) => `Show cards to ${name}`,
  forget: (name: string) => `Use ${name} no more`,
  step: {
    quiet: "Hold no card to it.",
    first: "Hold a card to it, and take it away.",
    second: "The same card again, and take it away.",
    third: "The same card a third time.",
    other: "Now another card, once.",
  } satisfies Record<ReaderStep, string>,
  left: (seconds: number) => `${seconds} s`,
  stop: "Stop",
  outcomes: {
    learned: "It reads cards from now on.",
    silent: "Nothing came from it in time.",
    unlike: "It said something else each time: this reader tells no number that stays.",
    "same-card": "The other card was the same one, or can't be told from it.",
    unclear: "What it says without a card can't be told from a card.",
    gone: "It was pulled out.",
    full: "There is no room for another reader.",
    failed: "It could not be kept: look at the health notes.",
    stopped: "Stopped. It reads no cards.",
  } satisfies Record<LearningOutcome, string>,
};

export type ReaderWords = typeof english;

/** Every word about the devices that cards are held to. */
export let readerWords: ReaderWords = english;

translated<ReaderWords>(
  english,
  {
    de: () => import("../languages/de/readers.ts"),
    fr: () => import("../languages/fr/readers.ts"),
    es: () => import("../languages/es/readers.ts"),
    hi: () => import("../languages/hi/readers.ts"),
    ar: () => import("../languages/ar/readers.ts"),
    zh: () => import("../languages/zh/readers.ts"),
  },
  (table) => {
    readerWords = table;
  },
);
