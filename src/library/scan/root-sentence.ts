import { basename } from "node:path";

/** Why a music folder is left out, with the cure. `what` is the system's error, or ours. */
export function rootSentence(root: string, what: string): string {
  const until = "Its songs are left out until it is back.";
  switch (what) {
    case "ENOENT":
      return `The music folder ${root} is not there: plug in and mount its drive, or name another folder. ${until}`;
    case "ENOTDIR":
      return `${root} is not a folder: name the folder that ${basename(root)} lies in.`;
    case "EACCES":
      return `The music folder ${root} may not be read: give the user that runs Mien the right to. ${until}`;
    case "empty":
      return `The music folder ${root} has become empty: mount its drive. ${until}`;
    case "stuck":
    case "held":
      return `The music folder ${root} does not answer: check its drive or network share. ${until}`;
    case "crashed":
    case "failed":
    case "stopped":
      return `The part of Mien that goes through ${root} has ended by a fault of its own: the log tells why. Its songs are left out until it goes through it again.`;
    default:
      return `The music folder ${root} can't be read (${what}): check its drive. ${until}`;
  }
}
