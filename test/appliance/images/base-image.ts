import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cache.ts";
import { command } from "./command.ts";
import { hostApt } from "./host-apt.ts";
import type { Kernel } from "./kernel.ts";

/** A small Debian as a person would have it, and what the tests look and listen with. */
const basePackages = [
  ...["systemd-sysv", "udev", "dbus", "libpam-systemd", "kmod", "procps", "iproute2", "ca-certificates"],
  ...["qemu-guest-agent", "alsa-utils", "curl", "jq"],
];

/** Nothing of this has to do with Mien, and each would only use the time of a machine that has little. */
const masked = [
  ...[
    "apt-daily.timer",
    "apt-daily-upgrade.timer",
    "dpkg-db-backup.timer",
    "e2scrub_all.timer",
    "fstrim.timer",
  ],
  ...["man-db.timer", "systemd-timesyncd.service", "getty@tty1.service", "serial-getty@ttyS0.service"],
];

/** An update by the page wants room for the release that is sent, for what is in it, and for a copy of the data. */
const diskSize = "8G";

/**
 * A disk with Debian and with the packages that a release asks for, so that installing it there needs no network.
 * Answers the path of a raw image that nobody may write to.
 */
export async function makeBaseImage(options: {
  codename: string;
  kernel: Kernel;
  packages: readonly string[];
}): Promise<string> {
  if (process.getuid?.() !== 0)
    throw new Error("Making a disk image with Debian's own users and modes takes root: run this with sudo.");
  const { codename, kernel } = options;
  const { prefix, debian } = kernel.architecture;
  const packages = [...new Set([...basePackages, ...options.packages])].toSorted();
  // By the week: Debian's packages change, and a test that never sees that tests an old Debian.
  const week = Math.floor(Date.now() / (7 * 24 * 3600 * 1000));
  const ingredients = [codename, kernel.modules, ...packages, ...masked, String(week), diskSize];
  const folder = await cached(`${prefix}base-${codename}`, ingredients, async (folder) => {
    const system = join(folder, "system");
    const { sources, options } = await hostApt(codename, join(folder, "sources"));
    await command("mmdebstrap", [
      ...["--mode=root", `--architectures=${debian}`, "--variant=minbase", "--format=directory"],
      ...[
        `--include=${packages.join(",")}`,
        "--aptopt=APT::Install-Recommends false",
        ...options.map((line) => `--aptopt=${line}`),
      ],
      ...["--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-exclude=/usr/share/man/*"],
      ...["--dpkgopt=path-exclude=/usr/share/locale/*", "--dpkgopt=force-unsafe-io"],
      ...[codename, system, ...sources],
    ]);
    cpSync(kernel.modules, join(system, "usr/lib/modules"), { recursive: true });
    const etc = join(system, "etc");
    writeFileSync(join(etc, "hostname"), "appliance\n");
    writeFileSync(join(etc, "fstab"), "/dev/vda / ext4 defaults 0 1\n");
    writeFileSync(join(etc, "hosts"), "127.0.0.1 localhost\n::1 localhost\n");
    writeFileSync(join(etc, "resolv.conf"), "");
    writeFileSync(join(etc, "machine-id"), "");
    mkdirSync(join(etc, "modules-load.d"), { recursive: true });
    // The speaker: what is played to its one side is recorded from the other.
    writeFileSync(join(etc, "modules-load.d/speaker.conf"), "snd-aloop\n");
    for (const unit of masked) await command("ln", ["-sf", "/dev/null", join(etc, "systemd/system", unit)]);
    // Where this machine's packages came from is its own affair.
    await command(
      "bash",
      ["-c", "rm -rf etc/apt/sources.list* etc/apt/apt.conf.d/*mmdebstrap var/lib/apt/lists/*"],
      {
        cwd: system,
      },
    );
    const image = join(folder, "disk.raw");
    await command("truncate", ["-s", diskSize, image]);
    await command("mke2fs", [
      "-q",
      "-t",
      "ext4",
      "-F",
      "-E",
      "lazy_itable_init=1,lazy_journal_init=1",
      "-d",
      system,
      image,
    ]);
    await command("rm", ["-rf", system, join(folder, "sources")]);
  });
  return join(folder, "disk.raw");
}
