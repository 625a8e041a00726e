import type { EpochMs } from "../../../protocol/time.ts";

/** One of the backups that there are. */
export interface ChosenBackup {
  name: string;
  at: EpochMs;
  /** The newest one: a command finds it without its name. */
  newest: boolean;
}

/** Which backup somebody means; null where there is none. */
export class BackupChosenEvent extends Event {
  static readonly type = "mien-backup-chosen";
  readonly chosen: ChosenBackup | null;

  constructor(chosen: ChosenBackup | null) {
    super(BackupChosenEvent.type, { bubbles: true, composed: true });
    this.chosen = chosen;
  }
}
