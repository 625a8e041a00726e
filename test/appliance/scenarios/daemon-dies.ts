import { Ear } from "../machine/ear.ts";
import type { Guest } from "../machine/guest.ts";
import { until } from "../machine/until.ts";
import type { Scenario } from "./scenario.ts";

const daemon = async (guest: Guest) =>
  Number(await guest.sh("systemctl show --property=MainPID --value mien.service"));

const another = (guest: Guest, before: number, limitMs: number) =>
  until(
    "another daemon that is ready",
    async () => {
      const state = await guest.sh(
        "systemctl show --property=ActiveState,MainPID --value mien.service | xargs",
      );
      const [pid, active] = state.split(" ").toSorted();
      return active === "active" && Number(pid) > 0 && Number(pid) !== before;
    },
    limitMs,
  );

export const daemonKilled: Scenario = {
  title: "SIGKILL of the daemon",
  async run({ guest }) {
    const ear = await Ear.open(guest);
    await ear.music();
    const before = await daemon(guest);
    await guest.sh(`kill -KILL ${before}`);
    await another(guest, before, 60_000);
    await ear.music();
    return { silenceS: await ear.longestSilence() };
  },
};

export const daemonHangs: Scenario = {
  title: "SIGSTOP of the daemon",
  async run({ guest }) {
    const ear = await Ear.open(guest);
    await ear.music();
    const before = await daemon(guest);
    await guest.sh(`kill -STOP ${before}`);
    await another(guest, before, 90_000);
    await guest.sh("journalctl -u mien.service --no-pager | grep -q 'Watchdog timeout'");
    await ear.music();
    return { silenceS: await ear.longestSilence() };
  },
};

export const safeMode: Scenario = {
  title: "a daemon that dies as often as it is started",
  async run({ guest }) {
    const ear = await Ear.open(guest);
    await ear.music();
    await guest.sh(
      `until systemctl is-active --quiet mien-safe.service; do
         pid=$(systemctl show --property=MainPID --value mien.service)
         [ "$pid" = 0 ] || kill -KILL "$pid" || true
         sleep 1
       done`,
      300_000,
    );
    await until("its mpv", async () => (await guest.run("pgrep -u mien mpv")).code === 0, 60_000);
    await ear.music();
    await guest.sh("systemctl is-active --quiet mien-retry.timer");
    // A person who starts the daemon again ends it, and so does the timer.
    await guest.sh("systemctl reset-failed mien.service; systemctl start mien.service", 120_000);
    await guest.sh("! systemctl is-active --quiet mien-safe.service");
    await ear.music();
    return { silenceS: await ear.longestSilence() };
  },
};
