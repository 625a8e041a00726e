/** How Mien runs, as `/api/about` tells it. */
export interface Runs {
  /** The folder of the clone that it was started in; null where a release is installed. */
  clone: string | null;
  dataFolder: string;
  /** Word by word, besides the data folder. */
  startedWith: readonly string[];
}

/** Whether a word among them has to be typed by whoever knows it: a camera's address with a password in it. */
export const hidesCamera = ({ clone, startedWith }: Runs): boolean =>
  clone !== null && startedWith.includes("CAMERA");

/** Where an installed release has its data: its own scripts look there by themselves. */
const INSTALLED_DATA = "/var/lib/mien";

/** Typed as they stand, in whatever language the page is: what puts a backup in the database's place. */
export function restoreCommands(backup: string, runs: Runs): readonly string[] {
  const { clone } = runs;
  const named = `${argument(backup)}${dataOf(runs)}`;
  if (clone !== null) return [`cd ${argument(clone)}`, `scripts/restore ${named}`, start(runs)];
  return [
    "sudo systemctl stop mien mien-safe",
    `sudo /opt/mien/current/scripts/restore ${named}`,
    "sudo systemctl start mien",
  ];
}

/** What brings a newer version. */
export function updateCommands(runs: Runs): readonly string[] {
  const { clone } = runs;
  if (clone !== null) return [`cd ${argument(clone)}`, "git pull", start(runs)];
  return ["sudo /opt/mien/current/scripts/update mien-VERSION.tar.gz"];
}

/** In a clone it is always named: where Mien is installed beside it, scripts/restore would take that one's. */
const dataOf = ({ clone, dataFolder }: Runs): string =>
  clone === null && dataFolder === INSTALLED_DATA ? "" : ` --data ${argument(dataFolder)}`;

/** As it was started: by another port, or without what stands in for a camera, it would be another Mien. */
const start = ({ dataFolder, startedWith }: Runs): string =>
  ["scripts/start", "--data", dataFolder, ...startedWith].map(argument).join(" ");

/** As a shell takes it for one word. */
const argument = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
