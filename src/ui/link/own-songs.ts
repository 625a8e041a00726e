import type { Taste } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import { type Answer, ask } from "./ask.ts";

type Told = Readonly<Record<Taste, readonly Id[]>>;

/**
 * The songs that whoever is signed in on this page likes, or never wants to hear. One for the page: hearts stand in many
 * places, and all of them change at once.
 */
export class OwnSongs extends EventTarget {
  #person: Id | null = null;
  readonly #tastes = new Map<Id, Taste>();
  /** Of the newest question: what an older one answers is no news. */
  #asked = 0;
  /** All of them are known, and not only those that were touched here. */
  #isRead = false;

  /** Null where nobody is signed in. */
  get person(): Id | null {
    return this.#person;
  }

  of(track: Id): Taste | null {
    return this.#tastes.get(track) ?? null;
  }

  /** Somebody else is signed in here, or nobody is. */
  follow(person: Id | null): void {
    if (person === this.#person) return;
    this.#person = person;
    this.#tastes.clear();
    this.#isRead = false;
    this.#tell();
    if (person !== null) void this.#read();
  }

  /** Shown at once; a refusal takes it back. */
  async set(track: Id, taste: Taste | null): Promise<Answer<unknown>> {
    const before = this.of(track);
    this.#put(track, taste);
    const answer = await ask(`/api/me/tastes/${track}`, { method: "PUT", body: { taste } });
    if (!answer.ok && this.of(track) === taste) this.#put(track, before);
    // A touch before the others were known has thrown their answer away.
    if (!this.#isRead) void this.#read();
    return answer;
  }

  async #read(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await ask<Told>("/api/me");
    if (!answer.ok || asked !== this.#asked) return;
    this.#isRead = true;
    this.#tastes.clear();
    for (const taste of ["favourite", "blocked"] as const)
      for (const track of answer.value[taste]) this.#tastes.set(track, taste);
    this.#tell();
  }

  #put(track: Id, taste: Taste | null): void {
    if (taste === null) this.#tastes.delete(track);
    else this.#tastes.set(track, taste);
    // What is on its way was asked before.
    this.#asked += 1;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

export const ownSongs = new OwnSongs();
