import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const installedAt = /\/opt\/mien\/(?:current|trial\/old)/g;

// As they are installed, but for the place of the programs: systemd looks whether those are there. chvt comes with the
// packages of the screen.
let folder: string;
let units: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-units-"));
  const release = join(folder, "release");
  mkdirSync(join(release, "bin"), { recursive: true });
  symlinkSync(process.execPath, join(release, "bin/node"));
  for (const name of ["systemd", "dist", "scripts"]) symlinkSync(join(root, name), join(release, name));
  cpSync(join(root, "systemd/system"), folder, { recursive: true, dereference: true });
  units = readdirSync(folder).filter((name) => /\.(service|timer|path)$/.test(name));
  for (const name of units) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(
      join(folder, name),
      text.replaceAll(installedAt, release).replace("/usr/bin/chvt", "/usr/bin/true"),
    );
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function analyze(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("systemd-analyze", [...args, "--no-pager"], {
    env: { ...process.env, SYSTEMD_LOG_LEVEL: "warning", LC_ALL: "C" },
    encoding: "utf8",
  });
  expect({ status, complaints: complaintsAboutUs(stderr) }).toEqual({ status: 0, complaints: [] });
  return stdout;
}

/** Units of the system that are not well where the test runs are no matter of ours. */
const complaintsAboutUs = (text: string) => text.split("\n").filter((line) => line.includes("mien"));

describe("systemd", () => {
  test("finds nothing wrong with any unit", () => {
    analyze("verify", "--man=no", ...units.map((name) => join(folder, name)));
  });

  test.each(["mien.service", "mien-safe.service"])("counts an exposure of 2.0 at most for %s", (name) => {
    const said = analyze("security", "--offline=true", "--threshold=20", join(folder, name));
    expect(said).toMatch(new RegExp(`Overall exposure level for ${name}: [01]\\.\\d`));
  });

  // The screen's browser needs namespaces for its own sandbox, the graphics, and the network that the page comes from.
  test("counts an exposure of 2.5 at most for mien-kiosk.service", () => {
    const said = analyze("security", "--offline=true", "--threshold=25", join(folder, "mien-kiosk.service"));
    expect(said).toMatch(/Overall exposure level for mien-kiosk\.service: ([01]\.\d|2\.[0-5])/);
  });

  test("takes the users, the folders and the modules as they are written", () => {
    const conf = (kind: string) => join(root, "systemd", kind, "mien.conf");
    const made = join(folder, "made");
    mkdirSync(join(made, "etc"), { recursive: true });
    for (const [program, args] of [
      ["systemd-sysusers", [`--root=${made}`, conf("sysusers.d")]],
      ["systemd-tmpfiles", ["--create", `--root=${made}`, conf("tmpfiles.d")]],
    ] as const) {
      const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
      expect({
        program,
        status,
        complaints: complaintsAboutUs(stderr).filter((line) => /fail|error/i.test(line)),
      }).toEqual({
        program,
        status: 0,
        complaints: [],
      });
    }
    expect(readFileSync(join(made, "etc/passwd"), "utf8")).toMatch(
      /^mien:.*:\/var\/lib\/mien:\/usr\/sbin\/nologin$/m,
    );
    expect(readdirSync(join(made, "var/lib")).toSorted()).toEqual(["mien", "mien-backups", "mien-kiosk"]);
  });
});

describe("what the services are given", () => {
  const sandbox = () => readFileSync(join(folder, "mien.service.d/sandbox.conf"), "utf8");

  test("lets no memory of theirs reach a disk", () => {
    expect(sandbox()).toMatch(/^LimitCORE=0$/m);
    expect(sandbox()).toMatch(/^MemorySwapMax=0$/m);
    expect(readFileSync(join(folder, "mien.service"), "utf8")).toMatch(/^WatchdogSignal=SIGKILL$/m);
  });

  test("takes no stop for a failure, whatever becomes of what is done after it", () => {
    const after = /^ExecStopPost=(.*)$/gm;
    const commands = [...readFileSync(join(folder, "mien.service"), "utf8").matchAll(after)];
    expect(commands.map(([, command = ""]) => command[0])).toEqual(["-"]);
  });

  test("lets each see what the one before it has left", () => {
    expect(sandbox()).toMatch(/^PrivateUsers=yes$/m);
    expect(sandbox()).not.toMatch(/^ProtectProc=|^ProcSubset=/m);
  });

  test("leaves the browser what its own sandbox is made of", () => {
    const browser = readFileSync(join(folder, "mien-kiosk.service.d/sandbox.conf"), "utf8");
    expect(browser).toMatch(/^RestrictNamespaces=user pid net$/m);
    expect(browser).toMatch(/^SystemCallFilter=chroot capset seccomp$/m);
    expect(readFileSync(join(folder, "mien-kiosk.service"), "utf8")).not.toMatch(/--no-sandbox/);
  });

  test.each(["char-video4linux", "char-alsa", "char-hidraw"])(
    "reaches %s, known before the first is plugged in",
    (kind) => {
      expect(sandbox()).toContain(`DeviceAllow=${kind} rw`);
      const modules = readFileSync(join(root, "systemd/modules-load.d/mien.conf"), "utf8");
      const module = { "char-video4linux": "videodev", "char-alsa": "snd", "char-hidraw": "hid" }[kind];
      expect(modules.split("\n")).toContain(module);
    },
  );
});
