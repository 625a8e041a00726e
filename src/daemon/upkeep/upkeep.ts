import type { PlayerEvent } from "../../player/player.ts";
import type { PlayerState } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import { type Store, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { BackupKeeper } from "./backup-keeper.ts";
import { Counts } from "./counts.ts";
import { MachineWatch } from "./machine-watch.ts";

/** Where no sound comes, as on a closed day, the database is looked through all the same. */
const checkAfterMs = 60_000;

export interface UpkeepOptions {
  store: Store;
  settings: SettingsKeeper;
  dataFolder: string;
  trusted?: () => boolean;
  /** Whether it is quiet because the machine does not know the time; false unless told. */
  isHeldLow?: () => boolean;
  /** How often the daemon was started since the machine was, this time included; null where nobody counts. */
  daemonStarts?: number | null;
  clock: Clock;
  log: Log;
  /** Any part's health is other than before. */
  onChange: () => void;
}

/** What an appliance needs that nobody looks after: backups, a look at the database after a crash, at heat and room. */
export class Upkeep {
  readonly backups: BackupKeeper;
  readonly machine: MachineWatch;
  readonly counts = new Counts();
  readonly #options: UpkeepOptions;
  #check: NodeJS.Timeout | undefined;
  #checking: Promise<void> | null = null;

  constructor(options: UpkeepOptions) {
    const { store, settings, dataFolder, clock, log, onChange } = options;
    const { trusted = () => true, isHeldLow = () => false } = options;
    this.#options = options;
    this.backups = new BackupKeeper({
      ...{ care: store.care, dataFolder, trusted, clock, log, onChange },
      settings: () => settings.current,
    });
    this.machine = new MachineWatch({ dataFolder, trusted, isHeldLow, now: clock.now, onChange });
  }

  start(): void {
    this.machine.start();
    this.backups.start();
    if (this.#options.store.care.endedUncleanly)
      this.#check = setTimeout(() => this.#checkDatabase(), checkAfterMs);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#check);
    this.machine.stop();
    await this.backups.stop();
  }

  /** Once sound is there, the database is looked through that an unclean end left behind. */
  hear(event: PlayerEvent, player: PlayerState): void {
    this.counts.hear(event, player);
    if (player.actual.state === "playing" && this.#check !== undefined) this.#checkDatabase();
  }

  get daemonStarts(): number | null {
    return this.#options.daemonStarts ?? null;
  }

  get health(): Pick<AppState["health"], "backup" | "disk" | "temperature" | "clock"> {
    return { backup: this.backups.health, ...this.machine.health };
  }

  #checkDatabase(): void {
    clearTimeout(this.#check);
    this.#check = undefined;
    this.#checking ??= this.#lookThrough();
  }

  async #lookThrough(): Promise<void> {
    const { store, clock, log } = this.#options;
    const from = clock.monotonic();
    try {
      const problems = await store.care.check();
      const tookMs = Math.round(clock.monotonic() - from);
      log.info({ problems: problems.length, tookMs }, "database looked through after an unclean end");
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.fault !== "gone") log.warn({ fault: error.fault }, error.message);
    }
  }
}
