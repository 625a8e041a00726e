import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bash, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

// An update that the power cuts off before the new version is judged, and what the next start of the machine makes of it.
// The system's places are in the test's own folder; a release does no more than to become the one that runs.

const opt = () => join(folder, "opt");
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const runs = () => bash("basename $(readlink opt/current)").said.trim();

beforeEach(() => {
  setUp();
  for (const name of ["data", "bin", "backups"]) mkdirSync(join(folder, name));
  for (const version of ["1", "2", "3"]) makeRelease(version);
  symlinkSync(join(opt(), "releases/1"), join(opt(), "current"));
  write("data/mien.db", "data of 1");
  write("bin/systemctl", "#!/bin/sh\n");
  bash("chmod +x bin/systemctl opt/releases/*/scripts/*");
  decide({});
});
afterEach(tearDown);

function makeRelease(version: string): void {
  const at = join(opt(), "releases", version);
  mkdirSync(join(at, "scripts"), { recursive: true });
  writeFileSync(join(at, "RELEASE"), `version ${version}\n`);
  cpSync(join(root, "scripts/lib"), join(at, "scripts/lib"), { recursive: true });
  cpSync(join(root, "scripts/update"), join(at, "scripts/update"));
  // It becomes the one that runs, and changes the data.
  writeFileSync(
    join(at, "scripts/install"),
    `#!/bin/bash
[[ $1 == --activate ]] || exit 0
echo ${version} >>${folder}/activated
cut() { [[ $(cat ${folder}/cut) != "$1" ]] || { : >${folder}/cut; kill -KILL $PPID; exit 1; }; }
cut "before ${version}"
ln -sfn ${at} ${opt()}/current
echo "data of ${version}" >${folder}/data/mien.db
cut "after ${version}"
`,
  );
  writeFileSync(
    join(at, "scripts/lib/unpack.sh"),
    `check_tarball() { :; }\nunpack_release() { release=${opt()}/releases/2; }\n`,
  );
  writeFileSync(
    join(at, "scripts/lib/watch-health.sh"),
    `parts() { printf 'camera ok\\nplayer down\\n'; }
watch_health() {
  printf '%s' "$2" >${folder}/was
  [[ $(cat ${folder}/cut) != watch ]] || { : >${folder}/cut; kill -KILL $$; exit 1; }
  [[ ! -s ${folder}/worse ]] || { cat ${folder}/worse; return 1; }
}
`,
  );
  writeFileSync(
    join(at, "scripts/lib/appliance.sh"),
    `${readFileSync(join(at, "scripts/lib/appliance.sh"), "utf8").replace(
      /^opt=.* data=\S+ backups=\S+/m,
      `opt=${opt()} data=${folder}/data backups=${folder}/backups`,
    )}\nneed_root() { :; }\n`,
  );
}

/** Where the power goes, and why the new version is found to be worse. */
function decide({ cut = "", worse = "" }: { cut?: string; worse?: string }): void {
  write("cut", cut);
  write("worse", worse);
}
const as = (script: string) => bash(script, { PATH: `${folder}/bin:${process.env.PATH}` });
const update = () => as("opt/current/scripts/update new.tar.gz");
/** What mien-trial.service does; the version that then runs has changed the data meanwhile. */
function startMachine({ worse = "" } = {}) {
  decide({ worse });
  write("activated", "");
  write("data/mien.db", `data of ${runs()} after the start`);
  const unit = readFileSync(join(root, "systemd/system/mien-trial.service"), "utf8");
  const [, command = ""] = /^ExecStart=\/opt\/mien\/(.+)$/m.exec(unit) ?? [];
  return as(`${opt()}/${command}`);
}

test("an update that is judged leaves no note of it, whatever came of it", () => {
  expect(update()).toMatchObject({ status: 0 });
  expect([runs(), existsSync(join(opt(), "trial")), read("data/mien.db")]).toEqual([
    "2",
    false,
    "data of 2\n",
  ]);
});

test("and so does one that is worse", () => {
  decide({ worse: "its camera is down" });
  expect(update().status).toBe(1);
  expect([runs(), existsSync(join(opt(), "trial")), read("data/mien.db")]).toEqual([
    "1",
    false,
    // As its release in this test makes it when it starts.
    "data of 1\n",
  ]);
});

describe("where the power goes", () => {
  const cutAt = (cut: string, worse = "") => {
    decide({ cut, worse });
    expect(update().status).not.toBe(0);
    expect(existsSync(join(opt(), "trial/note"))).toBe(true);
  };
  const outcome = () => read("data/last-update").split("\n").slice(1).join(" ").trim();
  const isJudged = () => !existsSync(join(opt(), "trial")) && !existsSync(join(opt(), "trial.new"));

  test("while the new version is watched, it is watched again, by its daemon alone", () => {
    cutAt("watch");
    expect(startMachine().status).toBe(0);
    expect([runs(), outcome(), isJudged(), read("activated")]).toEqual(["2", "from 1 to 2", true, ""]);
    // Cameras, clocks and shares come later than the daemon when all of the machine starts.
    expect(read("was")).toBe("");
    expect(read("data/mien.db")).toBe("data of 2 after the start");
  });

  test("while it is watched, and it is worse, the old one comes back with its data", () => {
    cutAt("watch");
    expect(startMachine({ worse: "its camera is down" }).status).toBe(1);
    expect([runs(), outcome(), isJudged()]).toEqual(["1", "from 1 to 2 came-back its camera is down", true]);
    expect(bash("cat backups/*-before-2/mien.db backups/*-set-aside/mien.db").said).toBe(
      "data of 1data of 2 after the start",
    );
  });

  test("before it was switched to, the old one stays, with units of its own", () => {
    cutAt("before 2");
    expect(startMachine().status).toBe(0);
    expect([runs(), read("activated"), isJudged()]).toEqual(["1", "1\n", true]);
    expect(outcome()).toBe("from 1 to 2 came-back the power went before it was switched to");
  });

  test("after it was switched to, it becomes the one that runs once more, and is watched", () => {
    cutAt("after 2");
    expect(startMachine().status).toBe(0);
    expect([runs(), read("activated"), outcome(), isJudged()]).toEqual(["2", "2\n", "from 1 to 2", true]);
  });

  test.each(["before 1", "after 1"])(
    "on the way back, %s, it goes back, and nobody asks again whether it is worse",
    (cut) => {
      cutAt(cut, "its camera is down");
      startMachine();
      expect([runs(), outcome(), isJudged()]).toEqual([
        "1",
        "from 1 to 2 came-back its camera is down",
        true,
      ]);
    },
  );

  test("on the way back, what the first attempt has set aside stays there", () => {
    cutAt("before 1", "its camera is down");
    startMachine();
    expect(bash("cat backups/*-set-aside/mien.db; cat backups/*-set-aside-again/mien.db").said).toBe(
      "data of 2\ndata of 2 after the start",
    );
  });

  test("and something else is installed meanwhile, that is left as it is", () => {
    cutAt("watch");
    bash("ln -sfn $PWD/opt/releases/3 opt/current");
    expect(startMachine({ worse: "all of it" }).status).toBe(0);
    expect([runs(), read("data/mien.db"), isJudged()]).toEqual(["3", "data of 3 after the start", true]);
  });

  test.each([
    ["watch", ""],
    ["after 2", ""],
    ["before 1", "its camera is down"],
  ])("(%s) and a week passes with the new version, nobody's week is taken back", (cut, worse) => {
    cutAt(cut, worse);
    bash("touch -d '7 days ago' opt/trial/note");
    expect(startMachine({ worse: "all of it" }).status).toBe(0);
    expect([runs(), read("data/mien.db"), isJudged()]).toEqual(["2", "data of 2 after the start", true]);
  });

  test("among the files of the way back, it goes on however long the machine was off", () => {
    cutAt("before 1", "its camera is down");
    mkdirSync(join(folder, "data.restored"));
    bash("touch -d '7 days ago' opt/trial/note");
    startMachine();
    expect([runs(), isJudged(), existsSync(join(folder, "data.restored"))]).toEqual(["1", true, false]);
  });

  test("while the machine goes off, nothing of the new version can be told: the next start judges", () => {
    write("bin/systemctl", '#!/bin/sh\n[ "$1" != is-system-running ] || echo stopping\n');
    decide({ worse: "its camera is down" });
    expect(update().status).toBe(1);
    expect([runs(), read("data/mien.db"), isJudged()]).toEqual(["2", "data of 2\n", false]);
    write("bin/systemctl", "#!/bin/sh\n");
    expect(startMachine().status).toBe(0);
    expect([runs(), isJudged()]).toEqual(["2", true]);
  });

  test("and the version before is taken away, no note of it keeps anybody from the next update", () => {
    cutAt("watch");
    bash("rm -r opt/releases/1; ln -sfn $PWD/opt/releases/3 opt/current");
    expect(update().status).toBe(0);
    expect([runs(), isJudged()]).toEqual(["2", true]);
  });

  test("the next update waits until this one is judged", () => {
    cutAt("watch");
    expect(update().complained).toContain("is not judged yet: start the machine anew");
    expect(runs()).toBe("2");
  });
});

test("two updates at once are one too many", () => {
  const { complained } = as("exec 8>opt/update.lock; flock 8; opt/current/scripts/update new.tar.gz || true");
  expect(complained).toContain("Another update is going on");
  expect(runs()).toBe("1");
});
