// The virtual appliance: scripts/appliance runs this.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Appliance } from "./appliance.ts";
import { findAccelerator } from "./images/accelerator.ts";
import { makeBaseImage } from "./images/base-image.ts";
import { cacheFolder } from "./images/cache.ts";
import { command } from "./images/command.ts";
import { makeRunningImage, snapshot } from "./images/installed-image.ts";
import { makeKernel } from "./images/kernel.ts";
import { makeRelease, newestRelease } from "./images/release.ts";
import { orLastWords } from "./machine/last-words.ts";
import { Machine } from "./machine/machine.ts";
import { scenarios } from "./scenarios/all.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { type Row, table } from "./table.ts";

/** What scripts/install adds to a release's own: with these in the image it has nothing to fetch. */
const soundPackages = ["pipewire", "wireplumber", "pipewire-alsa", "dbus-user-session", "libpam-systemd"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: "boolean", default: false }, "same-release": { type: "boolean", default: false } },
});
const wanted = scenarios.filter(
  ({ title }) => positionals.length === 0 || positionals.some((word) => title.includes(word)),
);

const release = values["same-release"] ? await newestRelease() : await makeRelease();
const kernel = await makeKernel();
const accelerator = await findAccelerator(kernel);
console.log(`Mien ${release.version} on ${accelerator.name}.`);
const base = await makeBaseImage({
  codename: "bookworm",
  kernel,
  packages: [...release.packages, ...soundPackages],
});
const running = await makeRunningImage({ base, kernel, accelerator, release });

const rows: Row[] = [];
for (const scenario of wanted) {
  rows.push(await play(scenario, values.long ? scenario.times.long : scenario.times.short));
  console.log(`${table(rows.slice(-1))}\n`);
}
console.log(`\n${table(rows)}`);
process.exitCode = rows.some(({ result }) => result === "failed") ? 1 : 0;

/** From a fresh copy of the snapshot. */
async function play({ title, allowedS, run }: Scenario, times: number): Promise<Row> {
  const row = (result: Row["result"], silenceS: number | null, since = performance.now()): Row => {
    return { scenario: title, times, result, silenceS, allowedS, tookS: (performance.now() - since) / 1000 };
  };
  if (times === 0) return row("left to --long", null);
  console.log(`${title} …`);
  const begun = performance.now();
  const folder = mkdtempSync(join(cacheFolder, "run-"));
  const disk = join(folder, "disk.qcow2");
  await command("cp", ["--reflink=auto", "--sparse=always", running, disk]);
  const machine = new Machine({ accelerator, kernel, disk });
  try {
    await machine.start(snapshot);
    const silenceS = await orLastWords(machine, async () => run(await Appliance.of(machine), times));
    const tooLong = silenceS !== null && allowedS !== null && silenceS > allowedS;
    return row(tooLong ? "failed" : "passed", silenceS, begun);
  } catch (error) {
    console.error((error as Error).message);
    return row("failed", null, begun);
  } finally {
    await machine.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
