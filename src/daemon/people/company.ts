import type { Policy } from "../../protocol/mood.ts";
import type { Pick as Song } from "../../protocol/music.ts";
import type { PeopleHere } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import type { Turn } from "../../recommend/request.ts";
import type { StoredPerson } from "../../store/people/people-tables.ts";
import type { Presence } from "./presence.ts";
import type { Register } from "./register.ts";
import type { TasteKeeper } from "./taste-keeper.ts";

/** Whose turn it is, and what the music is to do about the mood for them. */
export type PersonalTurn = Turn & { policy: Policy | null };

/** Who is in the room, and what that means for the music: turns, wishes, and songs that nobody has to bear. */
export class Company {
  readonly #register: Pick<Register, "get">;
  readonly #presence: Presence;
  readonly #tastes: TasteKeeper;
  readonly #tellsNames: () => boolean;
  readonly #listeners = new Set<() => void>();
  /** Whose turn was over with these. */
  readonly #turnsHad = new WeakMap<Song, Id>();
  #undo: () => void = () => undefined;
  #reading: Promise<void> = Promise.resolve();
  #isToRead = false;

  constructor(options: {
    register: Pick<Register, "get">;
    presence: Presence;
    tastes: TasteKeeper;
    /** Whether those who want it may be called by name here at all. */
    tellsNames: () => boolean;
  }) {
    this.#register = options.register;
    this.#presence = options.presence;
    this.#tastes = options.tastes;
    this.#tellsNames = options.tellsNames;
  }

  start(): void {
    this.#undo = this.#presence.onChange(() => {
      this.#tell();
      // What somebody likes has to be fetched: until then they have a turn like everybody, and their wishes.
      this.#readAnew();
    });
  }

  /** Resolves when the store is asked nothing more. */
  async stop(): Promise<void> {
    this.#undo();
    await this.#reading;
  }

  /** Told when other songs may suit: somebody came or went, or wishes for something else. Returns the undo. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Every few seconds: what could not be read is tried again, or songs that somebody never wants to hear would play. */
  look(): void {
    if (this.#tastes.lacks(this.#presence.present)) this.#readAnew();
  }

  /** What this person likes is another thing now. */
  changed(id: Id): void {
    if (this.#presence.visitOf(id) !== null) this.#tell();
  }

  /** Names may be told from now on, or may no more. */
  placeChanged(): void {
    if (this.#presence.present.length > 0) this.#tell();
  }

  /** Those who want it told by name, where names are told, and how many others there are. */
  get told(): PeopleHere {
    const here = this.#here;
    const named = here
      .filter(({ person }) => this.#isNamed(person))
      .map(({ person, visit }) => ({ visit, name: person.name }));
    return { named, others: here.length - named.length };
  }

  /** Who is to have the song after these, which play or wait; null where nobody is here. */
  turnAfter(line: readonly Song[]): PersonalTurn | null {
    const visit = this.#presence.nextAfter(line.map((song) => this.#visitIn(song)));
    const found = this.#here.find((each) => each.visit === visit);
    if (found === undefined) return null;
    const { id, wishes } = found.person;
    const { favourite } = this.#tastes.of(id);
    return { visit: found.visit, tells: this.#isNamed(found.person), songs: favourite, ...wishes };
  }

  /** What is to be done about the mood while this song plays; null where it is nobody's turn, or they have gone. */
  policyOf(song: Song): Policy | null {
    const visit = this.#visitIn(song);
    return this.#here.find((each) => each.visit === visit)?.person.wishes.policy ?? null;
  }

  /** What each of them wants done about the mood; null leaves it to the room. */
  get policies(): readonly (Policy | null)[] {
    return this.#here.map(({ person }) => person.wishes.policy);
  }

  /** Songs that somebody here never wants to hear. */
  get unwanted(): readonly Id[] {
    return [...new Set(this.#here.flatMap(({ person }) => this.#tastes.of(person.id).blocked))];
  }

  /** A song has begun: whose turn it was, or who asked for it, has had theirs. */
  began(song: Song): void {
    const visit = this.#visitIn(song);
    if (visit === null) return;
    this.#presence.hadTurn(visit);
    this.#turnsHad.set(song, visit);
  }

  /** It was cut by a slip and comes once more, as another pick: their turn is over when that begins, and not before. */
  comesAgain(song: Song): void {
    const visit = this.#turnsHad.get(song);
    if (visit === undefined) return;
    this.#turnsHad.delete(song);
    this.#presence.turnGivenBack(visit);
  }

  #readAnew(): void {
    if (this.#isToRead) return;
    this.#isToRead = true;
    this.#reading = this.#read();
  }

  /** One at a time: who comes meanwhile is read with the next one, of which there is one at most. */
  async #read(): Promise<void> {
    await this.#reading;
    this.#isToRead = false;
    if (await this.#tastes.follow(this.#presence.present)) this.#tell();
  }

  get #here(): readonly { person: StoredPerson; visit: Id }[] {
    return this.#presence.present.flatMap((id) => {
      const [person, visit] = [this.#register.get(id), this.#presence.visitOf(id)];
      return person === null || visit === null ? [] : [{ person, visit }];
    });
  }

  /** What they like is as much theirs as their name: a stranger would learn the one by the other. */
  #isNamed({ named }: StoredPerson): boolean {
    return named && this.#tellsNames();
  }

  #visitIn({ reasons }: Song): Id | null {
    for (const reason of reasons) {
      if (reason.kind === "turn") return reason.of;
      if (reason.kind === "asked" && reason.by.kind === "person" && reason.by.id !== undefined)
        return this.#presence.visitOf(reason.by.id);
    }
    return null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
