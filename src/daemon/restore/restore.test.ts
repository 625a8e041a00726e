import { spawnSync } from "node:child_process";
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../store/open.ts";
import { lockData } from "../data-lock.ts";

const script = resolve(import.meta.dirname, "../../../../scripts/restore");
let template: string;
let data: string;
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "mien-restore-"));
  data = template;
  await mkdir(join(data, "backups"));
  for (const [day, volume] of [
    [19, 0.19],
    [20, 0.2],
  ] as const) {
    await inStore(async (store) => {
      await store.settings.put({ volume });
      await store.care.backup({
        folder: join(data, "backups"),
        at: Date.UTC(2026, 10, day, 12),
        rotate: true,
      });
    });
  }
  await inStore((store) => store.settings.put({ volume: 0.9 }));
});
afterAll(() => rm(template, { recursive: true }));
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "mien-restore-"));
  await cp(template, data, { recursive: true });
});
afterEach(() => rm(data, { recursive: true }));

async function inStore<Answer>(
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Answer>,
): Promise<Answer> {
  const log = { warn: () => undefined };
  const store = await openStore({ file: join(data, "mien.db"), backups: [join(data, "backups")], log });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const volume = () => inStore(async (store) => (await store.settings.all()).volume);

function restore(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(script, ["--data", data, ...args], { encoding: "utf8" });
  return { status, stdout, sentence: stderr.trim() };
}

test("without a name it lists what is there with its date, newest first, and changes nothing", async () => {
  const { status, stdout } = restore();
  expect(status).toBe(0);
  const names = [...stdout.matchAll(/^(mien-\S+) {2}2026-11-\d\d \d\d:\d\d:\d\d +\d+\.\d MB/gm)];
  expect(names.map(([, name]) => name)).toEqual(["mien-20261120-120000.db", "mien-20261119-120000.db"]);
  expect(await volume()).toBe(0.9);
});

test("a backup by its name is the database afterwards, and the one that was there is kept", async () => {
  const { status, stdout } = restore("mien-20261119-120000.db");
  expect(status).toBe(0);
  expect(await volume()).toBe(0.19);
  const [kept = ""] = await readdir(join(data, "set-aside"));
  expect(stdout).toContain(kept);
  // It can be restored like any other.
  expect(restore(join(data, "set-aside", kept, "mien.db")).status).toBe(0);
  expect(await volume()).toBe(0.9);
  expect(await readdir(join(data, "set-aside"))).toHaveLength(2);
});

test("newest takes the newest, from a stick that is named", async () => {
  expect(restore("--from", join(data, "backups"), "newest").status).toBe(0);
  expect(await volume()).toBe(0.2);
});

describe("a backup that a clock that was ahead has dated", () => {
  const ahead = "mien-20980101-000000.db";
  beforeEach(async () => {
    const backups = join(data, "backups");
    await rename(join(backups, "mien-20261119-120000.db"), join(backups, ahead));
    // The clock of whoever tries this may be behind; the database was written later than the backup all the same.
    const written = Date.UTC(2026, 10, 20, 13) / 1_000;
    await utimes(join(data, "mien.db"), written, written);
  });

  test("is not the newest", async () => {
    expect(restore("newest").status).toBe(0);
    expect(await volume()).toBe(0.2);
  });

  test("stands last in the list, which says how it came by its date, and can be had by its name", async () => {
    const lines = restore()
      .stdout.split("\n")
      .filter((line) => line.startsWith("mien-"));
    expect(lines.map((line) => line.slice(0, ahead.length))).toEqual(["mien-20261120-120000.db", ahead]);
    expect(lines.map((line) => line.includes("made while the clock was ahead"))).toEqual([false, true]);
    expect(restore(ahead).status).toBe(0);
    expect(await volume()).toBe(0.19);
  });
});

test("a folder that can't be read is named, and keeps the backups of another from nobody", async () => {
  const stick = join(data, "stick");
  await symlink(stick, stick);
  await writeFile(join(data, "backup-folder"), stick);
  const { status, stdout, sentence } = restore();
  expect([status, sentence]).toEqual([0, `The folder ${stick} can't be read (ELOOP).`]);
  expect(stdout).toContain("mien-20261120-120000.db");
});

test("while Mien runs it refuses, and says how to end it", async () => {
  const unlock = lockData(data);
  const { status, sentence } = restore("newest");
  expect(status).toBe(1);
  expect(sentence).toBe(
    `Mien is running (process ${process.pid}): end it first, as a service with sudo systemctl stop mien mien-safe.`,
  );
  if (typeof unlock === "function") unlock();
  expect(await volume()).toBe(0.9);
});

test("a backup that is damaged is refused, and all stays as it was", async () => {
  const path = join(data, "backups", "mien-20261120-120000.db");
  await truncate(path, (await stat(path)).size - 8_192);
  const { status, sentence } = restore("newest");
  expect(status).toBe(1);
  expect(sentence).toMatch(/mien-20261120-120000\.db can't take the database's place/);
  expect(await volume()).toBe(0.9);
  expect(await readdir(data)).not.toContain("set-aside");
});

test("what is no backup at all is refused with its name", async () => {
  await writeFile(join(data, "letter.db"), "Dear Sir");
  expect(restore(join(data, "letter.db")).sentence).toMatch(/letter\.db can't take the database's place/);
  expect(restore("mien-20200101-000000.db").sentence).toMatch(
    /^There is no backup mien-20200101-000000\.db in /,
  );
});

test("a restored database and what is kept belong to whom the data belongs", async (context) => {
  if (process.getuid?.() !== 0) return context.skip("only root restores for others");
  const { chown } = await import("node:fs/promises");
  await chown(data, 65_534, 65_534);
  expect(restore("newest").status).toBe(0);
  expect((await stat(join(data, "mien.db"))).uid).toBe(65_534);
  expect((await stat(join(data, "set-aside"))).uid).toBe(65_534);
});
