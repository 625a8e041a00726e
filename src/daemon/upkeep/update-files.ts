import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Incoming, landingFault, syncFolder } from "../../library/upload/landing.ts";
import type { EpochMs } from "../../protocol/time.ts";
import { patientBody } from "../patient-body.ts";
import { brokenOff, noRoom, notGzip, type UpdateRefusal, unwritable } from "./update-refusal.ts";
import { type Disks, type UpdatePlaces, updateLack } from "./update-room.ts";

const release = "release.tar.gz";
const signature = "release.tar.gz.sig";
const wanted = "wanted";
/** As scripts/lib/appliance.sh has them: the service works there alone. */
const programs = "/opt/mien";
const copies = "/var/lib/mien-backups";
/** Being written: no name that anybody else looks for. */
const part = ".part";

const GZIP = Buffer.from([0x1f, 0x8b]);
/** Something else may fill the disk while a release comes. */
const LOOK_AT_ROOM_EVERY_BYTES = 16 * 1024 * 1024;

/** The folder in which a release, its signature and the wish for it wait for the service that updates Mien. */
export class UpdateFiles {
  readonly #folder: string;
  readonly #places: UpdatePlaces;
  readonly #disks: Disks;

  constructor(folder: string, disks: Disks) {
    this.#folder = folder;
    this.#places = { data: folder, programs, copies };
    this.#disks = disks;
  }

  async staged(): Promise<{ bytes: number; signed: boolean } | null> {
    if (!(await this.#isOurs())) return null;
    const [tarball, signed] = await Promise.all(
      [release, signature].map((name) => lstatOrNull(this.#path(name))),
    );
    if (!tarball?.isFile()) return null;
    return { bytes: tarball.size, signed: signed?.isFile() ?? false };
  }

  /** From when it is so; null where nobody has asked, or the service has taken it up. */
  async wantedSince(): Promise<EpochMs | null> {
    const file = await lstatOrNull(this.#path(wanted));
    return file && Math.floor(file.mtimeMs);
  }

  /** By this last of the three files the service begins. */
  async want(): Promise<void> {
    await (await open(this.#path(wanted), "wx", 0o600)).close();
  }

  /** Nothing of a refused one stays; one that was here before goes only when the new one is whole. */
  async receive(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
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
      return null;
    } finally {
      await incoming.drop();
    }
  }

  async sign(text: Buffer): Promise<null> {
    const incoming = await this.#begin(signature, text.length);
    try {
      await incoming.write(text);
      await this.#keep(incoming, signature);
      return null;
    } finally {
      await incoming.drop();
    }
  }

  /** False where the service has taken it up meanwhile. */
  async takeBack(isAtWork: () => Promise<boolean>): Promise<boolean> {
    if (!(await this.#isOurs())) return true;
    if (await isThere(this.#path(wanted))) {
      try {
        await rm(this.#path(wanted));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
        throw error;
      }
      // Systemd may have begun before it went: then the service reads what lies here.
      if (await isAtWork()) return false;
    }
    await rm(this.#path(signature), { force: true });
    await rm(this.#path(release), { force: true });
    return true;
  }

  /** What a process left behind that is no more. Returns from when the release is that lies here, null without one. */
  async removeUnfinished(): Promise<EpochMs | null> {
    if (!(await this.#isOurs())) return null;
    for (const name of await readdir(this.#folder))
      if (name.endsWith(part)) await rm(this.#path(name), { force: true });
    return (await lstatOrNull(this.#path(release)))?.mtimeMs ?? null;
  }

  /** For what a disk may do; a bug is thrown. */
  async faultOf(error: unknown, bytes: number): Promise<UpdateRefusal> {
    if (landingFault(error, this.#folder).fault === "no-room")
      return (await this.#lack(bytes)) ?? noRoom({ folder: this.#folder, bytes: Math.max(1, bytes) });
    return unwritable(this.#folder, (error as NodeJS.ErrnoException).code ?? "");
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
    return lack && noRoom(lack);
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

const lstatOrNull = (path: string) => lstat(path).catch(() => null);
const isThere = async (path: string): Promise<boolean> => (await lstatOrNull(path)) !== null;
