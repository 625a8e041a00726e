import type { Guest } from "../machine/guest.ts";
import { step } from "../progress.ts";
import { longOnly, type Scenario } from "./scenario.ts";

/** Emulated machines take minutes to check a quarter of a gigabyte, and then the new version is watched for one. */
const updateLimitMs = 3_600_000;
const next = "99.0.0";

const migrations = "dist/src/store/migrations/all.js";
/** Of the release that runs, what the next one has in another form. */
const changed = ["RELEASE", "dist/src/daemon/main.js", migrations];

/** The release that runs, with another version and whatever else is done to it: a tarball with its checksum. */
async function makeNext(guest: Guest, change = "true"): Promise<void> {
  const apart = ["build/model-choice.json", "SHA256SUMS", ...changed].map((file) => `--exclude=./${file}`);
  await guest.sh(
    `set -e; mkdir /root/mien-next; cd /root/mien-next
     for file in SHA256SUMS ${changed.join(" ")}; do install -D /opt/mien/current/$file $file; done
     sed -i 's/^version .*/version ${next}/' RELEASE
     ${change}
     grep -vE '  (${changed.join("|")})$' SHA256SUMS >sums
     sha256sum ${changed.join(" ")} >>sums; mv sums SHA256SUMS
     cd /root; tar -cf mien-next.tar.gz mien-next
     tar -rf mien-next.tar.gz -C /opt/mien/current --transform='s#^\\.#mien-next#S' ${apart.join(" ")} .
     sha256sum mien-next.tar.gz >mien-next.tar.gz.sha256; rm -r mien-next`,
    updateLimitMs,
  );
}

const update = "/opt/mien/current/scripts/update /root/mien-next.tar.gz";
const version = (guest: Guest) => guest.sh("sed -n 's/^version //p' /opt/mien/current/RELEASE");
/** The daemon stops, the data is copied, and the next one starts. */
const switchS = 30;

export const goodUpdate: Scenario = {
  title: "an update to a version that is well",
  times: longOnly,
  hostS: 0,
  allowedS: switchS,
  async run({ guest, mien, ear }) {
    const settings = await mien.settings();
    await makeNext(guest);
    await guest.sh(update, updateLimitMs);
    const now = await version(guest);
    if (now !== next) throw new Error(`After the update version ${now} runs.`);
    if ((await mien.settings()) !== settings) throw new Error("The update has lost the settings.");
    await ear.music();
    return ear.longestSilence();
  },
};

/** What it does to the database, before its first song: the version before can't open what comes of it. */
const migration = `CREATE TABLE of_the_next (word TEXT) STRICT; DELETE FROM settings WHERE name = 'climbMinutes'`;
/** It brings the database to its own version, is ready and plays, and dies then: only watching it shows that it is worse. */
const dying = `printf '\\n%s\\n' 'migrations.push(${JSON.stringify(migration).replaceAll("'", `'"'"'`)});' >>${migrations}
   printf '\\n%s\\n' 'setTimeout(() => process.exit(1), 20_000);' >>dist/src/daemon/main.js`;
/** Of the database at a path. */
const databaseVersion = (guest: Guest, path: string) =>
  guest.sh(
    `cd /opt/mien/current && bin/node -e 'const Database = require("better-sqlite3");
       console.log(new Database(process.argv[1], { readonly: true }).pragma("user_version", { simple: true }))' ${path}`,
  );

export const brokenUpdate: Scenario = {
  title: "an update to a version that dies",
  times: longOnly,
  hostS: 0,
  // There, and back again.
  allowedS: 2 * switchS,
  async run({ guest, mien, ear }) {
    await mien.change({ climbMinutes: 17 });
    const [before, settings] = [await version(guest), await mien.settings()];
    const data = await databaseVersion(guest, "/var/lib/mien/mien.db");
    await makeNext(guest, dying);
    const { code, output } = await guest.run(update, updateLimitMs);
    if (code !== 1 || !output.includes(`${before} runs again, with its data`))
      throw new Error(`The update ended with status ${code}: ${output}`);
    const now = await version(guest);
    if (now !== before) throw new Error(`After the broken update version ${now} runs.`);
    if ((await mien.settings()) !== settings) throw new Error("Going back has lost the settings.");
    await dataCameBack(guest, Number(data));
    await ear.music();
    return ear.longestSilence();
  },
};

/** To the version of before; what the next one had made of it is set aside. */
async function dataCameBack(guest: Guest, before: number): Promise<void> {
  const versions = [
    await databaseVersion(guest, `/var/lib/mien-backups/*-before-${next}-set-aside/mien.db`),
    await databaseVersion(guest, "/var/lib/mien/mien.db"),
  ];
  if (String(versions) !== String([before + 1, before]))
    throw new Error(`The data was of version ${before}, then of ${versions.join(", and at last of ")}.`);
}

export const updateCutOff: Scenario = {
  title: "a power cut in the minute that watches an update, to a version that dies",
  times: longOnly,
  hostS: 0,
  allowedS: 2 * switchS,
  async run(appliance) {
    await appliance.mien.change({ climbMinutes: 17 });
    const [before, settings] = [await version(appliance.guest), await appliance.mien.settings()];
    const data = await databaseVersion(appliance.guest, "/var/lib/mien/mien.db");
    await makeNext(appliance.guest, dying);
    await appliance.guest.sh(`systemd-run -q --unit=updating ${update}`);
    await appliance.guest.holds(
      "an update that is watched",
      "grep watching /opt/mien/trial/state",
      checkedWithinS,
    );
    const bootedS = await appliance.cutPower();
    step(`music ${bootedS.toFixed(0)} s after the machine's start`);

    // Nobody does anything: the machine's own start judges it.
    await noted(appliance.guest, "^came-back ");
    await appliance.guest.holds("an update that is judged", "[ ! -e /opt/mien/trial ]", 60);
    const now = await version(appliance.guest);
    if (now !== before) throw new Error(`After the power cut version ${now} runs.`);
    if ((await appliance.mien.settings()) !== settings) throw new Error("Going back has lost the settings.");
    await dataCameBack(appliance.guest, Number(data));
    await appliance.ear.music();
    return Math.max(bootedS, await appliance.ear.longestSilence());
  },
};

const send = "curl -sS --fail-with-body -o /dev/null";
const api = "localhost:7373/api/update";
/** Of the machine's own: a quarter of a gigabyte is checked and unpacked, packages are asked for, and a minute is watched. */
const checkedWithinS = 1_200;
/** As the page does it; the key is one that ssh-keygen has made in the machine. */
const askFor = (guest: Guest, key: string) =>
  guest.sh(
    `set -e; cd /root; rm -f mien-next.tar.gz.sig
     [ -f ${key} ] || ssh-keygen -q -t ed25519 -N '' -f ${key}
     ssh-keygen -q -Y sign -n mien-release -f ${key} mien-next.tar.gz
     ${send} -H 'content-type: application/octet-stream' -T mien-next.tar.gz ${api}/release
     ${send} -H 'content-type: application/octet-stream' -T mien-next.tar.gz.sig ${api}/signature
     ${send} -X POST ${api}`,
    updateLimitMs,
  );
/** Once root's half has said what came of it, and has left nothing. */
const noted = (guest: Guest, line: string) =>
  guest.holds(
    `"${line}" in the note of the update`,
    `grep '${line}' /var/lib/mien/last-update && [ ! -e /run/mien-update ] && [ -z "$(ls /var/lib/mien/update)" ]`,
    checkedWithinS,
  );

export const updateByPage: Scenario = {
  title: "an update that an admin's page asks for, signed by a key that is trusted, and not by another one",
  times: longOnly,
  hostS: 0,
  allowedS: switchS,
  async run({ guest, mien, ear }) {
    const [before, settings] = [await version(guest), await mien.settings()];
    await makeNext(guest);
    // Compressed, as a release is; at a level that an emulated machine does in a minute.
    await guest.sh(
      `cd /root && /opt/mien/current/bin/node -e 'process.stdin.pipe(require("zlib").createGzip({ level: 0 })).pipe(process.stdout)' \
         <mien-next.tar.gz >zipped && mv zipped mien-next.tar.gz`,
      updateLimitMs,
    );
    await guest.sh(
      "cd /root && ssh-keygen -q -t ed25519 -N '' -f ours && /opt/mien/current/scripts/update --trust ours.pub",
    );
    await askFor(guest, "theirs");
    await noted(guest, "^refused The signature is none of a key that is trusted");
    const refused = await version(guest);
    if (refused !== before) throw new Error(`After the refused update version ${refused} runs.`);

    await askFor(guest, "ours");
    await noted(guest, `^to ${next}$`);
    const now = await version(guest);
    if (now !== next) throw new Error(`After the update version ${now} runs.`);
    if ((await mien.settings()) !== settings) throw new Error("The update has lost the settings.");
    await ear.music();
    return ear.longestSilence();
  },
};
