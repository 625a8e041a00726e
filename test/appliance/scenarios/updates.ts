import type { Guest } from "../machine/guest.ts";
import { longOnly, type Scenario } from "./scenario.ts";

/** Emulated machines take minutes to check a quarter of a gigabyte, and then the new version is watched for one. */
const updateLimitMs = 3_600_000;
const next = "99.0.0";

/** Of the release that runs, what the next one has in another form. */
const changed = ["RELEASE", "SHA256SUMS", "dist/src/daemon/main.js"];

/** The release that runs, with another version and whatever else is done to it: a tarball with its checksum. */
async function makeNext(guest: Guest, change = "true"): Promise<void> {
  await guest.sh(
    `set -e; mkdir -p /root/mien-next/dist/src/daemon; cd /root/mien-next
     for file in ${changed.join(" ")}; do cp /opt/mien/current/$file $file; done
     sed -i 's/^version .*/version ${next}/' RELEASE
     ${change}
     grep -vE '  (RELEASE|dist/src/daemon/main.js)$' SHA256SUMS >sums
     sha256sum RELEASE dist/src/daemon/main.js >>sums; mv sums SHA256SUMS
     cd /root; tar -cf mien-next.tar.gz mien-next
     tar -rf mien-next.tar.gz -C /opt/mien/current --transform='s#^\\.#mien-next#' \
       ${["build/model-choice.json", ...changed].map((file) => `--exclude=./${file}`).join(" ")} .
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

export const brokenUpdate: Scenario = {
  title: "an update to a version that dies",
  times: longOnly,
  hostS: 0,
  // There, and back again.
  allowedS: 2 * switchS,
  async run({ guest, mien, ear }) {
    const [before, settings] = [await version(guest), await mien.settings()];
    // It is ready, it plays, and it spoils the database before it dies: only watching it shows that it is worse.
    const worse = `setTimeout(() => { fs.writeFileSync("/var/lib/mien/mien.db", "spoilt"); process.exit(1); }, 20_000);`;
    await makeNext(guest, `printf '\\n%s\\n' 'import fs from "node:fs"; ${worse}' >>dist/src/daemon/main.js`);
    const { code, output } = await guest.run(update, updateLimitMs);
    if (code !== 1 || !output.includes(`${before} runs again, with its data`))
      throw new Error(`The update ended with status ${code}: ${output}`);
    const now = await version(guest);
    if (now !== before) throw new Error(`After the broken update version ${now} runs.`);
    if ((await mien.settings()) !== settings) throw new Error("Going back has lost the settings.");
    await ear.music();
    return ear.longestSilence();
  },
};
