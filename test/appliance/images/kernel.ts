import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Architecture } from "./architecture.ts";
import { cached } from "./cache.ts";
import { command } from "./command.ts";
import { aptFor, newestKernel, unpackPackage } from "./host-apt.ts";
import { addLoopbackCamera } from "./loopback-camera.ts";

export interface Kernel {
  architecture: Architecture;
  image: string;
  initrd: string;
  /** lib/modules, with those modules alone that the machine can need. */
  modules: string;
}

/** What the root file system needs. */
const bootModules = ["virtio_pci", "virtio_blk", "ext4", "crc32c_generic"];
/** What the system in the machine, and the hardware that scenarios pretend, need. */
const guestModules = [
  ...[
    "virtio_console",
    "virtio_rng",
    "virtio_net",
    "xhci_pci",
    "autofs4",
    "configfs",
    "efi_pstore",
    "ipv6",
    "overlay",
  ],
  ...["snd-aloop", "snd_usb_audio", "vivid", "videodev", "uvcvideo", "v4l2loopback"],
  ...["uhid", "hid", "hid_generic", "usbhid", "uinput", "evdev", "loop", "squashfs", "fuse", "nf_tables"],
];

const init = `#!/bin/sh
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
while read module; do insmod "/modules/$module"; done </modules/order
tries=0
until [ -b /dev/vda ] || [ $tries = 300 ]; do sleep 0.1; tries=$((tries + 1)); done
mount -t ext4 /dev/vda /root || { echo "There is no disk to start from."; poweroff -f; }
mount --move /dev /root/dev; mount --move /sys /root/sys; mount --move /proc /root/proc
exec switch_root /root /sbin/init
`;

/** Debian's newest kernel, unpacked and not installed, with an initial file system of busybox and four modules. */
export async function makeKernel(architecture: Architecture): Promise<Kernel> {
  const apt = await aptFor(architecture);
  const name = await newestKernel(architecture, apt);
  const modules = [...bootModules, ...guestModules, ...architecture.modules];
  const ingredients = [name, init, ...modules];
  const folder = await cached(`${architecture.prefix}kernel`, ingredients, async (folder) => {
    const version = name.replace("linux-image-", "");
    await unpackPackage(name, folder, apt);
    await unpackPackage("busybox-static", folder, apt);
    await addLoopbackCamera(folder, { version, architecture, apt });
    await command("depmod", ["-b", folder, version]);
    const load = async (modules: readonly string[]) => {
      const listed = await Promise.all(
        modules.map((module) =>
          command("modprobe", ["-d", folder, "-S", version, "--show-depends", module]).catch(() => ""),
        ),
      );
      return [
        ...new Set(
          listed
            .join("\n")
            .split("\n")
            .flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []),
        ),
      ];
    };

    const kept = join(folder, "kept/lib/modules", version);
    mkdirSync(kept, { recursive: true });
    const all = join(folder, "lib/modules", version);
    for (const file of readdirSync(all).filter((name) => /^modules\.(order|builtin)/.test(name)))
      cpSync(join(all, file), join(kept, file));
    for (const path of await load(modules)) {
      const target = path.replace(all, kept);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(path, target);
    }
    await command("depmod", ["-b", join(folder, "kept"), version]);
    await makeInitrd(folder, await load(bootModules));
    cpSync(join(folder, `boot/vmlinuz-${version}`), join(folder, "vmlinuz"));
    await command("rm", ["-rf", "boot", "lib", "usr", "bin", "initrd"], { cwd: folder });
  });
  return {
    architecture,
    image: join(folder, "vmlinuz"),
    initrd: join(folder, "initrd.gz"),
    modules: join(folder, "kept/lib/modules"),
  };
}

async function makeInitrd(folder: string, modules: readonly string[]): Promise<void> {
  const inside = join(folder, "initrd");
  for (const name of ["bin", "modules", "proc", "sys", "dev", "root"])
    mkdirSync(join(inside, name), { recursive: true });
  const [busybox] = ["bin/busybox", "usr/bin/busybox"].map((path) => join(folder, path));
  cpSync(busybox as string, join(inside, "bin/busybox"));
  for (const applet of ["sh", "mount", "insmod", "switch_root", "sleep", "poweroff"])
    symlinkSync("busybox", join(inside, "bin", applet));
  for (const path of modules) cpSync(path, join(inside, "modules", basename(path)));
  writeFileSync(join(inside, "modules/order"), modules.map((path) => `${basename(path)}\n`).join(""));
  writeFileSync(join(inside, "init"), init);
  chmodSync(join(inside, "init"), 0o755);
  await command("bash", ["-c", "find . | cpio -o -H newc --quiet | gzip -1 >../initrd.gz"], { cwd: inside });
}
