import { Value } from "typebox/value";
import { type SettingInfo, type SettingName, Settings } from "../protocol/settings.ts";
import { type SettingsTable, StoreError } from "../store/store.ts";

export type SettingsChange =
  | {
      ok: true;
      /** Those that are other than before. */
      changed: readonly SettingName[];
      needsRestart: readonly SettingName[];
      /** Those that were stored, but hold only when Mien is started without what its command line says of them. */
      overridden: readonly SettingName[];
    }
  | { ok: false; reason: string };

type Listener = (settings: Settings, changed: readonly SettingName[]) => void;

const names = Object.keys(Settings.properties) as SettingName[];
const defaults = Value.Default(Settings, {}) as Settings;

/**
 * The settings in force: the schema's defaults, under what the owner chose, under what this run's command line
 * says. A stored value that no longer fits the schema gives way to the default and is named in the log.
 */
export class SettingsKeeper {
  readonly #table: SettingsTable;
  readonly #overrides: Partial<Settings>;
  readonly #log: { warn(o: object, message: string): void };
  readonly #listeners = new Set<Listener>();
  #chosen: Partial<Settings> = {};
  /** As they were when the daemon began: some hold from its next start alone. */
  #atStart: Settings = defaults;

  constructor(options: {
    table: SettingsTable;
    overrides: Partial<Settings>;
    log: { warn(o: object, message: string): void };
  }) {
    this.#table = options.table;
    this.#overrides = options.overrides;
    this.#log = options.log;
  }

  async start(): Promise<void> {
    for (const [name, value] of Object.entries(await this.#table.all())) {
      const fault = faultOf(name, value);
      if (fault) this.#log.warn({ setting: name }, `stored setting not used: ${fault}`);
      else this.#chosen = { ...this.#chosen, [name]: value };
    }
    this.#atStart = this.current;
  }

  get current(): Settings {
    return { ...defaults, ...this.#chosen, ...this.#overrides };
  }

  /** What the command line decides for this run, whatever is stored. */
  get overridden(): readonly SettingName[] {
    return Object.keys(this.#overrides) as SettingName[];
  }

  /** Of those, what holds once Mien is started without that: what the owner chose, or the default. */
  get saved(): Partial<Settings> {
    const chosen = { ...defaults, ...this.#chosen };
    return Object.fromEntries(this.overridden.map((name) => [name, chosen[name]]));
  }

  /** What was changed and holds from the next start. */
  get awaitsRestart(): readonly SettingName[] {
    const { current } = this;
    return names.filter(
      (name) =>
        "needsRestart" in Settings.properties[name] && !Value.Equal(this.#atStart[name], current[name]),
    );
  }

  /** All or nothing: one wrong value and none is taken. */
  async change(values: Readonly<Record<string, unknown>>): Promise<SettingsChange> {
    const entries = Object.entries(values);
    for (const [name, value] of entries) {
      const fault = faultOf(name, value);
      if (fault) return { ok: false, reason: fault };
    }
    await this.#table.put(values);
    const before = this.current;
    this.#chosen = { ...this.#chosen, ...values };
    return this.#announce(before, Object.keys(values) as SettingName[]);
  }

  /** Back to the default. */
  async reset(name: SettingName): Promise<SettingsChange> {
    await this.#table.remove(name);
    const before = this.current;
    const { [name]: _removed, ...rest } = this.#chosen;
    this.#chosen = rest;
    return this.#announce(before, [name]);
  }

  /** The database was replaced by one that knows less: what holds is written there once more. */
  async storeAgain(): Promise<void> {
    try {
      await this.#table.put(this.#chosen);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#log.warn({ fault: error.fault }, error.message);
    }
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(before: Settings, asked: readonly SettingName[]): SettingsChange {
    const after = this.current;
    const changed = names.filter((name) => !Value.Equal(before[name], after[name]));
    if (changed.length > 0) for (const listener of this.#listeners) listener(after, changed);
    const needsRestart = changed.filter((name) => "needsRestart" in Settings.properties[name]);
    const overridden = asked.filter((name) => name in this.#overrides);
    return { ok: true, changed, needsRestart, overridden };
  }
}

export function isSettingName(name: string): name is SettingName {
  return (names as string[]).includes(name);
}

/** What is wrong with a value, and what it may be, or null. */
function faultOf(name: string, value: unknown): string | null {
  if (!isSettingName(name)) return `There is no setting called ${name}.`;
  const schema = Settings.properties[name];
  if (Value.Check(schema, value)) return null;
  const choices = choicesOf(schema);
  if (choices.length > 0) return `${name} must be one of ${choices.join(", ")}.`;
  const [first] = Value.Errors(schema, value);
  // A part that the schema doesn't know is told by its path alone.
  if (first?.keyword === "boolean") {
    const known = Object.keys((schema as { properties?: object }).properties ?? {}).join(", ");
    return `${name} has no ${first.instancePath.slice(1)}${known === "" ? "" : `, only ${known}`}.`;
  }
  const place = first ? first.instancePath.replaceAll("/", ".") : "";
  const { help } = schema as unknown as SettingInfo;
  return `${name}${place} ${first?.message ?? "does not fit"}. ${help}`;
}

function choicesOf(schema: object): readonly string[] {
  const choices: readonly { const?: unknown }[] = "anyOf" in schema ? (schema.anyOf as []) : [];
  return choices.flatMap((choice) => (typeof choice.const === "string" ? choice.const : []));
}
