import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  calls,
  complaint,
  folder,
  give,
  giveInstalledPackages,
  giveNode,
  giveUser,
  project,
  root,
  run,
  setUp,
  takeAway,
  tearDown,
} from "./bare-machine.ts";

beforeEach(setUp);
afterEach(tearDown);

describe("what scripts/start is told", () => {
  test("--help lists every option, and nothing is looked at or installed", () => {
    takeAway("node");
    const { status, said } = run("start", "--port", "80", "--help");
    expect(status).toBe(0);
    for (const option of [
      "--camera SOURCE",
      "--music DIR",
      "--data DIR",
      "--port N",
      "--output NAME",
      "--demo",
    ])
      expect(said).toContain(option);
    expect(existsSync(join(project, "build"))).toBe(false);
  });

  test("what it does not know is said before minutes of installing", () => {
    expect(complaint("start", "--camra", "0")).toContain("--camra");
    expect(complaint("start", "--camera", "0", "music")).toContain("music");
    expect(complaint("start", "--port")).toContain("--port needs a value");
    expect(calls("node")).toEqual([]);
  });
});

describe("Node", () => {
  test.each(["18.20.4", "20.18.3", "21.7.3", "22.11.0"])(
    "%s does not do, and the sentence says which does",
    (version) => {
      giveNode(version);
      expect(complaint()).toMatch(new RegExp(`Node ${version} .* install 20\\.19 or newer`));
    },
  );

  test.each(["20.19.0", "22.12.0", "24.0.0"])("%s does", (version) => {
    giveNode(version);
    expect(complaint()).toContain("Installing npm packages failed");
  });

  test("a 32-bit one is told from a 64-bit one", () => {
    giveNode("20.19.0", "arm");
    expect(complaint()).toContain("64-bit");
  });

  test("no Node and no npm are said", () => {
    takeAway("npm");
    expect(complaint()).toContain("npm is not installed");
    takeAway("node");
    expect(complaint()).toContain("Node is not installed");
  });
});

describe("Debian packages", () => {
  test("apt is asked nothing when none is missing", () => {
    complaint();
    expect(calls("apt-get")).toEqual([]);
  });

  test("elsewhere than on Debian they are named", () => {
    takeAway("apt-get");
    expect(complaint()).toMatch(/no Debian.*libopencv-core-dev.*mpv/);
  });

  test("without root and sudo they are named", () => {
    giveInstalledPackages(false);
    giveUser(1000);
    expect(complaint()).toMatch(/no sudo.*apt-get install .*mpv/);
  });

  test("sudo is not left waiting for a password that nobody can type", () => {
    giveInstalledPackages(false);
    giveUser(1000);
    give("sudo", "exit 1");
    expect(complaint()).toMatch(/without a terminal.*apt-get install .*mpv/);
    expect(calls("sudo")).toEqual(["-n true"]);
  });

  test("only the missing ones are installed, after the lists were read", () => {
    giveUser(0);
    give(
      "dpkg-query",
      `for name in "\${@:3}"; do [[ $name == mpv && ! -f ${folder}/mpv ]] || echo "installed $name"; done`,
    );
    give(
      "apt-get",
      `[[ $1 != install ]] || touch() { : >"$1"; }; [[ $1 != install ]] || touch ${folder}/mpv`,
    );
    expect(run("start").said).toContain("Installing Debian packages: mpv (about");
    expect(calls("apt-get")).toEqual([
      "update",
      "install -y --no-install-recommends -o DPkg::Lock::Timeout=300 mpv",
    ]);
  });

  test("scripts/test needs more of them than scripts/start", () => {
    complaint("test");
    expect(calls("dpkg-query").at(-1)).toContain("chromium");
    complaint("start");
    expect(calls("dpkg-query").at(-1)).not.toContain("chromium");
  });

  test.each([
    ["E: Failed to fetch http://deb.example/mpv.deb", "check the network"],
    ["E: Unable to locate package mpv", "does not offer mpv"],
    ["E: dpkg was interrupted, you must manually run", "sudo dpkg --configure -a"],
    ["E: You don't have enough free space in /var/cache/apt/archives/.", "the disk is full"],
  ])("%s is put into words", (words, meaning) => {
    giveUser(0);
    giveInstalledPackages(false);
    give("apt-get", `[[ $1 == update ]] || { echo "${words}"; exit 100; }`);
    expect(complaint()).toMatch(new RegExp(`${meaning}.*build/logs/apt.log`));
  });

  test("a nearly full disk is said before it is full", () => {
    giveUser(0);
    giveInstalledPackages(false);
    give("df", "echo Avail; echo 300M");
    expect(complaint()).toMatch(/nearly full.*300 MB are free/);
  });
});

describe("npm packages", () => {
  test("are installed as the lock says, and no package's own script runs", () => {
    complaint();
    expect(calls("npm")).toEqual([expect.stringMatching(/^ci --ignore-scripts /)]);
  });

  test("without a network that is said, and which log tells more", () => {
    expect(complaint()).toMatch(/check the network.*build\/logs\/npm\.log/);
  });

  test("are not installed again until the lock changes", () => {
    give("npm", "mkdir -p node_modules; echo '{}' >node_modules/.package-lock.json");
    run("start");
    run("start");
    expect(calls("npm")).toHaveLength(1);
    appendFileSync(join(project, "package-lock.json"), "\n");
    run("start");
    expect(calls("npm")).toHaveLength(2);
  });

  test("have a complete lock, which npm ci demands, with the builds for every system", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
    };
    const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(absent).toEqual([]);
  });
});
