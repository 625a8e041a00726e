// The virtual appliance: scripts/appliance runs this.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Appliance } from "./appliance.ts";
import { Budget } from "./budget.ts";
import { findAccelerator } from "./images/accelerator.ts";
import { makeBaseImage } from "./images/base-image.ts";
import { cacheFolder } from "./images/cache.ts";
import { command } from "./images/command.ts";
import { makeRunningImage, snapshot } from "./images/installed-image.ts";
import { makeKernel } from "./images/kernel.ts";
import { makeRelease, newestRelease, type Release, readRelease } from "./images/release.ts";
import { orLastWords } from "./machine/last-words.ts";
import { Machine } from "./machine/machine.ts";
import { step } from "./progress.ts";
import { scenarios } from "./scenarios/all.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { type Row, table } from "./table.ts";

/** What scripts/install adds to a release's own: with these in the image it has nothing to fetch. */
const soundPackages = ["pipewire", "wireplumber", "dbus-user-session", "libpam-systemd"];

/** That the short run may take once everything is made. */
const minutes = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: "boolean", default: false },
    minutes: { type: "string" },
    "same-release": { type: "boolean", default: false },
    tarball: { type: "string" },
    arch: { type: "string", default: "x64" },
    list: { type: "boolean", default: false },
  },
});
if (values.list) {
  for (const { title } of scenarios) console.log(`  ${title}`);
  process.exit();
}
const named = positionals.length > 0;
const wanted = scenarios.filter(({ title }) => !named || positionals.some((word) => title.includes(word)));
if (wanted.length === 0) {
  const titles = scenarios.map(({ title }) => `  ${title}`);
  console.error(`No scenario has one of these words in its title. There are:\n${titles.join("\n")}`);
  process.exit(1);
}
const limitS = 60 * Number(values.minutes ?? (values.long || named ? Infinity : minutes));
if (!(limitS > 0)) {
  console.error(`--minutes takes a number, as --minutes 12, and "${values.minutes}" is none.`);
  process.exit(1);
}

// Whoever is ended takes the machine along: QEMU would go on by itself.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

const release = await releaseToInstall();
step("looking for the kernel, and whether KVM works here");
const kernel = await makeKernel(release.architecture);
const accelerator = await findAccelerator(kernel);
step(
  `Mien ${release.version} and Debian ${release.codename} for ${release.architecture.name} on ${accelerator.name}`,
);
const base = await makeBaseImage({
  codename: release.codename,
  kernel,
  packages: [...release.packages, ...soundPackages],
});
const running = await makeRunningImage({ base, kernel, accelerator, release });

const budget = new Budget(limitS);
const rows: Row[] = [];
for (const [index, scenario] of wanted.entries()) {
  const times = timesOf(scenario);
  if (times === 0) {
    rows.push(leftOut(scenario));
    continue;
  }
  step(`${index + 1} of ${wanted.length}: ${scenario.title}${times > 1 ? `, ${times} times` : ""} …`);
  const row = await play(scenario, times);
  rows.push(row);
  budget.took({ seconds: row.tookS, thoughtS: scenario.hostS });
  // Now and not in the table alone: a long run may be ended before it comes to that.
  const silence = row.silenceS === null ? "" : `, with a longest silence of ${row.silenceS.toFixed(1)} s`;
  step(`${row.result}${silence}, in ${Math.round(row.tookS)} s`);
}
console.log(`\n${table(rows)}`);
process.exitCode = rows.some(({ result }) => result === "failed") ? 1 : 0;

/** Why there was one stands in the machine's journal alone, and that ends with the machine. */
async function tellOfSilence(machine: Machine, silenceS: number): Promise<void> {
  await orLastWords(machine, async () => {
    throw new Error(`There was a silence of ${silenceS.toFixed(1)} s.`);
  }).catch(({ message }: Error) => console.error(message));
}

async function releaseToInstall(): Promise<Release> {
  if (values.tarball !== undefined) return readRelease(values.tarball);
  if (values["same-release"]) return newestRelease(values.arch);
  step("building a release of what is committed");
  return makeRelease(values.arch);
}

/** What is asked for by name is done, however long it takes. */
function timesOf({ times, hostS }: Scenario): number {
  if (values.long) return times.long;
  if (named) return times.short || times.long;
  return budget.hasRoomFor(hostS) ? times.short : 0;
}

function leftOut({ title, allowedS }: Scenario): Row {
  return { scenario: title, times: 0, result: "left to --long", silenceS: null, allowedS, tookS: 0 };
}

/** From a fresh copy of the snapshot. */
async function play({ title, allowedS, run }: Scenario, times: number): Promise<Row> {
  const begun = performance.now();
  const row = (result: Row["result"], silenceS: number | null): Row => {
    return { scenario: title, times, result, silenceS, allowedS, tookS: (performance.now() - begun) / 1000 };
  };
  const folder = mkdtempSync(join(cacheFolder, "run-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  const disk = join(folder, "disk.qcow2");
  await command("cp", ["--reflink=auto", "--sparse=always", running, disk]);
  const machine = new Machine({ accelerator, kernel, disk });
  try {
    await machine.start(snapshot);
    const silenceS = await orLastWords(machine, async () => run(await Appliance.of(machine), times));
    const tooLong = silenceS !== null && allowedS !== null && silenceS > allowedS;
    if (tooLong) await tellOfSilence(machine, silenceS);
    return row(tooLong ? "failed" : "passed", silenceS);
  } catch (error) {
    console.error((error as Error).message);
    return row("failed", null);
  } finally {
    await machine.dispose();
    process.off("exit", clear);
    clear();
  }
}
