import type { HealthReason } from "../../protocol/health.ts";

/** What is wrong, and what to do about it. */
export interface Trouble {
  what: string;
  cure: string;
  /** The same of one thing that has a name, which guests read, too. */
  named?: (name: string) => string;
}

/** Each reason that a part can be down or degraded for, in words for whoever stands before the screen. */
export const troubles: Readonly<Record<HealthReason, Trouble>> = {
  "camera-absent": { what: "No camera is found.", cure: "Plug one in; it is noticed by itself." },
  "camera-unplugged": { what: "The camera is gone.", cure: "Plug it in again; it is noticed by itself." },
  "camera-stuck": {
    what: "The camera has stopped answering.",
    cure: "It is being started again; if this stays, unplug it and plug it in.",
  },
  "camera-ended": {
    what: "The camera's recording has ended.",
    cure: "Choose another camera in the settings.",
  },
  "camera-unreadable": {
    what: "The camera gives no picture.",
    cure: "Close other programs that use it, or plug it in again.",
  },
  "model-invalid": {
    what: "Expressions can't be read: the model's files don't match.",
    cure: "Install Mien again.",
  },
  "cascade-missing": {
    what: "Faces can't be found: the detector's file is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "opencv-missing": {
    what: "The camera can't be used: OpenCV is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "vision-crashed": {
    what: "The part that looks has stopped.",
    cure: "It starts again by itself.",
  },
  "vision-silent": {
    what: "The part that looks has gone quiet.",
    cure: "It is being started again.",
  },
  "mpv-missing": {
    what: "There is no sound: the player mpv is missing.",
    cure: "Run scripts/start again; it installs it.",
  },
  "mpv-gone": { what: "The player has stopped.", cure: "It starts again with the same song." },
  "mpv-stalled": {
    what: "The sound stands still.",
    cure: "It starts again by itself; if this stays, check the speaker's cable.",
  },
  "output-missing": {
    what: "No sound card: playing without sound.",
    cure: "Connect a speaker, it is noticed by itself; or choose another in the settings.",
  },
  "output-elsewhere": {
    what: "The chosen speaker is away: another one plays.",
    cure: "Connect it or switch it on; the music goes back to it by itself.",
  },
  "nothing-playable": {
    what: "No song can be played.",
    cure: "Look at the library: its files may be broken, or none suits the rules.",
  },
  "folder-missing": {
    what: "A music folder is missing.",
    cure: "Connect its disk; or if it is mistyped, put it right in the settings.",
    named: (name: string) => `A music folder is missing: ${name}.`,
  },
  "library-empty": {
    what: "None of your own music can play yet.",
    cure: "Add songs, or say on the library page what mood they have.",
  },
  "disk-full": {
    what: "The disk is full.",
    cure: "The music goes on; make room so that the history can be kept.",
  },
  "store-unavailable": {
    what: "The history can't be written.",
    cure: "The music goes on; check the disk, and that no other program holds the database.",
  },
  "database-replaced": {
    what: "The database was damaged, and a backup took its place.",
    cure: "What was changed lately may be missing; the damaged one is kept. Check the disk.",
  },
  "database-emptied": {
    what: "The database was damaged, and an empty one took its place: no backup was whole.",
    cure: "Look through the settings; the damaged one is kept. Check the disk.",
  },
  "database-restored": {
    what: "A backup was put in the database's place.",
    cure: "What was changed since then is missing; the database of before is kept.",
  },
  "restore-failed": {
    what: "The backup was not restored.",
    cure: "Everything is as it was; the page of upkeep says why.",
  },
  "backup-folder-missing": {
    what: "The folder for backups is away.",
    cure: "Plug its stick or disk in; or if it is mistyped, put it right in the settings.",
  },
  "backup-no-room": {
    what: "There is no room for backups.",
    cure: "Make room, or choose another folder in the settings.",
  },
  "backup-failed": {
    what: "The backup could not be made.",
    cure: "It is tried again; check the stick or disk that it goes to.",
  },
  "disk-low": { what: "The disk is nearly full.", cure: "Make room soon, so that the history can be kept." },
  "too-hot": { what: "This machine is too hot.", cure: "Give it air; it slows down by itself until then." },
  "https-port": {
    what: "Admins can't come in from elsewhere: the port for HTTPS is taken.",
    cure: "Free it, or choose another in the settings; it is tried again by itself.",
  },
  "https-certificate": {
    what: "Admins can't come in from elsewhere: the certificate can't be made or read.",
    cure: "Make room, or mend the data folder's rights; it is tried again by itself.",
  },
  "clock-unset": {
    what: "This machine does not know the time.",
    cure: "Connect it to the network; until then it counts as open, and where it has hours it begins at its lowest volume.",
  },
};
