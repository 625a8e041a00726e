import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { landingFault } from "../../library/upload/landing.ts";
import type { EpochMs } from "../../protocol/time.ts";
import type { Log } from "../log.ts";
import { patientBody } from "../patient-body.ts";
import { UpdateFiles } from "./update-files.ts";
import {
  brokenOff,
  busy,
  byHand,
  noRelease,
  noSignature,
  noSigners,
  notSigned,
  releaseTooLarge,
  runs,
  signatureTooLarge,
  type UpdateRefusal,
} from "./update-refusal.ts";
import { type Disks, realDisks } from "./update-room.ts";

/** One of today has less than a tenth of it. */
export const MAX_RELEASE_BYTES = 1024 ** 3;
export const MAX_SIGNATURE_BYTES = 8 * 1024;
const SIGNED = Buffer.from("-----BEGIN SSH SIGNATURE-----");
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
  readonly #files: UpdateFiles;
  #sweeps: NodeJS.Timeout | undefined;
  /** A release comes: until it is here, or has broken off, nothing is asked for. */
  #taking = false;
  /** What is looked at must still be so when it is acted upon: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: UpdateDeskOptions) {
    this.#options = options;
    this.#folder = join(options.dataFolder, "update");
    this.#files = new UpdateFiles(this.#folder, options.disks ?? realDisks);
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
    const [way, runs, staged] = await Promise.all([this.#way(), this.#runs(), this.#files.staged()]);
    return { way, staged, ...runs };
  }

  /** Nothing of a refused one stays; one that was here before goes only when the new one is whole. */
  async takeRelease(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
    if (bytes > MAX_RELEASE_BYTES) return releaseTooLarge;
    const refusal = await this.#inTurn(async () => {
      const refusal = await this.#whyNot();
      this.#taking ||= refusal === null;
      return refusal;
    });
    if (refusal !== null) return refusal;
    try {
      const refusal = await this.#files.receive(bytes, body);
      if (refusal === null) this.#options.log.info({ bytes }, "a release was sent");
      return refusal;
    } catch (error) {
      return this.#files.faultOf(error, bytes);
    } finally {
      this.#taking = false;
    }
  }

  /** Of the release that is here. */
  async takeSignature(bytes: number, body: Readable): Promise<UpdateRefusal | null> {
    if (bytes > MAX_SIGNATURE_BYTES) return signatureTooLarge;
    const pieces: Buffer[] = [];
    try {
      for await (const piece of patientBody(body)) pieces.push(piece);
    } catch {
      return brokenOff;
    }
    const text = Buffer.concat(pieces);
    if (!text.subarray(0, SIGNED.length).equals(SIGNED)) return notSigned;
    return this.#inTurn(async () => {
      const refusal = (await this.#whyNot()) ?? ((await this.#files.staged()) === null ? noRelease : null);
      if (refusal !== null) return refusal;
      try {
        return await this.#files.sign(text);
      } catch (error) {
        return this.#files.faultOf(error, text.length);
      }
    });
  }

  ask(): Promise<UpdateRefusal | null> {
    return this.#inTurn(async () => {
      const refusal = await this.#whyNot();
      if (refusal !== null) return refusal;
      const staged = await this.#files.staged();
      if (staged === null) return noRelease;
      if (!staged.signed) return noSignature;
      try {
        await this.#files.want();
      } catch (error) {
        return this.#files.faultOf(error, 0);
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
        return (await this.#isAtWork()) || !(await this.#files.takeBack(this.#isAtWork)) ? runs : null;
      } catch (error) {
        return this.#files.faultOf(error, 0);
      }
    });
  }

  /** What a process left behind that is no more, and what was not updated to within a day. */
  sweep(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#taking) return;
      const sentAt = await this.#files.removeUnfinished();
      if (Date.now() - (sentAt ?? 0) > FORGET_AFTER_MS && !(await this.#isAtWork()))
        await this.#files.takeBack(this.#isAtWork);
      // A disk that takes no writes says so to the next one who sends something.
    }).catch((error: unknown) => void landingFault(error, this.#folder));
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

  async #isRunning(): Promise<boolean> {
    return (await this.#runs()).running !== null;
  }

  /** First what comes first: the service makes its folder before it takes the wish away. */
  async #runs(): Promise<Pick<UpdateState, "running" | "since">> {
    if (this.#options.service === null) return { running: null, since: null };
    const asked = await this.#files.wantedSince();
    const atWork = await this.#atWorkSince();
    if (atWork !== null) return { running: "at-work", since: atWork };
    return { running: asked === null ? null : "asked", since: asked };
  }

  readonly #isAtWork = async (): Promise<boolean> => (await this.#atWorkSince()) !== null;

  async #atWorkSince(): Promise<EpochMs | null> {
    const { service } = this.#options;
    const folder = service && (await lstat(service.running).catch(() => null));
    return folder && Math.floor(folder.mtimeMs);
  }

  #inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
