import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bash, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

beforeEach(setUp);
afterEach(tearDown);

/** A program in the folder's bin, of lines of bash. */
function give(name: string, lines: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  write(`bin/${name}`, `#!/bin/bash\n${lines}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Functions of scripts/lib, beside the programs that were given. */
const withLibrary = (script: string) =>
  bash(
    `root="${folder}"
     for part in say stamp disk debian npm native opencv sqlite release-tree cross; do . "${root}/scripts/lib/$part.sh"; done
     ${script}`,
    { PATH: `${join(folder, "bin")}:${process.env.PATH}` },
  );

describe("a release for another kind of machine", () => {
  test.each(["release", "appliance"])("is none but one for arm64 or x64 (%s)", (name) => {
    expect(bash(`"${root}/scripts/${name}" --arch riscv64`).complained).toContain(
      "--arch takes x64 or arm64",
    );
  });

  test("is not made for x64 on a Raspberry Pi, and nothing is installed for it", () => {
    give("apt-get", "touch asked");
    const { status, complained } = withLibrary("node_arch=arm64; cross_to x64; ls asked");
    expect({ status, complained }).toEqual({
      status: 1,
      complained: "Stopped: Here releases are made for arm64, and none for x64.\n",
    });
  });

  test("is not begun where what is made could not be run", () => {
    const { complained } = withLibrary("binfmt=$PWD/none; check_emulation arm64");
    expect(complained).toContain("Programs for arm64 do not run here");
    expect(complained).toContain("sudo systemctl restart systemd-binfmt");
  });
});

test("a release asks for this machine's libraries, and not for those that cross compilers bring", () => {
  mkdirSync(join(folder, "tree/node_modules"), { recursive: true });
  write("tree/addon.node", "");
  give(
    "readelf",
    "printf ' 0x1 (NEEDED) Shared library: [%s]\\n' libc.so.6 libstdc++.so.6 ld-linux-aarch64.so.1",
  );
  give("gcc", "echo x86_64-linux-gnu");
  // As dpkg does: each package that has a file which the pattern fits.
  give(
    "dpkg-query",
    `while read -r package file; do [[ $file != $2 ]] || echo "$package: $file"; done <<'FILES'
libc6-arm64-cross /usr/aarch64-linux-gnu/lib/libc.so.6
libstdc++6-arm64-cross /usr/aarch64-linux-gnu/lib/libstdc++.so.6
libc6:amd64 /lib/x86_64-linux-gnu/libc.so.6
libstdc++6:amd64 /usr/lib/x86_64-linux-gnu/libstdc++.so.6
FILES`,
  );
  expect(withLibrary("tree=tree; packages_of_addons")).toMatchObject({
    said: "libc6\nlibstdc++6\n",
    complained: "",
  });
});

test("a release has what it serves, pages and the model's report, and not what was compiled or made for tests", () => {
  for (const file of [
    ...["dist/src/ui/words/words.js", "dist/src/daemon/main.js", "dist/src/daemon/main.test.js"],
    ...["dist/ui/index.html", "dist/scripts/a.js", "dist/node_modules/a.js", "build/demo/music/a.mp3"],
    ...[
      "models/fer.json",
      "models/report/evaluation.json",
      "models/training/train.py",
      "systemd/a",
      "scripts/a",
      "docs/a.md",
      "src/library/moods.json",
    ],
    ...["package.json", "README.md", "LICENSE"],
  ]) {
    mkdirSync(join(folder, "source", dirname(file)), { recursive: true });
    write(join("source", file), "");
  }
  withLibrary("sources=source; tree=tree; mkdir -p tree; copy_programs");
  const there = (file: string) => [file, existsSync(join(folder, "tree", file))];
  expect(there("dist/src/daemon/main.js")).toEqual(["dist/src/daemon/main.js", true]);
  expect(there("dist/ui/index.html")).toEqual(["dist/ui/index.html", true]);
  expect(there("models/report/evaluation.json")).toEqual(["models/report/evaluation.json", true]);
  expect(there("models/training")).toEqual(["models/training", false]);
  expect(there("dist/src/ui")).toEqual(["dist/src/ui", false]);
  expect(there("dist/src/daemon/main.test.js")).toEqual(["dist/src/daemon/main.test.js", false]);
});
