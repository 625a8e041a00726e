import { execFileSync } from "node:child_process";
import { mkdir, open, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { makeMusic, temporaryFolder } from "../testing-music.ts";
import { Scanner, type ScanReport } from "./scanner.ts";
import { type Mutant, mutantsOf, seededRandom } from "./testing-mutations.ts";
import { RememberedFiles } from "./testing-remembered.ts";

vi.setConfig({ testTimeout: 300_000 });

const patienceMs = 2_000;
const work = await temporaryFolder();
const root = join(work, "music");
const socket = createServer();
afterAll(() => void socket.close());

async function makeSeeds(): Promise<Record<string, Buffer>> {
  const endings = ["mp3", "flac", "ogg", "opus", "m4a", "wav"];
  const seeds = await Promise.all(
    endings.map(async (ending) => {
      const tags = { title: "Seed", artist: "Nobody", genre: "Pop", MOOD: "Happy" };
      const path = await makeMusic(join(work, `seed.${ending}`), { seconds: 2, tags });
      return [ending, await readFile(path)] as const;
    }),
  );
  return Object.fromEntries(seeds);
}

async function write({ name, parts }: Mutant): Promise<void> {
  const file = await open(join(root, name), "w");
  let position = 0;
  for (const part of parts)
    if (typeof part === "number") position += part;
    else position += (await file.write(part, 0, part.length, position)).bytesWritten;
  await file.truncate(position);
  await file.close();
}

/** What only looks like a file, and names that no tool expects. Answers those that have to be told as broken. */
async function writeOddities(song: Buffer): Promise<string[]> {
  execFileSync("mkfifo", [join(root, "pipe.mp3")]);
  await new Promise<void>((resolve) => socket.listen(join(root, "socket.mp3"), resolve));
  await symlink("/dev/zero", join(root, "device.mp3"));
  await symlink("itself.mp3", join(root, "itself.mp3"));
  await symlink("nowhere", join(root, "nowhere.mp3"));
  await mkdir(join(root, "folder.mp3/loop"), { recursive: true });
  await symlink("..", join(root, "folder.mp3/loop/up"));
  await symlink(root, join(root, "folder.mp3/loop/top"));
  await symlink("/proc/self", join(root, "folder.mp3/processes"));
  await writeFile(join(root, "folder.mp3/inside.mp3"), song);
  await writeFile(
    Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from(".mp3")]),
    song,
  );
  await writeFile(
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from(".mp3")]),
    song,
  );
  for (const name of [
    "line\nbreak.mp3",
    "'; DROP TABLE tracks; --.mp3",
    "\u202eright to left.mp3",
    `${"x".repeat(251)}.mp3`,
    "-rf.mp3",
  ])
    await writeFile(join(root, name), song);
  return [
    "pipe.mp3",
    "socket.mp3",
    "device.mp3",
    "itself.mp3",
    "nowhere.mp3",
    "caf\ufffd.mp3",
    "\ufffd\ufffd.mp3",
  ];
}

async function scan(store: RememberedFiles): Promise<ScanReport> {
  const log = { warn: () => undefined };
  const scanner = new Scanner({ store, log, onProgress: () => undefined, patienceMs, settleMs: 0 });
  const report = await scanner.scan([root]);
  await scanner.stop();
  return report;
}

test("of hundreds of broken files each is told with its reason, and none holds the scan up", async () => {
  const seeds = await makeSeeds();
  const mutants = mutantsOf(seeds, seededRandom(20_261_121));
  expect(mutants.length).toBeGreaterThan(200);
  await mkdir(root);
  for (const mutant of mutants) await write(mutant);
  const oddities = await writeOddities(seeds.mp3 ?? Buffer.alloc(0));

  const store = new RememberedFiles();
  const report = await scan(store);
  // A machine that stands still for seconds makes a file late once; one that hangs the reader is late again.
  await scan(store);
  const reasons = new Map(
    [...store.rows].map(([path, { track }]) => [relative(root, path), track.unplayable]),
  );

  expect(report.found).toBe(mutants.length + oddities.length + 6);
  expect(reasons.size).toBe(report.found);
  const silent = mutants.filter(({ name, broken }) => broken && reasons.get(name) === null);
  expect(silent.map(({ name }) => name)).toEqual([]);
  const slandered = mutants.filter(({ name, broken }) => broken === false && reasons.get(name) !== null);
  expect(slandered.map(({ name }) => `${name}: ${reasons.get(name)}`)).toEqual([]);
  for (const name of oddities) expect(reasons.get(name), name).toMatch(/remove it|rename it|mend it/);
  for (const reason of reasons.values()) expect(reason ?? "Fine.").toMatch(/^[A-Z][^\n]*\.$/);

  const late = [...reasons].filter(([, reason]) => /did not end within/.test(reason ?? ""));
  expect(late).toEqual([]);
  expect(await scan(store)).toMatchObject({ found: report.found, read: 0 });
});
