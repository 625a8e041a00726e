// scripts/support-bundle's program: the log comes in, a text goes out that has nothing personal in it.
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bundleText } from "./bundle.ts";
import { hardwareFacts, programVersions } from "./hardware.ts";
import { versionIn } from "./version.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Some days of an appliance that is well, and an hour of one that is not. */
const LINES = 5_000;

const root = resolve(import.meta.dirname, "../../../..");
const { values } = parseArgs({
  options: { address: { type: "string", default: "http://127.0.0.1:7373" }, out: { type: "string" } },
});

const log: string[] = [];
if (!process.stdin.isTTY)
  for await (const line of createInterface({ input: process.stdin })) {
    log.push(line);
    if (log.length > LINES) log.shift();
  }

const [health, settings] = await Promise.all([ask("/api/health"), ask("/api/settings")]);
const text = await bundleText({
  version: await versionIn(root),
  programs: await programVersions(),
  hardware: await hardwareFacts(),
  health: health as never,
  settings: (settings as { values?: Record<string, unknown> } | null)?.values ?? null,
  log,
  known: await vocabularyOf([join(root, "dist/src"), join(root, "systemd")]),
});
const out = values.out ?? `mien-support-${new Date().toISOString().slice(0, 10)}.txt`;
await writeFile(out, text, { mode: 0o600 });
console.log(`Written to ${out}. Read it before you send it: nothing in it should be anybody's business.`);

/** Null where nobody answers: the daemon that doesn't is what support is asked about. */
async function ask(path: string): Promise<unknown> {
  try {
    const answer = await fetch(new URL(path, values.address), { signal: AbortSignal.timeout(3_000) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
