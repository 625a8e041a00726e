import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { once, type Scenario, uninterruptedS } from "./scenario.ts";

// From dist/test/appliance/scenarios/.
const program = resolve(import.meta.dirname, "../../../../test/appliance/machine/pretended-browser.mjs");
const inside = "/run/pretended-browser.mjs";
const code = "/run/mien-screen/kiosk-code";
const node = "/opt/mien/current/bin/node";

/** All of the unit but the browser itself, and the program that brings its terminal to the front. */
const dropIn = `[Service]
ExecStartPre=
ExecStart=
ExecStart=${node} /opt/mien/current/dist/scripts/kiosk/main.js ${node} ${inside}
`;
const folder = "/run/systemd/system/mien-kiosk.service.d";
const atKiosk = "journalctl --identifier=mien-kiosk --output=cat --no-pager | grep -c '^seat kiosk$'";

export const screenSignsIn: Scenario = {
  title: "the screen signs in with its code, which nobody else can read or use again",
  times: once,
  hostS: 77,
  allowedS: uninterruptedS,
  async run({ guest, ear }) {
    await guest.sh(`mkdir -p ${folder}
      cat >${inside} <<'PROGRAM'\n${readFileSync(program, "utf8")}\nPROGRAM
      cat >${join(folder, "browser.conf")} <<'UNIT'\n${dropIn}\nUNIT
      systemctl daemon-reload`);
    let used = "";
    // Twice: a browser that was started again has lost its cookie, and there is another code for it.
    for (const round of [1, 2]) {
      const before = await guest.sh(`cat ${code}`);
      await guest.sh("systemctl restart mien-kiosk.service");
      await guest.holds("the page at the kiosk's seat", `(($(${atKiosk}) >= ${round}))`, 60);
      await guest.holds("another code", `[ "$(cat ${code})" != "${before}" ]`, 5);
      const found = {
        folder: await guest.sh("stat -c '%a %U %G' /run/mien-screen"),
        file: await guest.sh(`stat -c '%a %U %G' ${code}`),
        toOthers: await guest.sh(
          `setpriv --reuid=nobody --regid=nogroup --clear-groups cat ${code} 2>&1 || true`,
        ),
      };
      const expected = {
        folder: "2750 mien mien-kiosk",
        file: "640 mien mien-kiosk",
        toOthers: `cat: ${code}: Permission denied`,
      };
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`The code: ${JSON.stringify(found)}, and not ${JSON.stringify(expected)}.`);
      used = before;
    }
    // Last of all: after a wrong code the next one has to wait.
    const again = await guest.sh(
      `curl -sS -o /dev/null -w '%{http_code}' localhost:7373/api/kiosk -H 'content-type: application/json' -d '{"code": "${used}"}'`,
    );
    if (again !== "403") throw new Error(`The code that was used already was answered with ${again}.`);
    await guest.sh(`systemctl stop mien-kiosk.service && rm -r ${folder} && systemctl daemon-reload`);
    await ear.music();
    return ear.longestSilence();
  },
};
