import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Incoming, landingFault, syncFolder } from "../../library/upload/landing.ts";
import type { EpochMs } from "../../protocol/time.ts";
import type { Log } from "../log.ts";
import { patientBody } from "../patient-body.ts";
import { type Disks, realDisks, type UpdatePlaces, updateLack } from "./update-room.ts";

const release = "release.tar.gz";
const signature = "release.tar.gz.sig";
const wanted = "wanted";
/** As scripts/lib/appliance.sh has them: the service works there alone. */
const programs = "/opt/mien";
const copies = "/var/lib/mien-backups";
/** Being written: no name that anybody else looks for. */
const part = ".part";

/** One of today has less than a tenth of it. */
export const MAX_RELEASE_BYTES = 1024 ** 3;
export const MAX_SIGNATURE_BYTES = 8 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);
const SIGNED = Buffer.from("-----BEGIN SSH SIGNATURE-----");
/** Something else may fill the disk while a release comes. */
const LOOK_AT_ROOM_EVERY_BYTES = 16 * 1024 * 1024;
const SWEEP_EVERY_MS = 3_600_000;
const FORGET_AFTER_MS = 24 * 3_600_000;

/** The service with root's rights that updates Mien and believes nothing of what is said here (docs/decisions/update.md). */
export interface UpdateService {
  /** The file of the keys that releases are to be signed with. */
  signers: string;
  /** A folder that is there exactly while the service works. */
  running: string;
}

export interface UpdateState {
  /** Whether Mien can be updated by a page, and if not, what is missing. */
  way: "button" | "no-signers" | "no-service";
  staged: { bytes: number; signed: boolean } | null;
  /** Asked for, and not taken up yet by the service; or taken up, until it has put all away. */
  running: "asked" | "at-work" | null;
  /** From when it is so: what is noted later came of it. */
  since: EpochMs | null;
}

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

export interface UpdateDeskOptions {
  dataFolder: string;
  /** Null where there is none, as in a clone. */
  service: UpdateService | null;
  log: Pick<Log, "info">;
  /** For tests. */
  disks?: Disks;
}

/** Takes a release and its signature from an admin, and asks the service that updates Mien for it. It checks nothing of them. */
export class UpdateDesk {
  readonly #options: UpdateDeskOptions;
  readonly #folder: string;
  readonly #places: UpdatePlaces;
  readonly #disks: Disks;
  #sweeps: NodeJS.Timeout | undefined;
  /** A release comes: until it is here, or has broken off, nothing is asked for. */
  #taking = false;
  /** What is looked at must still be so when it is acted upon: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: UpdateDeskOptions) {
    this.#options = options;
    this.#folder = join(options.dataFolder, "update");
    this.#places = { data: this.#folder, programs, copies };
    this.#disks = options.disks ?? realDisks;
  }

  /** Removes what an earlier run left unfinished, and from then on what nobody wants any more. */
  async start(): Promise<void> {
    await this.sweep();
    this.#sweeps = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#sweeps);
  }

  async state(): Promise<UpdateState> {
    const [way, runs, staged] = await Promise.all([this.#way(), this.#runs(), this.#staged()]);
    return { way, staged, ...runs };
  }

  /** Nothing of a refused one stays; one that was here before goes only when the new one is whole. */
  async takeRelease(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
    if (bytes > MAX_RELEASE_BYTES)
      return { fault: "too-large", detail: "No release is as large as that: it has 1 GB at most." };
    const refusal = await this.#inTurn(async () => {
      const refusal = await this.#whyNot();
      this.#taking ||= refusal === null;
      return refusal;
    });
    if (refusal !== null) return refusal;
    try {
      return await this.#receive(bytes, body);
    } catch (error) {
      return this.#diskFault(error, bytes);
    } finally {
      this.#taking = false;
    }
  }

  /** Of the release that is here. */
  async takeSignature(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
    if (bytes > MAX_SIGNATURE_BYTES)
      return { fault: "too-large", detail: "No signature is as large as that: it has 8 kB at most." };
    const pieces: Buffer[] = [];
    try {
      for await (const piece of patientBody(body)) pieces.push(piece);
    } catch {
      return brokenOff;
    }
    const text = Buffer.concat(pieces);
    if (!text.subarray(0, SIGNED.length).equals(SIGNED))
      return {
        fault: "wrong-kind",
        detail: "This is no signature of a release: such a file ends in .tar.gz.sig.",
      };
    return this.#inTurn(async () => {
      const refusal = (await this.#whyNot()) ?? ((await this.#staged()) === null ? noRelease : null);
      if (refusal !== null) return refusal;
      try {
        return await this.#sign(text);
      } catch (error) {
        return this.#diskFault(error, text.length);
      }
    });
  }

  /** By the last of the three files the service begins. */
  ask(): Promise<UpdateRefusal | null> {
    return this.#inTurn(async () => {
      const refusal = await this.#whyNot();
      if (refusal !== null) return refusal;
      const staged = await this.#staged();
      if (staged === null) return noRelease;
      if (!staged.signed)
        return { fault: "missing", detail: "The release's signature is missing: send it as well." };
      try {
        await (await open(this.#path(wanted), "wx", 0o600)).close();
      } catch (error) {
        return this.#diskFault(error, 0);
      }
      this.#options.log.info({ bytes: staged.bytes }, "an update was asked for");
      return null;
    });
  }

  /** For what ends Mien: while the new version is watched that would pass for its fault. Nor is one asked for meanwhile. */
  unlessItRuns(work: () => unknown): Promise<UpdateRefusal | null> {
    return this.#inTurn(async () => {
      if (await this.#isRunning()) return runs;
      await work();
      return null;
    });
  }

  /**
   * Also what was asked for, as long as the service has not taken it up. One that has begun and has not made its folder yet
   * finds nothing, and notes so.
   */
  forget(): Promise<UpdateRefusal | null> {
    return this.#inTurn(async () => {
      try {
        return (await this.#isAtWork()) || !(await this.#takeBack()) ? runs : null;
      } catch (error) {
        return this.#diskFault(error, 0);
      }
    });
  }

  /** What a process left behind that is no more, and what was not updated to within a day. */
  sweep(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#taking || !(await this.#isOurs())) return;
      for (const name of await readdir(this.#folder))
        if (name.endsWith(part)) await rm(this.#path(name), { force: true });
      const { mtimeMs } = (await lstatOrNull(this.#path(release))) ?? { mtimeMs: 0 };
      if (Date.now() - mtimeMs > FORGET_AFTER_MS && !(await this.#isAtWork())) await this.#takeBack();
      // A disk that takes no writes says so to the next one who sends something.
    }).catch((error: unknown) => void landingFault(error, this.#folder));
  }

  /** False where the service has taken it up meanwhile. */
  async #takeBack(): Promise<boolean> {
    if (!(await this.#isOurs())) return true;
    if (await isThere(this.#path(wanted))) {
      try {
        await rm(this.#path(wanted));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
        throw error;
      }
      // Systemd may have begun before it went: then the service reads what lies here.
      if (await this.#isAtWork()) return false;
    }
    await rm(this.#path(signature), { force: true });
    await rm(this.#path(release), { force: true });
    return true;
  }

  async #receive(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
    await this.#make();
    const lack = await this.#lack(bytes);
    if (lack !== null) return lack;
    const incoming = await this.#begin(release, bytes);
    try {
      const refusal = await this.#take(incoming, body);
      if (refusal !== null) return refusal;
      // Of the one before.
      await rm(this.#path(signature), { force: true });
      await this.#keep(incoming, release);
      this.#options.log.info({ bytes }, "a release was sent");
      return null;
    } finally {
      await incoming.drop();
    }
  }

  async #sign(text: Buffer): Promise<null> {
    const incoming = await this.#begin(signature, text.length);
    try {
      await incoming.write(text);
      await this.#keep(incoming, signature);
      return null;
    } finally {
      await incoming.drop();
    }
  }

  async #take(incoming: Incoming, body: Readable): Promise<UpdateRefusal | null> {
    let ofDisk: unknown = null;
    let refusal: UpdateRefusal | null = null;
    let head = Buffer.alloc(0);
    let lookAtRoom = LOOK_AT_ROOM_EVERY_BYTES;
    try {
      for await (const chunk of patientBody(body)) {
        if (head.length < GZIP.length) {
          head = Buffer.concat([head, chunk.subarray(0, GZIP.length - head.length)]);
          if (!GZIP.subarray(0, head.length).equals(head)) refusal = notGzip;
        }
        if (refusal !== null) break;
        try {
          await incoming.write(chunk);
          if (incoming.written >= lookAtRoom) {
            lookAtRoom += LOOK_AT_ROOM_EVERY_BYTES;
            refusal = await this.#lack(incoming.bytes, incoming.written);
          }
        } catch (error) {
          ofDisk = error;
        }
        if (ofDisk !== null || refusal !== null || incoming.written > incoming.bytes) break;
      }
    } catch {
      // The connection's end, however it came.
      return brokenOff;
    }
    if (ofDisk !== null) throw ofDisk;
    if (refusal !== null) return refusal;
    if (head.length < GZIP.length) return notGzip;
    return incoming.written === incoming.bytes ? null : brokenOff;
  }

  async #begin(name: string, bytes: number): Promise<Incoming> {
    const path = this.#path(name + part);
    await rm(path, { force: true });
    // Never through a link.
    const file = await open(path, "wx", 0o600);
    return new Incoming({ path, file, folder: this.#folder, bytes, onEnd: () => undefined });
  }

  async #keep(incoming: Incoming, name: string): Promise<void> {
    await incoming.flush();
    await rename(incoming.path, this.#path(name));
    await syncFolder(this.#folder);
  }

  async #way(): Promise<UpdateState["way"]> {
    const { service } = this.#options;
    if (service === null) return "no-service";
    const keys = await readFile(service.signers, "utf8").catch(() => "");
    return keys.split("\n").some((line) => /^\s*[^\s#]/.test(line)) ? "button" : "no-signers";
  }

  async #whyNot(): Promise<UpdateRefusal | null> {
    const way = await this.#way();
    if (way === "no-service") return byHand;
    if (way === "no-signers") return noSigners;
    if (await this.#isRunning()) return runs;
    return this.#taking ? busy : null;
  }

  /** From when it was asked for. */
  async #isRunning(): Promise<boolean> {
    return (await this.#runs()).running !== null;
  }

  /** First what comes first: the service makes its folder before it takes the wish away. */
  async #runs(): Promise<Pick<UpdateState, "running" | "since">> {
    const { service } = this.#options;
    if (service === null) return { running: null, since: null };
    const asked = await lstatOrNull(this.#path(wanted));
    const atWork = await lstatOrNull(service.running);
    if (atWork !== null) return { running: "at-work", since: Math.floor(atWork.mtimeMs) };
    return asked === null
      ? { running: null, since: null }
      : { running: "asked", since: Math.floor(asked.mtimeMs) };
  }

  async #isAtWork(): Promise<boolean> {
    const { service } = this.#options;
    return service !== null && (await isThere(service.running));
  }

  async #staged(): Promise<UpdateState["staged"]> {
    if (!(await this.#isOurs())) return null;
    const [tarball, signed] = await Promise.all(
      [release, signature].map((name) => lstatOrNull(this.#path(name))),
    );
    if (!tarball?.isFile()) return null;
    return { bytes: tarball.size, signed: signed?.isFile() ?? false };
  }

  /** A link would lead out of the data folder. */
  async #isOurs(): Promise<boolean> {
    return (await lstatOrNull(this.#folder))?.isDirectory() ?? false;
  }

  async #make(): Promise<void> {
    await mkdir(this.#folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;
    await (await open(this.#folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)).close();
  }

  /** Before it is sent, not after: what the service fills as well. */
  async #lack(bytes: number, come = 0): Promise<UpdateRefusal | null> {
    const lack = await updateLack(this.#places, { bytes, come }, this.#disks);
    return lack && this.#noRoom(lack);
  }

  #noRoom({ folder, bytes }: { folder: string; bytes: number }): UpdateRefusal {
    return {
      fault: "no-room",
      detail: `There is no room for a release in ${folder}: ${Math.ceil(bytes / 1_000_000)} MB more are needed.`,
    };
  }

  /** For what a disk may do; a bug is thrown. */
  async #diskFault(error: unknown, bytes: number): Promise<UpdateRefusal> {
    if (landingFault(error, this.#folder).fault === "no-room")
      return (await this.#lack(bytes)) ?? this.#noRoom({ folder: this.#folder, bytes: Math.max(1, bytes) });
    const why = (error as NodeJS.ErrnoException).code ?? "";
    return {
      fault: "unwritable",
      detail: `A release can't be written to ${this.#folder} (${why}). Look whether it is a folder of Mien's user, on a sound disk.`,
    };
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  #inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

const byHand: UpdateRefusal = {
  fault: "by-hand",
  detail: "Nothing here updates Mien when a page asks for it: use scripts/update.",
};
const noSigners: UpdateRefusal = {
  fault: "by-hand",
  detail: "No key is trusted here that releases are signed with: docs/install.md says how one is.",
};
const runs: UpdateRefusal = {
  fault: "runs",
  detail: "An update is under way: wait until it has come to its end.",
};
const busy: UpdateRefusal = {
  fault: "busy",
  detail: "Another release is being sent: wait until it is here.",
};
const noRelease: UpdateRefusal = {
  fault: "missing",
  detail: "There is no release here: send its file that ends in .tar.gz first.",
};
const brokenOff: UpdateRefusal = {
  fault: "broken-off",
  detail: "The release broke off before its end: send it again.",
};
const notGzip: UpdateRefusal = {
  fault: "wrong-kind",
  detail: "This is no release: such a file ends in .tar.gz.",
};

const lstatOrNull = (path: string) => lstat(path).catch(() => null);
const isThere = async (path: string): Promise<boolean> => (await lstatOrNull(path)) !== null;
