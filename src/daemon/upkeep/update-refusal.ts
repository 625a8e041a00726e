/** Why something was not done, in one sentence. */
export interface UpdateRefusal {
  fault:
    | "by-hand"
    | "runs"
    | "busy"
    | "missing"
    | "broken-off"
    | "too-large"
    | "wrong-kind"
    | "no-room"
    | "unwritable";
  detail: string;
}

export const byHand: UpdateRefusal = {
  fault: "by-hand",
  detail: "Nothing here updates Mien when a page asks for it: use scripts/update.",
};
export const noSigners: UpdateRefusal = {
  fault: "by-hand",
  detail: "No key is trusted here that releases are signed with: docs/install.md says how one is.",
};
export const runs: UpdateRefusal = {
  fault: "runs",
  detail: "An update is under way: wait until it has come to its end.",
};
export const busy: UpdateRefusal = {
  fault: "busy",
  detail: "Another release is being sent: wait until it is here.",
};
export const noRelease: UpdateRefusal = {
  fault: "missing",
  detail: "There is no release here: send its file that ends in .tar.gz first.",
};
export const noSignature: UpdateRefusal = {
  fault: "missing",
  detail: "The release's signature is missing: send it as well.",
};
export const brokenOff: UpdateRefusal = {
  fault: "broken-off",
  detail: "The release broke off before its end: send it again.",
};
export const notGzip: UpdateRefusal = {
  fault: "wrong-kind",
  detail: "This is no release: such a file ends in .tar.gz.",
};
export const notSigned: UpdateRefusal = {
  fault: "wrong-kind",
  detail: "This is no signature of a release: such a file ends in .tar.gz.sig.",
};
export const releaseTooLarge: UpdateRefusal = {
  fault: "too-large",
  detail: "No release is as large as that: it has 1 GB at most.",
};
export const signatureTooLarge: UpdateRefusal = {
  fault: "too-large",
  detail: "No signature is as large as that: it has 8 kB at most.",
};

export const noRoom = ({ folder, bytes }: { folder: string; bytes: number }): UpdateRefusal => ({
  fault: "no-room",
  detail: `There is no room for a release in ${folder}: ${Math.ceil(bytes / 1_000_000)} MB more are needed.`,
});

export const unwritable = (folder: string, code: string): UpdateRefusal => ({
  fault: "unwritable",
  detail: `A release can't be written to ${folder} (${code}). Look whether it is a folder of Mien's user, on a sound disk.`,
});
