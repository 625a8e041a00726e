// The virtual appliance: scripts/appliance runs this.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findAccelerator } from "./images/accelerator.ts";
import { makeBaseImage } from "./images/base-image.ts";
import { cacheFolder } from "./images/cache.ts";
import { command } from "./images/command.ts";
import { makeInstalledImage, snapshot } from "./images/installed-image.ts";
import { makeKernel } from "./images/kernel.ts";
import { makeRelease, newestRelease } from "./images/release.ts";
import { orLastWords } from "./machine/last-words.ts";
import { Machine } from "./machine/machine.ts";
import { daemonHangs, daemonKilled, safeMode } from "./scenarios/daemon-dies.ts";
import { firstSound } from "./scenarios/first-sound.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { brokenUpdate, goodUpdate } from "./scenarios/updates.ts";
import { type Row, table } from "./table.ts";

const scenarios: readonly Scenario[] = [
  firstSound,
  daemonKilled,
  daemonHangs,
  safeMode,
  goodUpdate,
  brokenUpdate,
];
/** What scripts/install adds to a release's own: with these in the image it has nothing to fetch. */
const soundPackages = ["pipewire", "wireplumber", "pipewire-alsa", "dbus-user-session", "libpam-systemd"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: "boolean", default: false }, "same-release": { type: "boolean", default: false } },
});
const wanted = scenarios.filter(
  ({ title, long }) =>
    (values.long || !long) && (positionals.length === 0 || positionals.some((word) => title.includes(word))),
);

const release = values["same-release"] ? await newestRelease() : await makeRelease();
const kernel = await makeKernel();
const accelerator = await findAccelerator(kernel);
console.log(
  `Mien ${release.version} on ${accelerator === "kvm" ? "KVM" : "an emulated machine (KVM does not work here)"}.`,
);
const base = await makeBaseImage({
  codename: "bookworm",
  kernel,
  packages: [...release.packages, ...soundPackages],
});
const installed = await makeInstalledImage({ base, kernel, accelerator, release });

const rows: Row[] = [];
for (const scenario of wanted) rows.push(await play(scenario));
console.log(`\n${table(rows)}`);
process.exitCode = rows.every(({ result }) => result === "held") ? 0 : 1;

/** From a fresh copy of the snapshot. */
async function play(scenario: Scenario): Promise<Row> {
  const folder = mkdtempSync(join(cacheFolder, "run-"));
  const disk = join(folder, "disk.qcow2");
  console.log(`${scenario.title} …`);
  const begun = performance.now();
  const row = (result: Row["result"], silenceS: number | null): Row => ({
    scenario: scenario.title,
    result,
    seconds: (performance.now() - begun) / 1000,
    silenceS,
  });
  try {
    await command("cp", ["--reflink=auto", "--sparse=always", installed, disk]);
    const machine = await Machine.start({ accelerator, kernel, disk, snapshot });
    const { silenceS } = await orLastWords(machine, (running) => scenario.run(running));
    await machine.cutPower();
    return row("held", silenceS);
  } catch (error) {
    console.error((error as Error).message);
    return row("failed", null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
