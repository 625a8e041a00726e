import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { removableDrives } from "./drives.ts";

let top: string;
let mounts: string[];
beforeEach(async () => {
  top = await temporaryFolder();
  mounts = [];
});

const where = () => ({
  mountinfo: join(top, "mountinfo"),
  sys: join(top, "sys"),
  byLabel: join(top, "by-label"),
  byUuid: join(top, "by-uuid"),
});

/** A partition as the kernel tells of it. */
async function plug(disk: {
  on: string;
  name: string;
  device: string;
  files?: Readonly<Record<string, string>>;
}): Promise<void> {
  const whole = join(top, "sys/devices", disk.on, "block", disk.name);
  const partition = join(whole, `${disk.name}1`);
  await mkdir(partition, { recursive: true });
  await writeFile(join(partition, "partition"), "1\n");
  for (const [name, text] of Object.entries({ removable: "0\n", ...disk.files })) {
    await mkdir(dirname(join(whole, name)), { recursive: true });
    await writeFile(join(whole, name), text);
  }
  await mkdir(join(top, "sys/dev/block"), { recursive: true });
  await symlink(partition, join(top, "sys/dev/block", disk.device));
}

async function mount(device: string, path: string, source: string, root = "/"): Promise<void> {
  await mkdir(path.replaceAll("\\040", " "), { recursive: true });
  mounts.push(
    `36 35 ${device} ${root} ${path} rw,nosuid shared:1 master:2 - vfat ${source} rw,errors=remount-ro`,
  );
  await writeFile(where().mountinfo, `${mounts.join("\n")}\n`);
}

const paths = async () => (await removableDrives(where())).map(({ path }) => path);

test("a stick, a disk on USB and an SD card are drives; the system's own disk never is", async () => {
  await plug({ on: "pci0/usb1/1-2/host4", name: "sdb", device: "8:17", files: { removable: "1\n" } });
  await plug({ on: "pci0/usb2/2-1/host5", name: "sdc", device: "8:33" });
  await plug({ on: "mmc/mmc1", name: "mmcblk1", device: "179:9", files: { "device/type": "SD\n" } });
  await plug({ on: "mmc/mmc0", name: "mmcblk0", device: "179:1", files: { "device/type": "SD\n" } });
  await plug({ on: "pci0/ata1", name: "sda", device: "8:1" });
  await mount("8:17", `${top}/stick`, "/dev/sdb1");
  await mount("8:33", `${top}/disk`, "/dev/sdc1");
  await mount("179:9", `${top}/card`, "/dev/mmcblk1p1");
  await mount("179:1", `${top}/other-part-of-the-system-card`, "/dev/mmcblk0p1");
  mounts.push("20 1 179:1 / / rw - ext4 /dev/mmcblk0p2 rw");
  await mount("8:1", `${top}/inside`, "/dev/sda1");
  expect(await paths()).toEqual([`${top}/stick`, `${top}/disk`, `${top}/card`]);
});

test("its label, its room and what it is known by are told, with spaces as they are", async () => {
  await plug({ on: "usb1/1-2", name: "sdb", device: "8:17" });
  await mount("8:17", `${top}/my\\040stick`, "/dev/sdb1");
  await mkdir(join(top, "by-label"));
  await symlink(join(top, "sys/dev/block/8:17"), join(top, "by-label", "BEST\\x20OF"));
  await mkdir(join(top, "by-uuid"));
  await symlink(join(top, "sys/dev/block/8:17"), join(top, "by-uuid", "4A2F-11C0"));
  expect(await removableDrives(where())).toEqual([
    {
      path: `${top}/my stick`,
      label: "BEST OF",
      ...{ device: "8:17", uuid: "4A2F-11C0" },
      totalBytes: expect.any(Number),
      freeBytes: expect.any(Number),
    },
  ]);
});

test("a folder of it that is mounted elsewhere, and a second mount of it, are not told again", async () => {
  await plug({ on: "usb1/1-2", name: "sdb", device: "8:17" });
  await mount("8:17", `${top}/stick`, "/dev/sdb1");
  await mount("8:17", `${top}/again`, "/dev/sdb1");
  await mount("8:17", `${top}/part`, "/dev/sdb1", "/Music");
  expect(await paths()).toEqual([`${top}/stick`]);
});

test("what is no disk, is gone, or makes no sense is passed over", async () => {
  await writeFile(
    where().mountinfo,
    "nonsense\n\n1 2 3\n30 1 0:5 / /dev rw - devtmpfs devtmpfs rw\n31 1 8:99 / /nowhere rw - ext4 /dev/sdz9 rw\n",
  );
  expect(await paths()).toEqual([]);
  const nowhere = "/nowhere";
  const told = { mountinfo: nowhere, sys: nowhere, byLabel: nowhere, byUuid: nowhere };
  expect(await removableDrives(told)).toEqual([]);
});

test("this machine's own kernel is understood", async () => {
  for (const drive of await removableDrives()) expect(drive.totalBytes).toBeGreaterThan(0);
});
