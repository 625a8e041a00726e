import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Session } from "../../protocol/people.ts";
import { type Answer, ask } from "./ask.ts";
import { backoffMs } from "./backoff.ts";
import { takeKioskCode } from "./kiosk-code.ts";
import { ownSecret } from "./own-secret.ts";
import { ownSongs } from "./own-songs.ts";

export type Proof = { pin: string } | { passphrase: string };

/** Until the daemon has answered. */
const nobody: Session = { role: "guest", seat: "phone", person: null, secureWay: null };

/** Who is signed in on this page, as the daemon says; and the ways to change that. */
export class SignedIn implements ReactiveController {
  session: Session = nobody;
  /** Whether the daemon has said so. */
  known = false;
  /** Why it could not be asked. */
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  readonly #codeRefused: () => void;
  #opened = 0;
  /**
   * How many ways in or out are under way. The daemon ends the session of before, which closes the page's socket, and whoever
   * asks for who is here by then, with the cookie of before, is told nobody: a page would take away what it is in the middle of.
   */
  #changing = 0;
  /** There was a new connection meanwhile. */
  #missed = false;
  /** The newest question alone is heard. */
  #asked = 0;
  #again: ReturnType<typeof setTimeout> | undefined;

  /**
   * `changed`: what was opened with the cookies of before has to be opened anew. `codeRefused`: the link that this page
   * was opened with does not make it the appliance's own screen.
   */
  constructor(options: { host: ReactiveControllerHost; changed: () => void; codeRefused?: () => void }) {
    const { host, changed, codeRefused = () => undefined } = options;
    this.#host = host;
    this.#changed = changed;
    this.#codeRefused = codeRefused;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#begin(takeKioskCode(location, history));
  }

  hostDisconnected(): void {
    clearTimeout(this.#again);
  }

  get isAdmin(): boolean {
    return this.session.role === "admin";
  }

  /** An admin's name who came in by PIN or card, so that what is for admins takes their passphrase still. */
  get adminByPin(): string | null {
    const { person } = this.session;
    return person?.role === "admin" && !this.isAdmin ? person.name : null;
  }

  /** What an admin says is the owner's word. Until somebody has proved to be one, whoever touches the screen is a guest. */
  get speaksAsOwner(): boolean {
    return this.isAdmin && this.session.person !== null;
  }

  get atKiosk(): boolean {
    return this.session.seat === "kiosk";
  }

  /** Anybody closes it; somebody who is elsewhere opens it as an admin alone. */
  get mayOpenCamera(): boolean {
    return this.atKiosk || this.isAdmin;
  }

  /** A plain browser in the network only shows what plays, until somebody signs in there. */
  get maySteer(): boolean {
    return !this.known || this.session.seat !== "phone" || this.session.role !== "guest";
  }

  /** After each new connection: a session may have ended while there was none. */
  follow(opened: number): void {
    if (opened === this.#opened) return;
    this.#opened = opened;
    if (this.#changing > 0) this.#missed = true;
    else if (opened > 0) void this.refresh();
  }

  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await ask<Session>("/api/session");
    if (asked !== this.#asked) return;
    this.failure = answer.ok ? null : answer.reason;
    if (!answer.ok) return this.#host.requestUpdate();
    this.session = answer.value;
    ownSongs.follow(answer.value.person?.id ?? null);
    ownSecret.isPin = answer.value.person?.hasPin === true;
    this.known = true;
    this.#host.requestUpdate();
  }

  signIn(name: string, proof: Proof): Promise<Answer<unknown>> {
    return this.#after(ask("/api/session", { method: "POST", body: { name, ...proof } }));
  }

  /** Who came in by PIN or card becomes the admin that they are. */
  stepUp(passphrase: string): Promise<Answer<unknown>> {
    return this.#after(ask("/api/session/admin", { method: "POST", body: { passphrase } }));
  }

  /** What a card at the kiosk gave. */
  redeem(ticket: string): Promise<Answer<unknown>> {
    return this.#after(ask("/api/session/ticket", { method: "POST", body: { ticket } }));
  }

  /** Whether somebody new may be called that: told before they think of a PIN. */
  mayBeCalled(name: string): Promise<Answer<unknown>> {
    return ask("/api/people/name", { method: "POST", body: { name } });
  }

  register(name: string, pin: string, onTile: boolean): Promise<Answer<unknown>> {
    return this.#after(ask("/api/people", { method: "POST", body: { name, pin, onTile } }));
  }

  signOut(): Promise<Answer<unknown>> {
    return this.#after(ask("/api/session", { method: "DELETE" }));
  }

  /** Somebody else to the screen: who was signed in stays in the room, and keeps their turns. */
  makeRoom(): Promise<Answer<unknown>> {
    return this.#after(ask("/api/session?stay=yes", { method: "DELETE" }));
  }

  signOutEverywhere(): Promise<Answer<unknown>> {
    return this.#after(ask("/api/me/sessions", { method: "DELETE" }));
  }

  /** This browser is Mien's own screen no more. */
  stopBeingScreen(): Promise<Answer<unknown>> {
    return this.#after(ask("/api/kiosk", { method: "DELETE" }));
  }

  forgetMe(proof: Proof): Promise<Answer<unknown>> {
    return this.#after(ask("/api/me", { method: "DELETE", body: proof }));
  }

  async #begin(code: string | null): Promise<void> {
    await this.refresh();
    if (code !== null && !this.atKiosk) await this.#becomeScreen(code);
  }

  /**
   * Where the code is used up, this is a page like any phone's, and whoever opened it is told. Where others have tried too
   * many, it waits for as long as it is told, and where Mien can't be reached, a moment: nobody is there to load the
   * screen's page again.
   */
  async #becomeScreen(code: string, attempt = 0): Promise<void> {
    const answer = await this.#after(ask("/api/kiosk", { method: "POST", body: { code } }));
    if (answer.ok) return;
    const waitMs = answer.unreached ? backoffMs(attempt, Math.random()) : answer.waitMs;
    if (waitMs === undefined) return this.#codeRefused();
    this.#again = setTimeout(() => void this.#becomeScreen(code, attempt + 1), waitMs);
  }

  async #after(asking: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    this.#changing += 1;
    const answer = await asking;
    if (answer.ok || this.#missed) await this.refresh();
    this.#changing -= 1;
    this.#missed = false;
    if (answer.ok) this.#changed();
    return answer;
  }
}
