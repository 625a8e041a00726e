/** How Mien runs, as `/api/about` tells it. */
export interface Runs {
  /** The folder of the clone that it was started in; null where a release is installed. */
  clone: string | null;
  dataFolder: string;
}

/** Where an installed release has its data: its own scripts look there by themselves. */
const INSTALLED_DATA = "/var/lib/mien";

/** Typed as they stand, in whatever language the page is: what puts a backup in the database's place. */
export function restoreCommands(backup: string, { clone, dataFolder }: Runs): readonly string[] {
  const named = `${argument(backup)}${dataOf({ clone, dataFolder })}`;
  if (clone !== null) return [`cd ${argument(clone)}`, `scripts/restore ${named}`, start(dataFolder)];
  return [
    "sudo systemctl stop mien mien-safe",
    `sudo /opt/mien/current/scripts/restore ${named}`,
    "sudo systemctl start mien",
  ];
}

/** What brings a newer version. */
export function updateCommands({ clone, dataFolder }: Runs): readonly string[] {
  if (clone !== null) return [`cd ${argument(clone)}`, "git pull", start(dataFolder)];
  return ["sudo /opt/mien/current/scripts/update mien-VERSION.tar.gz"];
}

/** In a clone it is always named: where Mien is installed beside it, scripts/restore would take that one's. */
const dataOf = ({ clone, dataFolder }: Runs): string =>
  clone === null && dataFolder === INSTALLED_DATA ? "" : ` --data ${argument(dataFolder)}`;

const start = (dataFolder: string): string => `scripts/start --data ${argument(dataFolder)}`;

/** As a shell takes it for one word. */
const argument = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
