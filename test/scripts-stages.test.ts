import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calls, folder, give, project, root, run, setUp, tearDown } from "./bare-machine.ts";

// How far the scripts come, what they say where they end, and what they leave for later.

beforeEach(setUp);
afterEach(tearDown);

function put(path: string, content = "", mode = 0o644): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content, { mode });
}

/** What is in a file of the project's; nothing where it is not there yet. */
function read(path: string): string {
  const whole = join(project, path);
  return existsSync(whole) ? readFileSync(whole, "utf8") : "";
}

/** All that is installed and compiled is there, so that only the demo has to be made, by programs that a test gives. */
function giveEverything(): void {
  give("npm", "mkdir -p node_modules; echo '{}' >node_modules/.package-lock.json");
  for (const addon of [
    "opencv4nodejs/build/Release/opencv4nodejs",
    "better-sqlite3/build/Release/better_sqlite3",
  ])
    put(`node_modules/${addon}.node`);
  for (const name of ["opencv4nodejs", "better-sqlite3", "onnxruntime-node"])
    put(`node_modules/${name}/package.json`, '{\n  "version": "1.0.0"\n}\n');
  put(
    "node_modules/.bin/tsc",
    "#!/bin/bash\nmkdir -p dist/src/daemon dist/ui; : >dist/src/daemon/main.js\n",
    0o755,
  );
  put("node_modules/.bin/vite", "#!/bin/bash\n", 0o755);
  put("build/sound-servers/usr/bin/pulseaudio");
  for (const name of [
    "src/a.ts",
    "src/library/demo/a.ts",
    "src/vision/demo-reel.ts",
    "models/fer.json",
    "bench/a.ts",
    "test/a.ts",
  ])
    put(name);
  giveNodeThat("");
}

/** Node does nothing but what makes the reel and the music, after `first`, which is bash and sees the program as $program. */
function giveNodeThat(first: string): void {
  give(
    "node",
    `for program in "$@"; do [[ $program != *.js ]] || break; done
    ${first}
    [[ $1 == -p ]] && echo "20.19.0 115 x64 /opt/node/bin/node"
    [[ $program != *npm-current* ]] || exit 1
    [[ $program != *choose-model* ]] || : >"\${@: -1}"
    [[ $program != *demo-reel-main* ]] || { mkdir -p build/demo && : >"\${@: -1}"; }
    [[ $program != *render-demo-main* ]] || mkdir -p "\${@: -1}"
    exit 0`,
  );
}

const programs = () =>
  calls("node").flatMap(
    (call) => call.match(/(demo-reel-main|render-demo-main|daemon\/main)\.js/)?.[1] ?? [],
  );

describe("what stands in for a camera and for music", () => {
  beforeEach(giveEverything);

  test("is made before Mien starts where nothing else is named, and only once", () => {
    expect(run("start")).toMatchObject({ status: 0, complained: "" });
    expect(programs()).toEqual(["demo-reel-main", "render-demo-main", "daemon/main"]);
    run("start");
    expect(programs().slice(3)).toEqual(["daemon/main"]);
  });

  test("keeps nobody waiting who brings music: it is rendered beside the running Mien", async () => {
    // Rendering ends only after Mien was started: in the other order this would never come to an end.
    giveNodeThat(`
      [[ $program != *daemon/main* ]] || : >"${folder}/started"
      [[ $program != *render-demo-main* ]] || until [[ -f "${folder}/started" ]]; do sleep 0.1; done
    `);
    give("sleep", "/usr/bin/sleep 0.1");
    const { status, said } = run("start", "--music", "/srv/music");
    expect(status).toBe(0);
    expect(said).toContain("Made while Mien runs, for times without a camera or music: music");
    // It is stamped when it is whole, so that the next start does not begin anew.
    await expect.poll(() => read("build/stamps/music")).toMatch(/\n$/);
    expect(run("start", "--music", "/srv/music").said).not.toContain("Made while");
    expect(programs().filter((name) => name === "render-demo-main")).toHaveLength(1);
  });

  test("is made first for whoever asks for the demo, whatever else is named", () => {
    run("start", "--demo", "--music", "/srv/music", "--camera", "/dev/video0");
    expect(programs()).toEqual(["demo-reel-main", "render-demo-main", "daemon/main"]);
  });

  test("auto may need the reel at once, another camera does not", () => {
    run("start", "--camera", "auto");
    expect(programs()[0]).toBe("demo-reel-main");
    expect(run("start", "--camera=/dev/video0").said).not.toContain("Making the demo camera's reel");
  });
});

describe("a step that fails", () => {
  test("is named with its time, before the sentence that tells the cure", () => {
    const { said, complained, status } = run("start");
    expect(status).toBe(1);
    expect(said).toMatch(/^ {2}npm packages FAILED after \d+ s$/m);
    expect(complained).toMatch(/^Stopped: Installing npm packages failed.*check the network/);
  });

  test("without any word of its own is named all the same", () => {
    give("df", "exit 9");
    const { status, said, complained } = run("start");
    expect(status).toBe(9);
    expect(said).toMatch(/^ {2}npm packages FAILED after \d+ s$/m);
    expect(complained).toMatch(
      /^Stopped: npm packages ended with status 9 .*bash -x .*scripts\/start shows where/,
    );
  });
});

test("what fails keeps nothing else from being tried: one run tells all of it, and ends with 1", () => {
  giveEverything();
  give("shellcheck", "exit 1");
  const vitest = `#!/bin/bash\necho "$3" >>"${folder}/vitest.calls"\n[[ $3 != unit ]]\n`;
  put("node_modules/.bin/vitest", vitest, 0o755);
  const { status, said, complained } = run("test");
  expect({ status, complained }).toEqual({
    status: 1,
    complained:
      "Stopped: shellcheck finds faults in the scripts; the unit tests failed. What is wrong stands above.\n",
  });
  expect(calls("vitest")).toEqual(["unit", "pages", "screens", "walks", "system"]);
  expect(said).toMatch(/^ {2}unit tests FAILED after \d+ s$/m);
  expect(said).toMatch(/^ {2}system tests \d+ s$/m);
});

describe("the sum of the tests", () => {
  let reports: string;
  beforeEach(() => {
    reports = mkdtempSync(join(tmpdir(), "mien-totals-"));
  });
  afterEach(() => rmSync(reports, { recursive: true }));

  function totals(testResults: readonly object[]): string {
    writeFileSync(join(reports, "unit.json"), JSON.stringify({ testResults }));
    const program = join(root, "scripts/lib/test-totals.mjs");
    return spawnSync(process.execPath, [program, join(reports, "unit.json"), join(reports, "none.json")], {
      cwd: root,
      encoding: "utf8",
    }).stdout;
  }
  const ended = (status: string, fullName: string) => ({ status, fullName });

  test("counts what passed, failed and was skipped", () => {
    const assertionResults = [
      ended("passed", "a"),
      ended("passed", "b"),
      ended("skipped", "c"),
      ended("todo", "d"),
    ];
    expect(totals([{ name: join(root, "dist/a.test.js"), status: "passed", assertionResults }])).toBe(
      "2 passed, 0 failed, 2 skipped\n",
    );
  });

  test("names each test that failed and how to run only those again", () => {
    const failing = {
      status: "failed",
      assertionResults: [ended("failed", "mood holds"), ended("passed", "fades")],
    };
    const broken = { status: "failed", assertionResults: [] };
    expect(
      totals([
        { ...failing, name: join(root, "dist/src/mood/room.test.js") },
        { ...broken, name: join(root, "dist/src/x.test.js") },
      ]),
    ).toBe(
      [
        "1 passed, 2 failed, 0 skipped",
        "  dist/src/mood/room.test.js: mood holds",
        "  dist/src/x.test.js: the file itself",
        "Only these again: scripts/test dist/src/mood/room.test.js dist/src/x.test.js",
        "",
      ].join("\n"),
    );
  });
});
