import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lastUpdate } from "../src/daemon/support/last-update.ts";
import { bash, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

const scripts = ["release", "install", "uninstall", "update", "appliance"] as const;

beforeEach(setUp);
afterEach(tearDown);

/** Functions of scripts/lib, with everything that is the system's in the test's own folder. */
const withLibrary = (script: string) =>
  bash(`
    . "${root}/scripts/lib/appliance.sh"
    for part in unpack signed-tag signatures data-copies watch-health update-record; do . "${root}/scripts/lib/$part.sh"; done
    opt="${folder}/opt" data="${folder}/data" backups="${folder}/backups" logs="${folder}/logs"
    mkdir -p "$opt" "$data"
    ${script}`);

describe("every script", () => {
  test.each(scripts)("%s tells with --help what it does, and does nothing", (name) => {
    const { status, said } = bash(`"${root}/scripts/${name}" --help`);
    expect(status).toBe(0);
    expect(said).toMatch(new RegExp(`^scripts/${name} \\[OPTIONS\\]`));
    expect(said).toMatch(/^ {2}--help +this text, and nothing else happens$/m);
  });

  test.each(scripts)("%s names what it does not know, in one sentence", (name) => {
    const { status, complained } = bash(`"${root}/scripts/${name}" --bogus`);
    expect({ status, complained }).toEqual({
      status: 1,
      complained: `Stopped: --bogus is nothing that scripts/${name} knows: scripts/${name} --help lists what can be given.\n`,
    });
  });

  test.each([
    ["release", "--ref"],
    ["release", "--arch"],
    ["install", "--sha256"],
    ["update", "--tag"],
    ["update", "--signature"],
    ["release", "--sign"],
  ])("%s wants a value for %s", (name, option) => {
    expect(bash(`"${root}/scripts/${name}" ${option}`).complained).toContain(`${option} needs a value`);
  });

  test("update wants something to update to, and not two things", () => {
    expect(bash(`"${root}/scripts/update"`).complained).toContain("nothing to update to");
    expect(bash(`"${root}/scripts/update" a.tar.gz --tag v1.0.0`).complained).toContain("one of them");
  });
});

describe("a release that somebody signed", () => {
  const key = (name: string) =>
    expect(bash(`ssh-keygen -q -t ed25519 -N "" -C "${name}" -f ${name}`).status).toBe(0);
  const checked = (file: string) =>
    withLibrary(`signers="${folder}/trust/signers"; check_signature ${file} mien.tar.gz.sig`);

  beforeEach(() => {
    for (const name of ["ours", "theirs"]) key(name);
    write("mien.tar.gz", "programs");
    const made = withLibrary(
      `signers="${folder}/trust/signers"
       sign_release mien.tar.gz ours
       for key in ours ours; do line=$(signers_line $key.pub); trust_signers "$line"; done`,
    );
    expect(made).toMatchObject({ status: 0, complained: "" });
  });

  test("keeps each key's own line, where somebody has written the last one without an end", () => {
    write("trust/signers", "somebody ssh-ed25519 AAAA");
    withLibrary(`signers="${folder}/trust/signers"; line=$(signers_line ours.pub); trust_signers "$line"`);
    expect(readFileSync(join(folder, "trust/signers"), "utf8")).toMatch(/^somebody ssh-ed25519 AAAA\nmien /);
  });

  test("is believed where its key is trusted, which is written down once and without what stands beside it", () => {
    expect(checked("mien.tar.gz").status).toBe(0);
    expect(readFileSync(join(folder, "trust/signers"), "utf8")).toMatch(
      /^mien namespaces="mien-release" ssh-ed25519 \S+\n$/,
    );
  });

  test.each([
    ["the file is another one", 'write() { printf "other" >mien.tar.gz; }; write'],
    [
      "the key is another one",
      "rm mien.tar.gz.sig; ssh-keygen -q -Y sign -n mien-release -f theirs mien.tar.gz",
    ],
    [
      "it was signed as something else",
      "rm mien.tar.gz.sig; ssh-keygen -q -Y sign -n file -f ours mien.tar.gz",
    ],
    ["the signature is none", "printf nothing >mien.tar.gz.sig"],
  ])("is not believed where %s", (_, harm) => {
    expect(bash(harm).status).toBe(0);
    expect(checked("mien.tar.gz")).toMatchObject({
      status: 1,
      complained: expect.stringContaining("The signature is none of a key that is trusted here"),
    });
  });

  test("is not believed where no key is trusted, and a private key is none to trust", () => {
    const { complained } = withLibrary(
      `signers="${folder}/none"; check_signature mien.tar.gz mien.tar.gz.sig`,
    );
    expect(complained).toContain("scripts/update --trust KEY.pub");
    expect(withLibrary("signers_line ours").complained).toContain("ours is no public SSH key");
  });

  test("is none to go back by: what is older than the release that runs goes again", () => {
    for (const [name, fact] of Object.entries({
      old: "committed 100",
      same: "committed 200",
      new: "committed 300",
      none: "arch x64",
    })) {
      mkdirSync(join(folder, name));
      write(`${name}/RELEASE`, `${fact}\n`);
    }
    const taken = (name: string, runs: string) => withLibrary(`check_not_older ${name} ${runs}`).status === 0;
    expect([taken("same", "same"), taken("new", "same"), taken("new", "none")]).toEqual([true, true, true]);
    expect([taken("old", "same"), taken("none", "same")]).toEqual([false, false]);
    expect(["old", "same", "new"].map((name) => existsSync(join(folder, name)))).toEqual([false, true, true]);
  });
});

describe("an update that the page asks for", () => {
  const data = () => join(folder, "data");

  /** Root's half, with the system's places in the test's own folder, and an update that does as it is told. */
  function asked(update: string, harm = "true") {
    cpSync(join(root, "scripts/lib"), join(folder, "scripts/lib"), { recursive: true });
    mkdirSync(join(folder, "systemd"), { recursive: true });
    cpSync(join(root, "systemd/update-wanted"), join(folder, "systemd/update-wanted"));
    mkdirSync(join(data(), "update"), { recursive: true });
    for (const name of ["release.tar.gz", "release.tar.gz.sig", "wanted"]) write(`data/update/${name}`, name);
    mkdirSync(join(folder, "bin"));
    // There is no user mien, and nobody but him is asked to touch what is his.
    // Nothing of root's is in what he does: a pipe for what he reads, and no file.
    write(
      "bin/runuser",
      `#!/bin/sh
[ "$1 $2 $3" = "-u mien --" ] || exit 9
shift 3
[ "$1" != cat ] || [ -p /proc/self/fd/1 ] || exit 9
[ "$1" != stat ] || [ -z "$STAT_SAYS" ] || { echo "$STAT_SAYS"; exit 0; }
exec "$@"
`,
    );
    write("scripts/update", `#!/usr/bin/env bash\n. "${folder}/scripts/lib/update-record.sh"\n${update}\n`);
    return bash(
      `chmod +x bin/runuser scripts/update
       sed -i 's#^opt=.* data=[^ ]* backups=[^ ]*#opt="${folder}/opt" data="${data()}" backups="${folder}/backups"#' scripts/lib/appliance.sh
       ${harm}
       PATH="$PWD/bin:$PATH" bash systemd/update-wanted`,
    );
  }
  const left = () =>
    [data(), join(data(), "update"), join(folder, "backups")].map((at) => readdirSync(at).toSorted());

  const noting = (note: string) => `data="${data()}" backups="${folder}/backups"; note_update ${note}`;

  test("is done with what only root can change, and nothing of it is left", () => {
    const { status, said } = asked(
      `cat "$3" "$4"; echo " $1 $2"; [[ $4 == */backups/wanted.*/release.tar.gz ]] && { ${noting("1 2")}; }`,
    );
    expect({ status, said }).toEqual({
      status: 0,
      said: "release.tar.gz.sigrelease.tar.gz --not-older --signature\n",
    });
    expect(readFileSync(join(data(), "last-update"), "utf8")).toMatch(/^at \S+\nfrom 1\nto 2\n$/);
    expect(left()).toEqual([["last-update", "update"], [], []]);
  });

  test("says that nothing had to be done where the release runs already", () => {
    expect(asked("echo 'Mien 0.4.0 is what runs already.'").status).toBe(0);
    expect(readFileSync(join(data(), "last-update"), "utf8")).toContain(
      "refused Mien 0.4.0 is what runs already.",
    );
  });

  test("is noted as refused, with the reason, where it ends before anything was changed", async () => {
    const { status } = asked('echo "Stopped: The signature is none." >&2; exit 1');
    expect(status).toBe(1);
    expect(readFileSync(join(data(), "last-update"), "utf8")).toMatch(
      /^at \S+\nfrom .*\nto unknown\nrefused The signature is none\.\n$/,
    );
    expect(left()).toEqual([["last-update", "update"], [], []]);
  });

  test("keeps its own note where the old version came back", () => {
    expect(asked(`${noting('1 2 came-back "it does not start"')}; exit 1`).status).toBe(1);
    expect(readFileSync(join(data(), "last-update"), "utf8")).toContain("came-back it does not start");
  });

  test.each([
    ["is gone", "rm data/update/release.tar.gz"],
    ["is empty", ": >data/update/release.tar.gz.sig"],
    ["is larger than any release", "truncate -s 1025M data/update/release.tar.gz"],
    ["has a size that is a program", "export STAT_SAYS='BASH_VERSINFO[$(touch pwned)0]'"],
  ])("is noted as refused where what was given %s", (_, harm) => {
    expect(asked("exit 0", harm)).toMatchObject({ status: 1, said: expect.stringMatching(/give it again/) });
    expect(readFileSync(join(data(), "last-update"), "utf8")).toMatch(/^refused .*give it again/m);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
    expect(left()).toEqual([["last-update", "update"], [], []]);
  });

  test("is not asked for again and again where nothing can be taken over", () => {
    expect(asked("exit 0", "printf x >backups").status).not.toBe(0);
    expect(readdirSync(join(data(), "update"))).toEqual([]);
  });

  test("is told as it went, whatever became of the clock meanwhile", () => {
    const back = `${noting("1 2")}; touch -d '2001-01-01' "${data()}/last-update"`;
    expect(
      asked(back, noting("0 1").replace("note_update", `. scripts/lib/update-record.sh; note_update`)).status,
    ).toBe(0);
    expect(readFileSync(join(data(), "last-update"), "utf8")).toMatch(/from 1\nto 2\n$/);
  });
});

describe("what became of the last update", () => {
  const noted = () => lastUpdate(join(folder, "data"));

  test("is noted for Mien's page, whether the new version stayed or the old one came back", async () => {
    expect(withLibrary("note_update 0.3.0 0.4.0").status).toBe(0);
    const stayed = await noted();
    expect(stayed).toMatchObject({ at: expect.any(Number), from: "0.3.0", to: "0.4.0", cameBack: null });
    expect(stayed?.at).toBeGreaterThan(Date.now() - 3_600_000);
    withLibrary(`note_update 0.4.0 0.5.0 came-back "camera down, which it was\nnot before"`);
    expect(await noted()).toMatchObject({ to: "0.5.0", cameBack: "camera down, which it was not before" });
    expect(["data", "backups"].map((part) => readdirSync(join(folder, part)))).toEqual([["last-update"], []]);
  });

  test("is written through no link that lies in the data, and waits for nobody at a pipe there", async () => {
    write("other", "somebody's");
    for (const waiting of [`ln -s "${folder}/other"`, "mkfifo"]) {
      const { status } = withLibrary(
        `rm -f "$data/last-update"; ${waiting} "$data/last-update"; note_update 1 2`,
      );
      expect([status, (await noted())?.to]).toEqual([0, "2"]);
    }
    expect(readFileSync(join(folder, "other"), "utf8")).toBe("somebody's");
  });

  test("stops nothing where it can't be noted", () => {
    for (const away of ["data=/nowhere", "backups=/dev/null/nowhere"])
      expect(withLibrary(`${away}; note_update 1 2; printf on`).said).toMatch(/on$/);
  });

  test("is nothing where nothing was noted, or what is there is no note", async () => {
    expect(await noted()).toBeNull();
    mkdirSync(join(folder, "data"));
    write("data/last-update", "at yesterday\nfrom 1\nto 2\n");
    expect(await noted()).toBeNull();
  });
});

describe("a tarball", () => {
  test("that is what its checksum says is taken", () => {
    write("mien.tar.gz", "of whatever");
    bash("sha256sum mien.tar.gz >mien.tar.gz.sha256");
    expect(withLibrary("check_tarball mien.tar.gz").status).toBe(0);
  });

  test.each([
    ["that was changed on its way", "echo more >>mien.tar.gz", "is not what its checksum says"],
    ["without a checksum", "rm mien.tar.gz.sha256", "download it too"],
    ["whose checksum is none", "echo sorry >mien.tar.gz.sha256", "is no SHA-256 checksum"],
    ["that is not there", "rm mien.tar.gz", "is not there"],
  ])("%s is refused", (_what, done, sentence) => {
    write("mien.tar.gz", "of whatever");
    bash(`sha256sum mien.tar.gz >mien.tar.gz.sha256; ${done}`);
    const { status, complained } = withLibrary("check_tarball mien.tar.gz");
    expect(status).toBe(1);
    expect(complained).toContain(sentence);
  });

  test("of another program is not unpacked", () => {
    bash("mkdir other && touch other/file && tar -czf other.tar.gz other");
    expect(withLibrary("unpack_release other.tar.gz").complained).toContain("is no release of Mien");
  });
});

describe("a release", () => {
  const debian = () => bash(". /etc/os-release && printf %s $VERSION_ID").said;
  const arch = process.arch;

  function makeRelease(facts: Record<string, string> = {}): void {
    mkdirSync(join(folder, "release"));
    const all = { version: "1.2.3", arch, debian: debian(), ...facts };
    write(
      "release/RELEASE",
      Object.entries(all)
        .map((fact) => `${fact.join(" ")}\n`)
        .join(""),
    );
    bash("cd release && sha256sum RELEASE >SHA256SUMS");
  }

  test("that fits this machine goes to the folder of its version", () => {
    makeRelease();
    const { complained } = withLibrary("mkdir -p $opt/releases; place_release release");
    expect({ complained, there: readdirSync(join(folder, "opt/releases")) }).toEqual({
      complained: "",
      there: ["1.2.3"],
    });
  });

  test.each([
    [{ arch: arch === "x64" ? "arm64" : "x64" }, "take the tarball for"],
    [{ debian: "11" }, "The release is for Debian 11"],
  ])("for another machine (%o) is refused, and told which one to take", (facts, sentence) => {
    makeRelease(facts);
    expect(withLibrary("place_release release").complained).toContain(sentence);
  });

  test("does not hand on the folder that it was made in", () => {
    mkdirSync(join(folder, "tree/addon"), { recursive: true });
    write("tree/addon/Makefile", "CFLAGS = -O2");
    const look = `root="${folder}"; . "${root}/scripts/lib/say.sh"; . "${root}/scripts/lib/release-tree.sh"; tree=tree; expect_no_traces`;
    expect(bash(look).status).toBe(0);
    write("tree/addon/Makefile", `srcdir = ${folder}/node_modules`);
    expect(bash(look)).toMatchObject({ status: 1, complained: expect.stringContaining("./addon/Makefile") });
  });

  test("with a file that has lost bits is refused", () => {
    makeRelease();
    bash("echo bits >>release/RELEASE");
    expect(withLibrary("place_release release").complained).toContain("are not what it says they are");
  });

  test("that runs is not touched by unpacking it again", () => {
    makeRelease();
    withLibrary(
      "mkdir -p $opt/releases; cp -r release again; place_release release; ln -s $opt/releases/1.2.3 $opt/current",
    );
    write("opt/releases/1.2.3/model-choice", "timed here");
    expect(withLibrary("place_release again").status).toBe(0);
    expect(readFileSync(join(folder, "opt/releases/1.2.3/model-choice"), "utf8")).toBe("timed here");
  });
});

describe("a tag", () => {
  /** A clone with a release that is quickly built, and a key that git trusts in it. */
  beforeEach(() => {
    const { complained, status } = bash(`
      ssh-keygen -q -t ed25519 -N "" -f trusted && ssh-keygen -q -t ed25519 -N "" -f stranger
      echo "owner@example.org $(cat trusted.pub)" >signers
      git init -q clone && cd clone
      git config user.name owner && git config user.email owner@example.org
      git config gpg.format ssh && git config gpg.ssh.allowedSignersFile "${folder}/signers"
      mkdir scripts && echo 'mkdir -p "$2" && touch "$2/mien-1.0.0-debian12-x64.tar.gz"' >scripts/release
      chmod +x scripts/release && git add . && git commit -q -m first
      git -c user.signingKey="${folder}/trusted" tag -s -m trusted v1.0.0
      git -c user.signingKey="${folder}/stranger" tag -s -m strange v1.0.1
      git tag -m unsigned v1.0.2`);
    expect({ status, complained }).toEqual({ status: 0, complained: "" });
  });

  test("that a trusted key has signed is built, beside what is checked out", () => {
    const { said, complained } = withLibrary('build_tag v1.0.0 clone; basename "$tarball"');
    expect({ said, complained }).toEqual({ said: "mien-1.0.0-debian12-x64.tar.gz\n", complained: "" });
    expect(existsSync(join(folder, "clone/build/update"))).toBe(false);
  });

  test.each([
    ["signed by a stranger", "v1.0.1"],
    ["without a signature", "v1.0.2"],
    ["that is not there", "v1.0.3"],
  ])("%s is refused, and nothing of it is run", (_what, tag) => {
    const { status, complained } = withLibrary(`build_tag ${tag} clone`);
    expect(status).toBe(1);
    expect(complained).toContain(`${tag} is not there, or not signed by a key that git trusts here`);
    expect(existsSync(join(folder, "clone/build"))).toBe(false);
  });
});

describe("the data", () => {
  beforeEach(() => {
    mkdirSync(join(folder, "data/music"), { recursive: true });
    write("data/mien.db", "as it was");
    write("data/mien.db-wal", "its log");
    write("data/mien.db-reserve", "room");
    write("data/music/song.mp3", "music");
  });

  test("comes back through no link that lies there meanwhile, and without room stays as it is", () => {
    withLibrary("copy_data $backups/1");
    write("other", "somebody's");
    const { status } = withLibrary(`ln -sf "${folder}/other" "$data/mien.db"; restore_data $backups/1`);
    expect([status, readFileSync(join(folder, "other"), "utf8")]).toEqual([0, "somebody's"]);
    expect(readFileSync(join(folder, "data/mien.db"), "utf8")).toBe("as it was");
    write("data/mien.db", "as the new version made it");
    const full = withLibrary(
      "cp() { return 1; }; export -f cp; xargs() { return 1; }; restore_data $backups/1",
    );
    expect(full.status).toBe(1);
    expect(readFileSync(join(folder, "data/mien.db"), "utf8")).toBe("as the new version made it");
  });

  test("comes back as it was before an update, and what the update made of it is kept", () => {
    withLibrary("copy_data $backups/1");
    write("data/mien.db", "as the new version made it");
    rmSync(join(folder, "data/mien.db-wal"));
    write("data/new.json", "new");
    expect(withLibrary("restore_data $backups/1").complained).toBe("");
    expect(readdirSync(join(folder, "data")).toSorted()).toEqual([
      "mien.db",
      "mien.db-reserve",
      "mien.db-wal",
      "music",
    ]);
    expect(readFileSync(join(folder, "data/mien.db"), "utf8")).toBe("as it was");
    expect(readFileSync(join(folder, "backups/1-set-aside/mien.db"), "utf8")).toBe(
      "as the new version made it",
    );
  });

  test("is copied without the music, which no update changes, and whole or not at all", () => {
    withLibrary("copy_data $backups/1");
    expect(readdirSync(join(folder, "backups/1")).toSorted()).toEqual(["mien.db", "mien.db-wal"]);
    rmSync(join(folder, "backups"), { recursive: true });
    write("backups", "no folder");
    expect(withLibrary("copy_data $backups/1 || echo refused").said).toContain("refused");
  });

  test("is kept in its newest copies", () => {
    for (const name of ["20260101-000000-a", "20260102-000000-b", "20260103-000000-c"])
      mkdirSync(join(folder, "backups", name), { recursive: true });
    withLibrary("keep_newest 2 $backups");
    expect(readdirSync(join(folder, "backups")).toSorted()).toEqual([
      "20260102-000000-b",
      "20260103-000000-c",
    ]);
  });
});

describe("a version that was just switched to", () => {
  /** What systemd and the daemon say, look by look; each look is 2 s apart, which the test does not wait for. */
  const watched = (before: string, restarts: string, looks: string) =>
    withLibrary(`
      sleep() { SECONDS=$((SECONDS + 2)); }
      systemctl() { echo ${restarts}; }
      parts() { ${looks}; }
      watch_health 60 $'${before}' && echo as good`).said;

  test("is as good where everything is well, and where nothing is ill that was not before", () => {
    expect(watched("camera ok", "0", "echo camera ok")).toBe("as good\n");
    expect(watched("camera down", "0", "echo camera down; return 1")).toBe("as good\n");
  });

  test("is worse where something is ill at the end that was well before", () => {
    const looks = "printf 'camera down\\nplayer down\\n'; return 1";
    expect(watched("camera down\\nplayer ok", "0", looks)).toContain("player down, which it was not");
    expect(watched("player degraded", "0", looks)).toContain("player down, which it was not");
  });

  test("is no worse for a part that the version before did not tell of", () => {
    const looks = "printf 'player ok\\nhttps down\\n'; return 1";
    expect(watched("player ok", "0", looks)).toBe("as good\n");
  });

  test("is no worse for what is ill only while it starts", () => {
    const looks = "((SECONDS > 20)) || { echo vision down; return 1; }; echo vision ok";
    expect(watched("vision ok", "0", looks)).toBe("as good\n");
  });

  test("is worse where its daemon had to be started again, or does not answer for half a minute", () => {
    expect(watched("", "1", "true")).toContain("started again");
    expect(watched("", "0", "echo daemon down; return 2")).toContain("has not answered");
  });
});

test.each([
  ["252", false],
  ["257", true],
])("systemd %s is told that a restart is no failure, if it has to be: %s", (version, isTold) => {
  const drop = "etc/systemd/system/mien.service.d";
  bash(`
    . "${root}/scripts/lib/activate.sh"
    etc="${folder}/etc"; mkdir -p ${drop}
    systemctl() { echo "systemd ${version} (${version}.1-1)"; }
    give_restarts`);
  expect(readdirSync(join(folder, drop))).toEqual(isTold ? ["restarts.conf"] : []);
});

describe("what the system reads of a release", () => {
  const place = (release: string) =>
    bash(`
      . "${root}/scripts/lib/appliance.sh"
      . "${root}/scripts/lib/activate.sh"
      etc="${folder}/etc"
      systemd-sysusers() { :; }; systemd-tmpfiles() { :; }; modprobe() { :; }; reload_rules() { :; }
      export -f modprobe
      place_units "${release}"`);
  const there = () => {
    const { said } = bash('cd etc && find . -type f -printf "%P %m\\n" | sort');
    return said.split("\n").filter((line) => line !== "");
  };

  test("takes the place of what was there, file by file; what no release has any more goes, and what the machine made stays", () => {
    expect(place(root)).toMatchObject({ status: 0, complained: "" });
    const placed = there();
    expect(placed).toContain("systemd/system/mien-update.path 644");
    expect(placed).toContain("systemd/system/mien-safe.service.d/sandbox.conf 644");
    write("etc/systemd/system/mien-old.service", "");
    write("etc/systemd/system/other.service", "");
    write("etc/systemd/system/mien.service.d/sound.conf", "");
    write("etc/systemd/system/mien.service", "half of it");
    expect(place(root)).toMatchObject({ status: 0, complained: "" });
    expect(there()).toEqual(
      [
        ...placed,
        "systemd/system/mien.service.d/sound.conf 644",
        "systemd/system/other.service 644",
      ].toSorted(),
    );
    expect(readFileSync(join(folder, "etc/systemd/system/mien.service"), "utf8")).toContain("[Service]");
  });
});

describe("a kernel that can't keep memory out of swap", () => {
  const group = "/system.slice/mien.service";
  const disabled = "cpuset cpu io pids\n";
  const enabled = "cpuset cpu io memory hugetlb pids\n";
  /** `has`: what is in the control group of mien.service; null where it does not run. */
  function told(controllers: string | null, has: readonly string[] | null): ReturnType<typeof bash> {
    mkdirSync(join(folder, "cgroup", has === null ? "" : group), { recursive: true });
    if (controllers !== null) write("cgroup/cgroup.controllers", controllers);
    for (const file of has ?? []) write(`cgroup${group}/${file}`, "0\n");
    return withLibrary(`. "${root}/scripts/lib/activate.sh"; cgroups="${folder}/cgroup"
      systemctl() { [[ "$*" == "show --property=ControlGroup --value mien.service" ]] && echo "${has === null ? "" : group}"; }
      tell_of_swap`);
  }

  test.each<[string, string, readonly string[] | null, RegExp]>([
    ["control of memory", disabled, [], /swap.*Add cgroup_enable=memory to its command line/],
    ["it, while Mien does not run", disabled, null, /swap.*Add cgroup_enable=memory to its command line/],
    ["an account of swap", enabled, ["memory.max"], /swap.*Take swapaccount=0 out of its command line/],
  ])("for want of %s is told of with its cure, and stops nothing", (_, controllers, has, cure) => {
    const { status, said } = told(controllers, has);
    expect(status).toBe(0);
    expect(said).toMatch(cure);
  });

  test.each<[string, string | null, readonly string[] | null]>([
    ["has both", enabled, ["memory.max", "memory.swap.max"]],
    ["has control of memory, and Mien does not run", enabled, null],
    ["can't be asked", null, []],
  ])("is not told of where it %s", (_, controllers, has) => {
    expect(told(controllers, has)).toMatchObject({ status: 0, said: "" });
  });

  test("is told of whenever a release is activated, by an update too", () => {
    const activated = withLibrary(`. "${root}/scripts/lib/activate.sh"
      for part in place_units give_restarts give_sound switch_to systemctl; do eval "$part() { echo $part >>${folder}/done; }"; done
      tell_of_swap() { tail -n 1 "${folder}/done"; }
      activate release`);
    // Once it runs.
    expect(activated).toMatchObject({ status: 0, said: "systemctl\n" });
    expect(readFileSync(join(root, "scripts/update"), "utf8")).toMatch(/install" --activate "\$release"/);
  });
});
