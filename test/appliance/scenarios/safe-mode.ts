import type { Appliance } from "../appliance.ts";
import { longOnly, type Scenario } from "./scenario.ts";

const isSafeMode = "systemctl is-active --quiet mien-safe.service";
/** One that is there; 0 while none is. */
const daemon = "systemctl show --property=MainPID --value mien.service";

/** Music without the daemon; and with it again, for a person who starts it, as the timer would. */
async function playsWithoutDaemon({ guest, mien, ear }: Appliance): Promise<void> {
  await guest.holds("its mpv, and no other", "[ $(pgrep -c -u mien -x mpv) = 1 ]", 60);
  await ear.music();
  await guest.sh("systemctl is-active --quiet mien-retry.timer");
  await guest.sh("systemctl reset-failed mien.service; systemctl start mien.service", 600_000);
  await guest.sh(`! ${isSafeMode}`);
  await mien.until("the daemon's music", '.player.actual.state == "playing"', 60);
  await ear.music();
}

export const safeMode: Scenario = {
  title: "a daemon that dies as often as it is started",
  times: longOnly,
  hostS: 0,
  allowedS: 10,
  async run(appliance) {
    await appliance.guest.holds(
      "the safe mode",
      `${isSafeMode} || {
         pid=$(${daemon})
         [ "$pid" = 0 ] || kill -KILL "$pid"
         false
       }`,
      240,
    );
    await playsWithoutDaemon(appliance);
    return appliance.ear.longestSilence();
  },
};

/** In the place of five minutes: those that a start may take, and those in which six of them may fail. */
const startS = 20;
const dropIn = `[Unit]
StartLimitIntervalSec=${startS}
[Service]
TimeoutStartSec=${startS}
`;
const folder = "/run/systemd/system/mien.service.d";

export const hungStart: Scenario = {
  title: "a daemon whose start hangs",
  times: longOnly,
  hostS: 0,
  allowedS: 10,
  async run(appliance) {
    const { guest, mien, ear } = appliance;
    await guest.sh(
      `mkdir -p ${folder}; cat >${folder}/start.conf <<'UNIT'\n${dropIn}\nUNIT\nsystemctl daemon-reload`,
    );
    const before = await mien.daemon();
    // The next one is held as soon as it is there: long before it has said that it is ready.
    await guest.sh(
      `kill -KILL ${before}
       until pid=$(${daemon}); [ "$pid" != 0 ] && [ "$pid" != ${before} ]; do :; done
       kill -STOP "$pid"
       [ "$(systemctl show --property=ActiveState --value mien.service)" = activating ]`,
      600_000,
    );
    await ear.music();
    // Without the failures at once that follow it, five more of them would hang for as long each.
    await guest.holds("the safe mode", isSafeMode, 2 * startS);
    await guest.sh("journalctl -u mien.service --no-pager | grep -q 'start operation timed out'");
    await guest.sh(`rm -r ${folder}; systemctl daemon-reload`);
    await playsWithoutDaemon(appliance);
    return ear.longestSilence();
  },
};
