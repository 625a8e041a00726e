import { step } from "../progress.ts";
import { expectNoMemoryOnDisk } from "./no-memory-on-disk.ts";
import { once, type Scenario, uninterruptedS } from "./scenario.ts";

export const firstSound: Scenario = {
  title: "installed from its tarball, and started with the machine",
  times: once,
  hostS: 25,
  allowedS: uninterruptedS,
  async run({ guest, ear }) {
    await guest.sh("systemctl is-active --quiet mien.service && systemctl is-enabled --quiet mien.service");
    const status = await guest.sh("systemctl show --property=StatusText --value mien.service");
    if (!status.startsWith("http://127.0.0.1:7373")) throw new Error(`mien.service says "${status}".`);
    const exposure = await guest.sh("systemd-analyze security --no-pager mien.service | tail -n 1");
    const [, level] = /level for mien\.service: (\d\.\d)/.exec(exposure) ?? [];
    if (!(Number(level) <= 2)) throw new Error(`Its exposure is ${exposure}.`);
    step(`systemd counts an exposure of ${level}`);
    await expectNoMemoryOnDisk(guest, "dist/src/daemon/main.js", "mpv ");
    await ear.music();
    return ear.longestSilence();
  },
};
