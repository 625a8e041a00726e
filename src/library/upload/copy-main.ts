import { constants, existsSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { beNice } from "../threads/niceness.ts";
import type { CopyAnswer, CopyReport, CopyStart } from "./copy-messages.ts";
import { type Planned, planCopy } from "./copy-plan.ts";
import { CopyTally } from "./copy-tally.ts";
import { Landing, landingFault, noRoom } from "./landing.ts";
import type { StickFile } from "./stick-files.ts";

/**
 * Copies a drive in a process of its own: a stick that was pulled out or is about to fail holds whoever reads from it,
 * for a minute or for good.
 */
const [json] = process.argv.slice(2);
if (json === undefined || !process.send) throw new Error("copy-main.ts is started by StickCopy.");
const start = JSON.parse(json) as CopyStart;
const say = (report: CopyReport) => process.send?.(report);
const pieceBytes = 1024 * 1024;

beNice(10);
// The daemon has ended, however it did.
process.on("disconnect", () => process.exit(0));

let state: "looking" | "copying" = "looking";
const tally = new CopyTally((figures) => say({ state, figures }));
const landing = new Landing({
  folder: start.uploads,
  run: start.run,
  keepFreeBytes: start.keepFreeBytes,
});
const stillThere = presence(start.from);
const piece = Buffer.allocUnsafe(pieceBytes);

say(await copyAll());
process.disconnect();

async function copyAll(): Promise<CopyReport> {
  let planned: readonly Planned[];
  try {
    planned = await planCopy({ ...start, tally, areKnown });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return end("drive-gone", gone("before anything was copied"));
  }
  const bytes = planned.reduce((sum, { file }) => sum + file.size, 0);
  try {
    const room = await landing.room();
    if (bytes > room) return end("no-room", noRoom(bytes, room));
  } catch (error) {
    return end("failed", landingFault(error, start.uploads).detail);
  }
  state = "copying";
  tally.expect(bytes);
  for (const one of planned) {
    const report = await copyOne(one);
    if (report) return report;
  }
  return end("done", null);
}

/** Null where it can go on. */
async function copyOne({ file, names }: Planned): Promise<CopyReport | null> {
  const incoming = await landing.begin(file.size);
  if ("fault" in incoming) return end("failed", incoming.detail);
  try {
    const fault = await transfer(file, (chunk) => incoming.write(chunk));
    if (fault === null && incoming.written === file.size) {
      await incoming.flush(file.modifiedAt);
      const { wasHere } = await incoming.keep(names);
      if (wasHere) tally.wasHere();
      else tally.kept();
      return null;
    }
    if (!stillThere()) {
      const { files } = tally.figures;
      return end("drive-gone", gone(`after ${files.done} of ${files.of} files`));
    }
    tally.failed(file.below, fault ?? "The file changed while it was copied.");
    return null;
  } catch (error) {
    return end("failed", landingFault(error, start.uploads).detail);
  } finally {
    await incoming.drop();
  }
}

/**
 * Null, or why the file can't be read; what goes wrong with writing is thrown. Ends a little behind where the file
 * ended when it was found: one that grows without end must not fill the disk.
 */
async function transfer(
  { path, size }: StickFile,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<string | null> {
  let source: FileHandle;
  try {
    source = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    return unreadable(error);
  }
  try {
    for (let copied = 0; copied <= size; ) {
      const read = await source.read(piece, 0, pieceBytes).catch(unreadable);
      if (typeof read === "string") return read;
      if (read.bytesRead === 0) return null;
      await write(piece.subarray(0, read.bytesRead));
      tally.copied(read.bytesRead);
      copied += read.bytesRead;
    }
    return null;
  } finally {
    await source.close();
  }
}

function unreadable(error: unknown): string {
  return `The file can't be read (${(error as NodeJS.ErrnoException).code}).`;
}

/** A stick that was pulled out may stay mounted, but the kernel no longer knows its device. */
function presence(folder: string): () => boolean {
  const dev = statSync(folder, { throwIfNoEntry: false })?.dev ?? -1;
  const device = `/sys/dev/block/${major(dev)}:${minor(dev)}`;
  const hasDevice = existsSync(device);
  return () => statSync(folder, { throwIfNoEntry: false })?.dev === dev && (!hasDevice || existsSync(device));
}

/** As glibc packs them. */
function major(dev: number): number {
  return Number(((BigInt(dev) >> 8n) & 0xfffn) | ((BigInt(dev) >> 32n) & ~0xfffn));
}

function minor(dev: number): number {
  return Number((BigInt(dev) & 0xffn) | ((BigInt(dev) >> 12n) & ~0xffn & 0xffff_ffffn));
}

function gone(when: string): string {
  return `The drive was pulled out, or failed, ${when}. What was copied is kept: connect it and copy again, it goes on there.`;
}

function end(how: "done" | "no-room" | "drive-gone" | "failed", detail: string | null): CopyReport {
  return { state: how, figures: tally.figures, detail };
}

function areKnown(contentHashes: readonly string[]): Promise<readonly boolean[]> {
  return new Promise((resolve) => {
    process.once("message", (answer: CopyAnswer) => resolve(answer.known));
    say({ asks: contentHashes });
  });
}
