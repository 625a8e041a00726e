import type { CoverReply, CoverRequest } from "./cover-messages.ts";

/** Stands in for the process that makes thumbnails, in tests: some pictures make it hang, spin, crash or fail. */
const say = (reply: CoverReply) => process.send?.(reply);

process.on("message", ({ jobs }: CoverRequest) => {
  for (const [at, { path }] of jobs.entries()) {
    say({ at });
    if (path.includes("hang")) return;
    if (path.includes("spin")) for (;;);
    if (path.includes("crash")) process.kill(process.pid, "SIGSEGV");
    if (path.includes("disk")) return say({ failed: { code: "ENOSPC", detail: "no space left" } });
  }
  say({ hashes: jobs.map(({ path }) => `hash of ${path} by ${process.pid}`) });
});
process.on("disconnect", () => process.exit(0));
