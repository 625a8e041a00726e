import type { ReactiveController, ReactiveControllerHost } from "lit";
import { sameValue } from "../facts/same-value.ts";
import { settingFault } from "../facts/setting-fault.ts";
import type { SettingSchema } from "../facts/setting-kind.ts";
import type { NamedSetting } from "../facts/setting-search.ts";
import { type Answer, ask } from "./ask.ts";

interface Told {
  schema: { properties: Readonly<Record<string, SettingSchema>> };
  values: Readonly<Record<string, unknown>>;
  overridden: readonly string[];
}

interface Changed {
  needsRestart: readonly string[];
  overridden: readonly string[];
}

/** What became of the last change of one setting. */
export type Outcome =
  | { state: "saving" }
  | { state: "saved"; holds: "now" | "from-next-start" | "without-override"; before: unknown }
  | { state: "refused"; reason: string };

/** The settings as the daemon has them, and each change on its way there: one after the other, so that none overtakes. */
export class SettingsDesk implements ReactiveController {
  /** Null before they are known. */
  settings: readonly NamedSetting[] | null = null;
  overridden: readonly string[] = [];
  /** Why they could not be had. */
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #ask: typeof ask;
  #stored: Readonly<Record<string, unknown>> = {};
  readonly #drafts = new Map<string, unknown>();
  readonly #outcomes = new Map<string, Outcome>();
  #line: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveControllerHost, asks: typeof ask = ask) {
    this.#host = host;
    this.#ask = asks;
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  async load(): Promise<void> {
    this.failure = null;
    this.#host.requestUpdate();
    const answer = await this.#ask<Told>("/api/settings");
    if (answer.ok) {
      const { schema, values, overridden } = answer.value;
      this.settings = Object.entries(schema.properties).map(([name, each]) => ({ name, schema: each }));
      this.#stored = values;
      this.overridden = overridden;
    } else this.failure = answer.reason;
    this.#host.requestUpdate();
  }

  /** What stands in the field: what is stored, or what somebody said and could not be saved. */
  value(name: string): unknown {
    return this.#drafts.has(name) ? this.#drafts.get(name) : this.#stored[name];
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
      this.#tell(name, { state: "refused", reason: fault });
      return Promise.resolve();
    }
    return this.#send(name, value, () =>
      this.#ask<Changed>("/api/settings", { method: "PATCH", body: { [name]: value } }),
    );
  }

  reset({ name, schema }: NamedSetting): Promise<void> {
    const { default: value } = schema;
    this.#drafts.set(name, value);
    return this.#send(name, value, () =>
      this.#ask<Changed>(`/api/settings/${encodeURIComponent(name)}`, { method: "DELETE" }),
    );
  }

  #send(name: string, value: unknown, send: () => Promise<Answer<Changed>>): Promise<void> {
    this.#tell(name, { state: "saving" });
    const sent = this.#line.then(async () => {
      const before = this.#stored[name];
      const answer = await send();
      if (answer.ok) this.#stored = { ...this.#stored, [name]: value };
      // Somebody may have gone on meanwhile: what they say now is under way already.
      if (!sameValue(this.value(name), value)) return;
      if (!answer.ok) return this.#tell(name, { state: "refused", reason: answer.reason });
      this.#drafts.delete(name);
      const { overridden, needsRestart } = answer.value;
      const holds = overridden.includes(name)
        ? "without-override"
        : needsRestart.includes(name)
          ? "from-next-start"
          : "now";
      this.#tell(name, { state: "saved", holds, before });
    });
    this.#line = sent;
    return sent;
  }

  #tell(name: string, outcome: Outcome): void {
    this.#outcomes.set(name, outcome);
    this.#host.requestUpdate();
  }
}
