import type { LitElement, ReactiveController } from "lit";
import type { Session } from "../protocol/people.ts";
import { SIGNS, TellsTouches } from "./tells-touches.ts";

// Of what pages share it imports nothing: files that are fetched here alone would part what they have in one.

/** Somebody reads and types on an owner's page; the others go as soon as the kiosk's controls do. */
const OWNERS_REST_MS = 5 * 60_000;
const REST_MS = 60_000;
const SOON: ReadonlySet<string> = new Set(["mien-people", "mien-lost"]);
/** So long before it goes, it says so: nothing that somebody has typed goes without a word. */
const WARNED_MS = 20_000;
/** Where the note can't be had, an admin who has walked away must not stay signed in for that. */
const NOTE_TRIES = 3;
/** The daemon answers at once, or is not there. */
const ANSWER_MS = 3_000;

/**
 * On Mien's own screen there is no Back: once nobody touches a page other than the kiosk's for a while, the screen shows
 * what plays again. An admin is signed out by that, for whoever comes next would be one; they stay in the room. Until then
 * the daemon is told of each touch, or it would have signed them out before.
 */
export class GoesBack implements ReactiveController {
  readonly #restMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #note: HTMLElement | null = null;
  #isLeaving = false;

  constructor(host: LitElement) {
    this.#restMs = SOON.has(host.localName) ? REST_MS : OWNERS_REST_MS;
    host.addController(this);
    new TellsTouches(host, { reads: this.#restMs === OWNERS_REST_MS });
    void hasNote();
  }

  hostConnected(): void {
    for (const type of SIGNS) window.addEventListener(type, this.#touched, { capture: true, passive: true });
    this.#touched();
  }

  hostDisconnected(): void {
    for (const type of SIGNS) window.removeEventListener(type, this.#touched, { capture: true });
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#note?.remove();
  }

  readonly #touched = (): void => {
    if (this.#isLeaving) return;
    this.#note?.remove();
    this.#note = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#warn(NOTE_TRIES), this.#restMs - WARNED_MS);
  };

  async #warn(triesLeft: number): Promise<void> {
    const timer = this.#timer;
    const isHad = await hasNote();
    if (timer !== this.#timer) return; // Touched meanwhile.
    if (isHad) {
      this.#note = document.createElement("rest-note");
      document.body.append(this.#note);
    }
    const next = isHad || triesLeft <= 1 ? () => this.#leave() : () => this.#warn(triesLeft - 1);
    this.#timer = setTimeout(() => void next(), WARNED_MS);
  }

  async #leave(): Promise<void> {
    // What is under way, such as an upload, would ask whether to break it off, and nobody is there to answer.
    if (!window.dispatchEvent(new Event("beforeunload", { cancelable: true }))) return this.#touched();
    this.#isLeaving = true;
    const mayGo = await Promise.race([
      signedOutAsAdmin(),
      new Promise<boolean>((done) => setTimeout(() => done(false), ANSWER_MS)),
    ]);
    this.#isLeaving = false;
    // Where nobody answers there is nothing to go back to; it is tried again.
    if (mayGo) location.replace("/");
    else this.#touched();
  }
}

/** Whether what is said before it goes is here. */
async function hasNote(): Promise<boolean> {
  try {
    await import("./elements/rest-note.ts");
    return true;
  } catch {
    return false; // Mien can't be reached, or has been updated and has it no longer.
  }
}

/** Whether the daemon answers, this is its screen still, and nobody is an admin here any more. */
async function signedOutAsAdmin(): Promise<boolean> {
  try {
    const answer = await fetch("/api/session");
    if (!answer.ok) return false;
    const { role, person, seat }: Session = await answer.json();
    if (seat !== "kiosk") return false;
    if (role !== "admin" || person === null) return true;
    return (await fetch("/api/session?stay=yes", { method: "DELETE" })).ok;
  } catch {
    return false; // Mien can't be reached.
  }
}
