import type { Guest } from "../machine/guest.ts";
import { longOnly, type Scenario } from "./scenario.ts";

/** Packing, checking and unpacking a quarter of a gigabyte takes an emulated machine minutes. */
const installLimitMs = 3_600_000;
const installed = "/opt/mien/current";

/**
 * The release that runs, as a tarball with its checksum; not compressed, and with what was timed on this machine: either
 * takes an emulated one minutes, and is no part of this.
 */
const pack = `cd /root && tar -cf mien-again.tar.gz --transform='s#^\\.#mien-again#S' -C ${installed} . &&
  sha256sum mien-again.tar.gz >mien-again.tar.gz.sha256`;
/** As docs/install.md tells. */
const install = `cd /root && sha256sum -c mien-again.tar.gz.sha256 && tar -xf mien-again.tar.gz && mien-again/scripts/install --no-kiosk`;

/**
 * Files that go by its name or belong to nobody, wherever they are. The tarball and what came out of it stand aside, and
 * so does what systemd notes in memory of units that were.
 */
const leftovers = `find / /run /dev/shm -xdev '(' -iname '*mien*' -o -nouser -o -nogroup ')' \
  ! -path '/root/mien-again*' ! -path '/run/systemd/*' 2>/dev/null | sort -u`;

export const uninstalled: Scenario = {
  title: "uninstalled, and installed again with all that it had kept; and deleted",
  times: longOnly,
  hostS: 0,
  // It is not there for a while.
  allowedS: null,
  async run({ guest, mien, ear }) {
    await mien.change({ climbMinutes: 17 });
    const settings = await mien.settings();
    await guest.sh(pack, installLimitMs);

    await guest.sh(`${installed}/scripts/uninstall`, installLimitMs);
    await expectLeft(guest, { data: true });
    for (const _ of ["again", "once more"]) {
      await guest.sh(install, installLimitMs);
      await guest.sh("systemctl is-active --quiet mien.service && systemctl is-enabled --quiet mien.service");
      const now = await mien.settings();
      if (now !== settings) throw new Error(`The settings were ${settings}, and now they are ${now}.`);
      await ear.music();
    }

    await guest.sh(`${installed}/scripts/uninstall --delete-data`, installLimitMs);
    await expectLeft(guest, { data: false });
    const left = await guest.sh(leftovers, installLimitMs);
    if (left !== "") throw new Error(`This was left of it:\n${left}`);
    return null;
  },
};

/** No program of it, no unit, no process of its users; and its data, or not. */
async function expectLeft(guest: Guest, { data }: { data: boolean }): Promise<void> {
  const found = {
    programs: await guest.sh("ls -d /opt/mien 2>/dev/null || true"),
    units: await guest.sh("systemctl list-unit-files --no-legend 'mien*' || true"),
    processes: await guest.sh("pgrep -l -f '[o]pt/mien|[m]pv' || true"),
    data: await guest.sh("ls /var/lib/mien/mien.db 2>/dev/null || true"),
    users: await guest.sh("getent passwd mien mien-kiosk | cut -d : -f 1 || true"),
  };
  const expected = {
    programs: "",
    units: "",
    processes: "",
    data: data ? "/var/lib/mien/mien.db" : "",
    users: data ? "mien\nmien-kiosk" : "",
  };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`After taking it away: ${JSON.stringify(found)}, and not ${JSON.stringify(expected)}.`);
}
