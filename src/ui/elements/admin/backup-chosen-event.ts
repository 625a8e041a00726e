/** Which backup somebody means, by its name; null is the newest. */
export class BackupChosenEvent extends Event {
  static readonly type = "mien-backup-chosen";
  readonly chosen: string | null;

  constructor(chosen: string | null) {
    super(BackupChosenEvent.type, { bubbles: true, composed: true });
    this.chosen = chosen;
  }
}
