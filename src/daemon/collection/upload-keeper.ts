import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { holdsAnything } from "../../library/holds-anything.ts";
import { type Incoming, Landing, landingFault } from "../../library/upload/landing.ts";
import { noMusic } from "../../library/upload/no-music.ts";
import { withEnding } from "../../library/upload/safe-path.ts";
import { Sniffer } from "../../library/upload/sniffer.ts";
import { within } from "../../player/within.ts";
import type { Upload, UploadRefusalKind, UploadsState } from "../../protocol/music-in.ts";
import { patientBody } from "../patient-body.ts";
import { PatientQuestion } from "../patient-question.ts";
import { KnownSounds, type KnownSoundsOptions } from "./known-sounds.ts";

/** A film or a disk image is no song; an hour of WAV has 0.6 GB. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3;
/** More at once would only make a card's head go to and fro. */
const MOST_AT_ONCE = 4;
/** Files come in swarms: the library is looked through when no more come, and now and then meanwhile. */
const SCAN_AFTER_MS = 3_000;
const SCAN_AT_LATEST_MS = 60_000;

/** A share in the network whose server is away keeps whoever asks waiting for ever. */
const patienceMs = 1_000;
/** Whoever sends a file waits for a disk that sleeps. */
const beginPatienceMs = 10_000;

/** Why a file was not taken, in one sentence. */
export interface Refusal {
  fault: UploadRefusalKind;
  detail: string;
}

export interface UploadKeeperOptions extends KnownSoundsOptions {
  /** Where uploads go. */
  folder: () => string;
  onMusic: () => void;
  /** For tests. */
  makeLanding?: (folder: string) => Landing;
  silenceMs?: number;
}

/** Takes files that a page sends, one request each, into the folder for uploads. */
export class UploadKeeper {
  readonly #options: UploadKeeperOptions;
  readonly #sniffer = new Sniffer();
  readonly #running = new Map<Incoming, string>();
  readonly #sounds: KnownSounds;
  /** Of one that does not answer the look through the folders says so. */
  readonly #holds = new PatientQuestion({ ask: holdsAnything, patienceMs, late: true });
  /** Pages ask over and over, and each question to a disk that hangs would hold a thread. */
  readonly #room = new PatientQuestion({ ask: () => roomIn(this.landing), patienceMs, late: 0 });
  #landing: Landing;
  #taking = 0;
  /** Files are looked into and kept one after the other: of two that hold the same song the second finds the first. */
  #turn: Promise<unknown> = Promise.resolve();
  #scan: NodeJS.Timeout | undefined;
  #firstUnscannedAt: number | null = null;

  constructor(options: UploadKeeperOptions) {
    this.#options = options;
    this.#sounds = new KnownSounds(options);
    this.#landing = this.#landingIn(options.folder());
  }

  /** Removes what an earlier run left unfinished. The first song waits for this: no longer than for a disk that is awake. */
  async start(): Promise<void> {
    await within(this.#clear(), patienceMs, undefined);
  }

  async #clear(): Promise<void> {
    try {
      await this.landing.clear();
    } catch (error) {
      // A disk that takes no writes says so with the next file.
      landingFault(error, this.landing.folder);
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.#scan);
    await this.#sniffer.stop();
  }

  get landing(): Landing {
    const folder = this.#options.folder();
    if (folder !== this.#landing.folder) this.#landing = this.#landingIn(folder);
    return this.#landing;
  }

  /** The owner's music folders, and the one for uploads while something is in it. */
  async foldersWith(named: readonly string[]): Promise<readonly string[]> {
    const { folder } = this.landing;
    return !named.includes(folder) && (await this.#holds.ask(folder)) ? [...named, folder] : named;
  }

  /** While no upload is being kept: a folder that is taken away then is taken from under none. */
  inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What was uploaded is not there any more, and may be sent again. */
  forget(path: string): void {
    this.#sounds.forget(path);
  }

  async state(): Promise<UploadsState> {
    const running = [...this.#running].map(([{ written, bytes }, path]) => ({
      path,
      bytes: written,
      of: bytes,
    }));
    const { landing } = this;
    return {
      folder: landing.folder,
      freeBytes: await this.#room.ask(landing.folder),
      maxFileBytes: MAX_FILE_BYTES,
      running,
    };
  }

  /** `names` are safe ones. Nothing of a refused file stays. */
  async receive(names: readonly string[], bytes: number, body: Readable): Promise<Upload | Refusal> {
    if (this.#taking >= MOST_AT_ONCE)
      return { fault: "busy", detail: `Send no more than ${MOST_AT_ONCE} files at the same time.` };
    if (bytes > MAX_FILE_BYTES)
      return { fault: "too-large", detail: `A file may have ${MAX_FILE_BYTES / 1024 ** 3} GB, not more.` };
    this.#taking++;
    const { landing } = this;
    const begun = landing.begin(bytes);
    const received = this.#receive({ landing, begun, names, body });
    // One that a disk hangs on keeps its place, so that no more of them wait than may come.
    void Promise.allSettled([begun, received]).then(() => this.#taking--);
    return received;
  }

  async #receive({ landing, begun, names, body }: Receiving): Promise<Upload | Refusal> {
    const incoming = await within(begun, beginPatienceMs, null);
    if (incoming === null) {
      void dropLate(begun, landing.folder);
      return { fault: "unwritable", detail: `The disk of ${landing.folder} does not answer: look at it.` };
    }
    if ("fault" in incoming) return incoming;
    this.#running.set(incoming, names.join("/"));
    try {
      const broken = await this.#take(incoming, body);
      if (broken !== null) return broken;
      return await this.inTurn(() => this.#keepWhereItBelongs(incoming, names));
    } catch (error) {
      return landingFault(error, landing.folder);
    } finally {
      this.#running.delete(incoming);
      // Nothing is left to drop where it was kept.
      await incoming.drop();
    }
  }

  /** Every byte, flushed. */
  async #take(incoming: Incoming, body: Readable): Promise<Refusal | null> {
    let ofDisk: unknown = null;
    try {
      for await (const chunk of patientBody(body, this.#options.silenceMs)) {
        await incoming.write(chunk).catch((error: unknown) => {
          ofDisk = error;
        });
        if (ofDisk !== null || incoming.written > incoming.bytes) break;
      }
    } catch {
      // The connection's end, however it came.
      return brokenOff;
    }
    if (ofDisk !== null) throw ofDisk;
    if (incoming.written !== incoming.bytes) return brokenOff;
    await incoming.flush();
    return null;
  }

  /** In the folder that the settings name now: one that was named while the file came belongs to no library any more. */
  async #keepWhereItBelongs(incoming: Incoming, names: readonly string[]): Promise<Upload | Refusal> {
    const { landing } = this;
    if (landing.folder === incoming.folder) return this.#keep(incoming, names);
    const moved = await landing.begin(incoming.bytes);
    if ("fault" in moved) return moved;
    try {
      for await (const chunk of createReadStream(incoming.path)) await moved.write(chunk);
      await moved.flush();
      return await this.#keep(moved, names);
    } catch (error) {
      return landingFault(error, landing.folder);
    } finally {
      await moved.drop();
    }
  }

  async #keep(incoming: Incoming, names: readonly string[]): Promise<Upload | Refusal> {
    const { folder } = incoming;
    const asked = names.at(-1) ?? "";
    const sniffed = await this.#sniffer.sniff(incoming.path, asked);
    if ("fault" in sniffed) return noMusic(asked, sniffed.fault);
    if ("lost" in sniffed) return { fault: "unwritable", detail: sniffed.lost };
    const { kind, ending, contentHash } = sniffed;
    const known = contentHash === null ? null : await this.#sounds.pathOf(contentHash);
    if (known !== null) return { result: "already-here", path: below(folder, known), kind };
    const name = ending === null ? asked : withEnding(asked, ending);
    const kept = await incoming.keep([...names.slice(0, -1), name]);
    if (contentHash !== null) this.#sounds.remember(contentHash, join(folder, ...kept.names));
    if (!kept.wasHere) this.#expectScan();
    return { result: kept.wasHere ? "already-here" : "kept", path: kept.names.join("/"), kind };
  }

  #expectScan(): void {
    const now = performance.now();
    this.#firstUnscannedAt ??= now;
    const atLatest = this.#firstUnscannedAt + SCAN_AT_LATEST_MS - now;
    clearTimeout(this.#scan);
    this.#scan = setTimeout(
      () => {
        this.#firstUnscannedAt = null;
        this.#options.onMusic();
      },
      Math.max(0, Math.min(SCAN_AFTER_MS, atLatest)),
    ).unref();
  }

  #landingIn(folder: string): Landing {
    return this.#options.makeLanding?.(folder) ?? new Landing({ folder });
  }
}

interface Receiving {
  landing: Landing;
  begun: ReturnType<Landing["begin"]>;
  names: readonly string[];
  body: Readable;
}

/** Nobody waits for it any more. */
async function dropLate(begun: Receiving["begun"], folder: string): Promise<void> {
  try {
    const late = await begun;
    if (!("fault" in late)) await late.drop();
  } catch (error) {
    landingFault(error, folder);
  }
}

const brokenOff: Refusal = {
  fault: "broken-off",
  detail: "The file broke off before its end: send it again.",
};

/** Where the folder can't be used there is no room in it; whoever sends a file is told why. */
async function roomIn(landing: Landing): Promise<number> {
  try {
    return await landing.room();
  } catch (error) {
    landingFault(error, landing.folder);
    return 0;
  }
}

function below(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
