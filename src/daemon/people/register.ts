import type { Id } from "../../protocol/time.ts";
import type {
  PeopleTables,
  PersonChange,
  StoredCard,
  StoredPerson,
} from "../../store/people/people-tables.ts";
import { personKey } from "../../store/people/person-key.ts";
import { StoreError } from "../../store/store.ts";
import type { Log } from "../log.ts";

/** More than a house, a café's staff or its regulars. Each costs a kilobyte of memory. */
export const MOST_PEOPLE = 500;
const MOST_CARDS = 10;
const ERASE_AGAIN_MS = 30_000;

/** Everybody who is known here and their cards: in memory, so that looking somebody up takes the same time as finding nobody. */
export class Register {
  readonly #tables: PeopleTables;
  readonly #log: Log;
  readonly #people = new Map<Id, StoredPerson>();
  readonly #byName = new Map<string, Id>();
  readonly #cards = new Map<string, StoredCard>();
  #erasing: NodeJS.Timeout | undefined;

  constructor(options: { tables: PeopleTables; log: Log }) {
    this.#tables = options.tables;
    this.#log = options.log;
  }

  async start(): Promise<void> {
    const [people, cards] = await Promise.all([this.#tables.all(), this.#tables.cards()]);
    for (const person of people) this.#know(person);
    for (const card of cards) this.#cards.set(card.hash, card);
  }

  stop(): void {
    clearTimeout(this.#erasing);
  }

  get people(): readonly StoredPerson[] {
    return [...this.#people.values()];
  }

  get hasAdmin(): boolean {
    return this.people.some(({ role }) => role === "admin");
  }

  get isFull(): boolean {
    return this.#people.size >= MOST_PEOPLE;
  }

  get(id: Id): StoredPerson | null {
    return this.#people.get(id) ?? null;
  }

  called(name: string): StoredPerson | null {
    return this.get(this.#byName.get(personKey(name)) ?? "");
  }

  async add(person: StoredPerson): Promise<"added" | "taken" | "full"> {
    if (this.isFull) return "full";
    const outcome = await this.#tables.add(person);
    if (outcome === "added") this.#know(person);
    return outcome;
  }

  async change(id: Id, change: PersonChange): Promise<"changed" | "unknown" | "taken" | "last-admin"> {
    const outcome = await this.#tables.change(id, change);
    // Looked up only now: two changes at once must both be in it.
    const person = this.get(id);
    if (outcome !== "changed" || person === null) return outcome;
    this.#forget(person);
    this.#know({ ...person, ...change });
    if (change.name !== undefined && change.name !== person.name) await this.#erase();
    return outcome;
  }

  async remove(id: Id): Promise<"removed" | "unknown" | "last-admin"> {
    const outcome = await this.#tables.remove(id);
    const person = this.get(id);
    if (outcome !== "removed" || person === null) return outcome;
    this.#forget(person);
    for (const { hash } of this.cardsOf(id)) this.#cards.delete(hash);
    await this.#erase();
    return outcome;
  }

  cardsOf(id: Id): readonly StoredCard[] {
    return [...this.#cards.values()].filter(({ personId }) => personId === id);
  }

  whose(cardHash: string): StoredPerson | null {
    return this.get(this.#cards.get(cardHash)?.personId ?? "");
  }

  async addCard(card: StoredCard): Promise<"added" | "taken" | "unknown" | "full"> {
    if (this.cardsOf(card.personId).length >= MOST_CARDS) return "full";
    const outcome = await this.#tables.addCard(card);
    if (outcome === "added") this.#cards.set(card.hash, card);
    return outcome;
  }

  /** False where that person has no such card. */
  async removeCard(personId: Id, id: Id): Promise<boolean> {
    const card = this.cardsOf(personId).find((each) => each.id === id);
    if (card === undefined) return false;
    await this.#tables.removeCard(id);
    this.#cards.delete(card.hash);
    return true;
  }

  /** A backup took the database's place: who has gone since is removed from it again, and who came is put into it. */
  async storeAgain(): Promise<void> {
    // Twice, where somebody's name is another one's now, or the only admin there is none any more.
    for (const _ of [1, 2]) {
      for (const person of this.people)
        if ((await this.#tables.change(person.id, person)) === "unknown") await this.#tables.add(person);
      for (const { id } of await this.#tables.all()) if (!this.#people.has(id)) await this.#tables.remove(id);
    }
    for (const { id, hash } of await this.#tables.cards())
      if (!this.#cards.has(hash)) await this.#tables.removeCard(id);
    for (const card of this.#cards.values()) await this.#tables.addCard(card);
    await this.#erase();
  }

  /** Until it is done: a backup that is being made may hold the log for a while. */
  async #erase(): Promise<void> {
    clearTimeout(this.#erasing);
    if (await this.#erased()) return;
    this.#erasing = setTimeout(() => void this.#erase(), ERASE_AGAIN_MS).unref();
  }

  async #erased(): Promise<boolean> {
    try {
      return await this.#tables.erase();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#log.warn({ fault: error.fault }, error.message);
      return error.fault === "gone";
    }
  }

  #know(person: StoredPerson): void {
    this.#people.set(person.id, person);
    this.#byName.set(personKey(person.name), person.id);
  }

  #forget({ id, name }: StoredPerson): void {
    this.#people.delete(id);
    this.#byName.delete(personKey(name));
  }
}
