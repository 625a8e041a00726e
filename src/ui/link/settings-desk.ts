import type { ReactiveController, ReactiveControllerHost } from "lit";
import { sameValue } from "../facts/same-value.ts";
import { settingFault } from "../facts/setting-fault.ts";
import type { SettingSchema } from "../facts/setting-kind.ts";
import type { NamedSetting } from "../facts/setting-search.ts";
import { useTimeZone } from "../languages/tables.ts";
import { ask, type Question } from "./ask.ts";

interface Told {
  schema: { properties: Readonly<Record<string, SettingSchema>> };
  values: Readonly<Record<string, unknown>>;
  /** Whose values are an admin's to know. */
  withheld: readonly string[];
  overridden: readonly string[];
  /** Of those, what holds once Mien is started without its command line's. */
  saved: Readonly<Record<string, unknown>>;
  awaitsRestart: readonly string[];
  /** Music folders that are not there. */
  notThere: readonly string[];
  /** By which the page tells times. */
  timeZone: string;
}

interface Changed {
  needsRestart: readonly string[];
  overridden: readonly string[];
  awaitsRestart: readonly string[];
  notThere: readonly string[];
  closes: boolean;
  timeZone: string;
}

/** What became of the last change of one setting. */
export type Outcome =
  | { state: "saving" }
  | {
      state: "saved";
      /** `closing`: now, and by it the music ends at once. */
      holds: "now" | "closing" | "from-next-start" | "without-override";
      before: unknown;
    }
  | { state: "refused"; reason: string };

/** The settings as the daemon has them, and each change on its way there: one after the other, so that none overtakes. */
export class SettingsDesk implements ReactiveController {
  /** Null before they are known. */
  settings: readonly NamedSetting[] | null = null;
  /** Those that are told to admins alone, while nobody is signed in as one. */
  withheld: readonly string[] = [];
  overridden: readonly string[] = [];
  /** What was changed since Mien was started and holds from its next start. */
  awaitsRestart: readonly string[] = [];
  /** Music folders that are not there, mistyped or on a drive that is away. */
  notThere: readonly string[] = [];
  /** Why they could not be had. */
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #ask: typeof ask;
  #stored: Readonly<Record<string, unknown>> = {};
  #told: Readonly<Record<string, unknown>> = {};
  readonly #drafts = new Map<string, unknown>();
  readonly #outcomes = new Map<string, Outcome>();
  /** How often each was changed: an answer is about the change that it was given to, whatever came after it. */
  readonly #changes = new Map<string, number>();
  #line: Promise<unknown> = Promise.resolve();
  #isAdmin = false;
  /** Under way. */
  #loads = 0;
  /** Not on their way yet. */
  readonly #waiting = new Map<string, { path: string; question: Question }>();

  constructor(host: ReactiveControllerHost, asks: typeof ask = ask) {
    this.#host = host;
    this.#ask = asks;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
    globalThis.addEventListener?.("pagehide", this.#sendWaiting);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener?.("pagehide", this.#sendWaiting);
  }

  /** The page closes, with changes that wait for the one before: of each setting the last. */
  readonly #sendWaiting = (): void => {
    for (const { path, question } of this.#waiting.values())
      void this.#ask(path, { ...question, keepalive: true });
    this.#waiting.clear();
  };

  async load(): Promise<void> {
    this.failure = null;
    this.#host.requestUpdate();
    const askedAs = this.#isAdmin;
    this.#loads++;
    const answer = await this.#ask<Told>("/api/settings");
    this.#loads--;
    if (answer.ok) {
      const { schema, values, saved, withheld, overridden, timeZone, awaitsRestart, notThere } = answer.value;
      useTimeZone(timeZone);
      this.settings = Object.entries(schema.properties).map(([name, each]) => ({ name, schema: each }));
      this.#told = values;
      // What the owner changes is what is kept: whoever adds to the other list would overwrite this one unseen.
      this.#stored = { ...values, ...saved };
      this.withheld = withheld;
      // Also what an admin typed and saved here is no longer anybody's to see.
      for (const name of withheld) this.#forget(name);
      this.overridden = overridden;
      this.awaitsRestart = awaitsRestart;
      this.notThere = notThere;
    } else this.failure = answer.reason;
    this.#host.requestUpdate();
    // Somebody signed in or out while it was under way.
    if (askedAs !== this.#isAdmin) this.#compare();
  }

  /** Who signs in as an admin is told all of them, and who signs out no more than anybody. */
  follow(isAdmin: boolean): void {
    if (isAdmin === this.#isAdmin) return;
    this.#isAdmin = isAdmin;
    this.#compare();
  }

  /** What is under way is compared when it is there. */
  #compare(): void {
    if (this.#loads === 0 && this.withheld.length > 0 === this.#isAdmin) void this.load();
  }

  #forget(name: string): void {
    this.#drafts.delete(name);
    this.#outcomes.delete(name);
    // What is under way tells nothing any more.
    this.#count(name);
  }

  /** What stands in the field: what is stored, or what somebody said and could not be saved. */
  value(name: string): unknown {
    return this.#drafts.has(name) ? this.#drafts.get(name) : this.#stored[name];
  }

  /** What holds in this run, where its command line outranks what is stored. */
  inForce(name: string): unknown {
    return this.overridden.includes(name) ? this.#told[name] : undefined;
  }

  outcome(name: string): Outcome | null {
    return this.#outcomes.get(name) ?? null;
  }

  isDefault({ name, schema }: NamedSetting): boolean {
    return sameValue(this.value(name), schema.default);
  }

  /** Sends it, unless it can be told here that it would be refused. */
  change(setting: NamedSetting, value: unknown): Promise<void> {
    const { name, schema } = setting;
    if (sameValue(value, this.value(name)) && this.outcome(name)?.state !== "refused")
      return Promise.resolve();
    this.#drafts.set(name, value);
    const fault = settingFault(schema, value);
    if (fault !== null) {
      this.#count(name);
      this.#tell(name, { state: "refused", reason: fault });
      return Promise.resolve();
    }
    return this.#send(name, value, "/api/settings", { method: "PATCH", body: { [name]: value } });
  }

  reset({ name, schema }: NamedSetting): Promise<void> {
    const { default: value } = schema;
    this.#drafts.set(name, value);
    return this.#send(name, value, `/api/settings/${encodeURIComponent(name)}`, { method: "DELETE" });
  }

  #send(name: string, value: unknown, path: string, question: Question): Promise<void> {
    this.#tell(name, { state: "saving" });
    const change = this.#count(name);
    const waiting = { path, question };
    this.#waiting.set(name, waiting);
    const sent = this.#line.then(async () => {
      const before = this.#stored[name];
      if (this.#waiting.get(name) === waiting) this.#waiting.delete(name);
      const answer = await this.#ask<Changed>(path, question);
      if (answer.ok) {
        if (!this.withheld.includes(name)) this.#stored = { ...this.#stored, [name]: value };
        useTimeZone(answer.value.timeZone);
        this.awaitsRestart = answer.value.awaitsRestart;
        this.notThere = answer.value.notThere;
      }
      // Somebody may have gone on meanwhile, there and back even: what they say now stays in the field, and is under way.
      if (this.#changes.get(name) !== change) return;
      if (!answer.ok) return this.#tell(name, { state: "refused", reason: answer.reason });
      this.#drafts.delete(name);
      const { overridden, needsRestart, closes } = answer.value;
      const holds = overridden.includes(name)
        ? "without-override"
        : needsRestart.includes(name)
          ? "from-next-start"
          : closes
            ? "closing"
            : "now";
      this.#tell(name, { state: "saved", holds, before });
    });
    this.#line = sent;
    return sent;
  }

  #count(name: string): number {
    const change = (this.#changes.get(name) ?? 0) + 1;
    this.#changes.set(name, change);
    return change;
  }

  #tell(name: string, outcome: Outcome): void {
    this.#outcomes.set(name, outcome);
    this.#host.requestUpdate();
  }
}
