import { translated } from "../languages/tables.ts";

const english = {
  title: "Upkeep",
  log: {
    title: "The log",
    hint: "The newest lines since Mien started. Names, titles, paths and addresses are left out (…), as in the bundle for support.",
    level: "Show",
    levels: { all: "everything", warn: "warnings and faults", error: "faults alone" },
    none: "There is no such line.",
    live: "New lines come by themselves.",
    kinds: { info: "note", warn: "warning", error: "fault" },
    bundle: "Download the bundle for support",
    bundleHint:
      "Versions, what kind of machine it is, how every part is, settings and the log. Nothing in it should be anybody's business; read it before you send it.",
  },
  backups: "Backups",
  take: {
    title: "Take a backup home",
    which: "Which backup",
    download: "Download",
    none: "There is none yet.",
    holds:
      "It holds everybody’s name, the hashes of PINs, passphrases and cards, and what was played when. Keep it where nobody else reads it, and delete it once it is not needed.",
  },
  restore: {
    title: "Restore a backup",
    hint: "This is done at the machine itself, in a terminal or over SSH, because Mien must not run meanwhile. The database that was there is kept.",
    clone: "Mien is no service here: end it with Ctrl+C where it was started, and then type this.",
    camera: "Type the camera’s address in place of CAMERA: no page tells it, for it has a password in it.",
    other: "Without “newest” scripts/restore lists all backups with their dates.",
    path: "To restore one that you took home, copy it to the machine and give its path in place of the name.",
    now: (when: string) => `Restore the backup of ${when}`,
    another: (title: string) => `Another one is chosen at “${title}”.`,
    none: "There is no backup yet that could be restored.",
    takes: (when: string) =>
      `The backup of ${when} takes the database’s place. Mien ends and starts again: for some seconds nothing plays. What was changed since then is no longer there, except people, cards and PINs; the database of now is kept. Everybody signs in again.`,
    sure: "Restore it, and start Mien again",
    leave: "Leave all as it is",
    reads: "The backup is read from beginning to end, to be sure of it.",
    under: "Mien starts again. This page waits for it, and says what came of it.",
    away: "Mien is not back; this page goes on waiting. By the backup’s settings it may have another address. If not, switch the machine off and on again. Its log says why: journalctl -u mien",
    done: (when: string) => `Mien runs again, with the backup of ${when}.`,
    failed: "Mien runs again, and the database is as it was: the backup was not restored.",
    again: "Mien runs again. Whether the backup was restored it does not say.",
    byHand: "By commands, where this page can’t be reached",
    restored: (when: string, backup: string) =>
      `The backup of ${backup} took the database’s place on ${when}, as an admin wanted.`,
    notRestored: (when: string, backup: string) =>
      `A backup${backup} was to take the database’s place on ${when}, and could not. The database is as it was.`,
    keptBefore: (path: string) => `The database of before is kept in ${path}`,
  },
  update: {
    title: "Update",
    version: (version: string) => `This is Mien ${version}.`,
    hint: "Mien fetches nothing from the internet by itself, so it does not know of newer versions. Bring the release's file to the machine, as on a stick, and say there:",
    after:
      "The music pauses for some seconds. The new version is watched for a minute, and if it is worse the old one comes back with its data.",
    clone: "With a clone, a signed tag does as well: sudo scripts/update --tag TAG.",
    /** Where it runs in one. */
    inClone:
      "Mien fetches nothing from the internet by itself, so it does not know of newer versions. Make a backup, end Mien with Ctrl+C where it was started, and then type this.",
    unwatched:
      "What is new is built before it starts. Nobody watches it: if it is worse, the way back is the version before, with the backup.",
    stayed: (when: string, from: string, to: string) => `On ${when} Mien was updated from ${from} to ${to}.`,
    cameBack: (when: string, from: string, to: string) =>
      `The update to ${to} on ${when} did not do well: ${from} came back, with its data.`,
    refused: (when: string, from: string) =>
      `The update on ${when} was not begun: Mien is still ${from}, with its data.`,
    because: "What the update said of it:",
  },
  /** The same by two files that are given to the page. */
  byPage: {
    hint: "A release is two files: one that ends in .tar.gz, and its signature, which is called the same with .sig behind it. Mien fetches neither from the internet by itself.",
    choose: "Choose both files",
    missing: (have: string, missing: string) => `${have} is chosen. Still missing: ${missing}`,
    odd: (name: string) => `${name} is no part of a release: its files end in .tar.gz and .sig.`,
    sends: (name: string) => `${name} is being sent.`,
    stop: "Stop sending",
    stopped: "It was not sent to its end: Mien stays as it is.",
    broke: "The connection broke: choose both files again.",
    here: (size: string) =>
      `A release is here (${size}). Its signature is checked, then Mien ends and starts again with it: the music pauses for some seconds. The new version is watched for a minute, and if it is worse the old one comes back with its data.`,
    now: "Update now",
    checked:
      "The signature is checked, and the release is put beside the version that runs. That may take some minutes, and the music goes on.",
    under: "An update is under way. This page waits for it, and says what came of it.",
    away: "Mien starts again. This page waits for it, and says what came of it.",
    watched: "Mien runs again, and is watched for a minute.",
    long: "It takes longer than ten minutes; this page goes on waiting. On the machine the log says how far it is: journalctl -u mien-update",
    unsaid:
      "The update has ended, and nobody noted what came of it. The log says more: journalctl -u mien-update",
    waits: "An update has been asked for, and the service that does it has not begun yet.",
    stuck:
      "An update has been asked for, and the service that does it does not begin. On the machine this says why: systemctl status mien-update.path mien-update.service",
    signedOut: "You are not signed in any more. Sign in, and this page says what came of the update.",
    takenBack: "The update was taken back before it began: Mien stays as it is.",
    byHand: "By commands, where this page can’t be reached",
    noSigners:
      "It can be done from this page, too, once this machine trusts the key of whoever makes your releases: docs/install.md, “Update from the page”.",
  },
};

export type UpkeepWords = typeof english;

/** Every word of the page of logs, backups and updates. */
export let upkeepWords: UpkeepWords = english;

translated<UpkeepWords>(
  english,
  {
    de: () => import("../languages/de/upkeep.ts"),
    fr: () => import("../languages/fr/upkeep.ts"),
    es: () => import("../languages/es/upkeep.ts"),
    hi: () => import("../languages/hi/upkeep.ts"),
    ar: () => import("../languages/ar/upkeep.ts"),
    zh: () => import("../languages/zh/upkeep.ts"),
  },
  (table) => {
    upkeepWords = table;
  },
);
