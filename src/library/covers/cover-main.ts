import { beNice } from "../threads/niceness.ts";
import { CoverFiles } from "./cover-files.ts";
import type { CoverReply, CoverRequest } from "./cover-messages.ts";
import { coverPicture } from "./cover-picture.ts";
import type { CoverSize } from "./cover-sizes.ts";
import { makeThumbnails } from "./thumbnails.ts";

/**
 * A process of its own, because pictures come from strangers and are decoded by native code: what hangs or crashes
 * takes no music along, and the memory that a big picture took goes with it.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined || !process.send)
  throw new Error("cover-main.ts is started by CoverMaker, with the folder for thumbnails.");
const files = new CoverFiles(folder);
const say = (reply: CoverReply) => process.send?.(reply);

beNice(19);

/** Pictures that can't be shown, so that an album's is not decoded with each of its songs. */
const refused = new Set<string>();
const refusedAtMost = 1_000;

async function make({ jobs }: CoverRequest): Promise<CoverReply> {
  const made = new Map<string, Record<CoverSize, Buffer>>();
  const hashes: (string | null)[] = [];
  for (const [at, { path, cover }] of jobs.entries()) {
    say({ at });
    const picture = await coverPicture(path, cover);
    if (picture && !made.has(picture.hash) && !(await isSettled(picture.hash))) {
      const thumbnails = await makeThumbnails(picture.bytes);
      if (thumbnails) made.set(picture.hash, thumbnails);
      else refuse(picture.hash);
    }
    hashes.push(picture && !refused.has(picture.hash) ? picture.hash : null);
  }
  await files.put(made);
  return { hashes };
}

async function isSettled(hash: string): Promise<boolean> {
  return refused.has(hash) || (await files.has(hash));
}

function refuse(hash: string): void {
  if (refused.size >= refusedAtMost) refused.clear();
  refused.add(hash);
}

process.on("message", (request: CoverRequest) => {
  make(request).then(say, (error: NodeJS.ErrnoException) =>
    say({
      failed: { code: error.code ?? "bug", detail: (error.code ? null : error.stack) ?? error.message },
    }),
  );
});
// The daemon has ended, however it did.
process.on("disconnect", () => process.exit(0));
