import type { Appliance } from "../appliance.ts";
import { longOnly, type Scenario } from "./scenario.ts";

const isSafeMode = "systemctl is-active --quiet mien-safe.service";
/** One that is there; 0 while none is. */
const daemon = "systemctl show --property=MainPID --value mien.service";

/** Music without the daemon; and with it again, for a person who starts it, or by the timer. */
async function playsWithoutDaemon({ guest, mien, ear }: Appliance, by: "person" | "timer"): Promise<void> {
  await guest.holds("its mpv, and no other", "[ $(pgrep -c -u mien -x mpv) = 1 ]", 60);
  await ear.music();
  await guest.sh("systemctl is-active --quiet mien-retry.timer");
  // Its six starts lie closer than they would after ten minutes, and systemd would count them still.
  await guest.sh("systemctl reset-failed mien.service");
  if (by === "person") await guest.sh("systemctl start mien.service", 600_000);
  else await guest.holds("the timer's start of the daemon", "systemctl is-active --quiet mien.service", 300);
  await guest.sh(`! ${isSafeMode}`);
  await mien.until("the daemon's music", '.player.actual.state == "playing"', 60);
  await ear.music();
}

/** Ten minutes otherwise; enough to hear the music that plays meanwhile. */
const retryS = 60;
const timerFolder = "/run/systemd/system/mien-retry.timer.d";

export const safeMode: Scenario = {
  title: "a daemon that dies as often as it is started",
  times: longOnly,
  hostS: 0,
  allowedS: 10,
  async run(appliance) {
    const { guest } = appliance;
    await guest.sh(
      `mkdir -p ${timerFolder}; printf '[Timer]\\nOnActiveSec=\\nOnActiveSec=${retryS}\\n' >${timerFolder}/soon.conf; systemctl daemon-reload`,
    );
    await guest.holds(
      "the safe mode",
      `${isSafeMode} || {
         pid=$(${daemon})
         [ "$pid" = 0 ] || kill -KILL "$pid"
         false
       }`,
      240,
    );
    await playsWithoutDaemon(appliance, "timer");
    return appliance.ear.longestSilence();
  },
};

/**
 * Both are five minutes otherwise. The one that hangs and as many failures at once as systemd allows fit into the second
 * on an emulated machine as well, where each of them takes seconds; six that hang do not, and would bring no safe mode.
 */
const [startS, failuresS] = [20, 60];
/** The hang, its end by force and those failures. */
const safeModeS = 120;
const dropIn = `[Unit]
StartLimitIntervalSec=${failuresS}
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
    const { guest, ear } = appliance;
    try {
      await guest.sh(
        `mkdir -p ${folder}; cat >${folder}/start.conf <<'UNIT'\n${dropIn}\nUNIT\nsystemctl daemon-reload`,
      );
      await hang(appliance);
      await ear.music();
      // Only by the failures at once that follow it.
      await guest.holds("the safe mode", isSafeMode, safeModeS);
      await guest.sh("journalctl -u mien.service --no-pager | grep -q 'start operation timed out'");
    } finally {
      // Later starts take longer than this allows.
      await guest.sh(`rm -rf ${folder}; systemctl daemon-reload`);
    }
    await playsWithoutDaemon(appliance, "person");
    return ear.longestSilence();
  },
};

/** The next daemon is held as soon as it is there: long before it has said that it is ready. */
async function hang({ guest, mien }: Appliance): Promise<void> {
  const before = await mien.daemon();
  await guest.sh(
    `kill -KILL ${before}
     until pid=$(${daemon}); [ "$pid" != 0 ] && [ "$pid" != ${before} ]; do :; done
     kill -STOP "$pid"
     [ "$(systemctl show --property=ActiveState --value mien.service)" = activating ]`,
    600_000,
  );
}
