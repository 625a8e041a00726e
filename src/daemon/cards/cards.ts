import { isDeepStrictEqual } from "node:util";
import type { CardsState, ReaderCandidate } from "../../protocol/cards.ts";
import type { Id } from "../../protocol/time.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { People } from "../people/people.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { Unawaited } from "../unawaited.ts";
import { deviceId, type Hid } from "./hid.ts";
import type { ReaderFormat } from "./reader-format.ts";
import { ReaderLessons } from "./reader-lessons.ts";
import { lineOf, type NamedReader, readerOf } from "./reader-line.ts";
import { Readers } from "./readers.ts";
import { TapGate } from "./tap-gate.ts";
import { Teaching } from "./teaching.ts";

/** As the settings take them. */
const MOST_NAMED = 16;
const LONGEST_LINE = 400;
/** After it a screen looks again whether strangers' cards are heard. */
const SHUT_LOOK_MS = 6_000;

export interface CardsOptions {
  hid: Hid;
  watch: (onChange: () => void) => () => void;
  people: Pick<People, "accounts" | "taps">;
  settings: Pick<SettingsKeeper, "current" | "change" | "onChange">;
  onChange: () => void;
  clock: Clock;
  log: Log;
}

/** Why a reader can't be learned or named, for whoever asked. */
export interface ReaderUnwilling {
  fault: "unknown" | "refused" | "full";
  sentence: string;
}

/**
 * Cards that are held to readers: taps, or lessons. A card's number goes from here to `people` and nowhere else: not
 * into the log, the state or an error.
 */
export class Cards {
  readonly #options: CardsOptions;
  readonly #readers: Readers;
  readonly #teaching: Teaching;
  readonly #lessons: ReaderLessons;
  readonly #gate: TapGate;
  readonly #hearing = new Unawaited();
  #trouble: CardsState["trouble"] = null;
  #unfollow: () => void = () => undefined;
  #shutLook: NodeJS.Timeout | undefined;

  constructor(options: CardsOptions) {
    const { clock, onChange } = options;
    this.#options = options;
    this.#gate = new TapGate(clock);
    this.#teaching = new Teaching(options);
    this.#lessons = new ReaderLessons({
      ...options,
      keep: (reader, format) => this.#keep(reader, format),
    });
    this.#readers = new Readers({
      ...options,
      named: () => this.#named,
      onCard: (number) => this.#hearing.add(this.#heard(number)),
      onChange,
    });
  }

  async start(): Promise<void> {
    this.#unfollow = this.#options.settings.onChange((_, changed) => {
      if (changed.includes("cardReaders")) void this.#readers.look();
    });
    await this.#readers.start();
  }

  async stop(): Promise<void> {
    this.#unfollow();
    clearTimeout(this.#shutLook);
    this.#teaching.stop();
    await this.#lessons.stop();
    await this.#readers.stop();
    await this.idle();
  }

  /** Resolves when all that was heard by now has been dealt with. */
  idle(): Promise<void> {
    return this.#hearing.over();
  }

  get section(): CardsState {
    return {
      readers: this.#readers.readers,
      trouble: this.#troubleNow(),
      teaching: this.#teaching.now,
      lastTeaching: this.#teaching.last,
      learning: this.#lessons.now,
      lastLearning: this.#lessons.last,
    };
  }

  get candidates(): readonly ReaderCandidate[] {
    return this.#readers.candidates;
  }

  /** The next card within half a minute becomes theirs. */
  teach(personId: Id): void {
    this.#teaching.begin(personId);
  }

  stopTeaching(): void {
    this.#teaching.stop();
  }

  /** One that types is a reader from now on; what another one says has to be found out first. */
  async learn(id: string): Promise<ReaderUnwilling | null> {
    await this.#readers.look();
    const candidate = this.#readers.candidates.find((each) => each.id === id);
    if (candidate === undefined)
      return { fault: "unknown", sentence: `There is no device ${id}: plug it in, and look again.` };
    if (candidate.types) return (await this.#keep(id, { kind: "keys" })) ? null : full;
    const fault = await this.#lessons.begin(id, this.#readers.talking(id));
    if (fault === null) return null;
    const sentence =
      fault === "refused"
        ? `The system does not let Mien read ${candidate.name}: run sudo scripts/card-reader ${id} in Mien's folder.`
        : `${candidate.name} can't be read: pull it out and plug it in again.`;
    return { fault: fault === "refused" ? "refused" : "unknown", sentence };
  }

  stopLearning(): Promise<void> {
    return this.#lessons.stop();
  }

  /** False where the owner had named no such reader. */
  async forget(id: string): Promise<boolean> {
    const kept = this.#named.filter((each) => deviceId(each) !== id);
    if (kept.length === this.#named.length) return false;
    await this.#options.settings.change({ cardReaders: kept.map(lineOf) });
    return true;
  }

  async #heard(number: string): Promise<void> {
    // While a reader is being learned its cards are examples.
    if (this.#lessons.now !== null || !this.#gate.take(number)) return;
    if (await this.#teaching.take(number)) return;
    const { kind } = await this.#options.people.taps.take(number);
    if (kind !== "unknown") return;
    this.#gate.wasStranger();
    if (!this.#gate.isShut) return;
    clearTimeout(this.#shutLook);
    this.#shutLook = setTimeout(this.#options.onChange, SHUT_LOOK_MS).unref();
    this.#options.onChange();
  }

  get #named(): readonly NamedReader[] {
    return this.#options.settings.current.cardReaders.flatMap((line) => readerOf(line) ?? []);
  }

  async #keep(reader: string, format: ReaderFormat): Promise<boolean> {
    const others = this.#named.filter((each) => deviceId(each) !== reader);
    const [vendor = 0, product = 0] = reader.split(":").map((part) => Number.parseInt(part, 16));
    const lines = [...others.map(lineOf), lineOf({ vendor, product, format })];
    if (lines.length > MOST_NAMED || lines.some((line) => line.length > LONGEST_LINE)) return false;
    await this.#options.settings.change({ cardReaders: lines });
    return true;
  }

  #troubleNow(): CardsState["trouble"] {
    const shut = { reason: "unknown-cards" as const, detail: unknownCards };
    const now = this.#readers.trouble ?? (this.#gate.isShut ? shut : null);
    const { since, ...before } = this.#trouble ?? { since: 0, reason: null };
    if (now === null) this.#trouble = null;
    else if (!isDeepStrictEqual(now, before)) this.#trouble = { ...now, since: this.#options.clock.now() };
    return this.#trouble;
  }
}

const unknownCards =
  "Many cards that nobody here has were held to a reader: until they stop, only one is heard every few seconds.";
const full: ReaderUnwilling = {
  fault: "full",
  sentence: `Mien keeps ${MOST_NAMED} readers: forget one that is no longer used.`,
};
