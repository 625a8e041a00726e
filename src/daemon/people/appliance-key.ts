import { createHmac, randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

const BYTES = 32;

/**
 * The appliance's own secret, in a file beside the database that only Mien's user can read and that goes into no
 * backup and no export: whoever gets hold of the database alone can try neither cards nor PINs on it.
 */
export class ApplianceKey {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    if (key.length !== BYTES)
      throw new RangeError(`An appliance's key has ${BYTES} bytes, not ${key.length}.`);
    this.#key = key;
  }

  /** Reads it, or makes it at the first start. Throws `ApplianceKeyError`, or what the file system refuses. */
  static open(dataFolder: string): ApplianceKey {
    const path = join(dataFolder, "appliance.key");
    const key = readOrNull(path) ?? make(path);
    if (key.length !== BYTES)
      throw new ApplianceKeyError(
        `${path} is damaged: it must have ${BYTES} bytes. Restore it; or remove it, and give cards and PINs anew.`,
      );
    return new ApplianceKey(key);
  }

  /** What something is known by without being told; what is for one purpose fits no other. */
  sealed(purpose: "card" | "pin", text: string): string {
    // Purposes have no colon, so that no two of them run together with what follows.
    return createHmac("sha256", this.#key).update(`${purpose}:${text}`).digest("base64url");
  }
}

/** Its message is one sentence for the owner. */
export class ApplianceKeyError extends Error {}

/** Whole or not at all, and on the disk before anything is sealed with it. */
function make(path: string): Buffer {
  const key = randomBytes(BYTES);
  const half = `${path}.${process.pid}`;
  const file = openSync(half, "wx", 0o600);
  try {
    fchmodSync(file, 0o600);
    writeSync(file, key);
    fsyncSync(file);
    // Unlike a rename it never takes the place of a key that is there.
    linkSync(half, path);
  } finally {
    closeSync(file);
    rmSync(half);
  }
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
  return key;
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
