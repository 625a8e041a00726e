import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { arch, cpus, release, totalmem } from "node:os";
import { promisify } from "node:util";

/** What kind of machine it is. No serial number, no name that somebody gave it, no address. */
export async function hardwareFacts() {
  const usb = await usbDevices();
  return {
    model: firstLine(
      (await text("/proc/device-tree/model")) || (await text("/sys/devices/virtual/dmi/id/product_name")),
    ),
    architecture: arch(),
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? null,
    memoryBytes: totalmem(),
    kernel: release(),
    system: /^PRETTY_NAME="?([^"\n]*)/m.exec(await text("/etc/os-release"))?.[1] ?? null,
    usb,
    cameras: (await names("/sys/class/video4linux")).length,
    soundCards: (await names("/proc/asound")).filter((name) => /^card\d+$/.test(name)).length,
  };
}

/** Of the programs that Mien starts; null for one that is not there. */
export async function programVersions() {
  const [mpv, ffmpeg, systemd] = await Promise.all([
    versionOf("mpv", ["--version"]),
    versionOf("ffmpeg", ["-version"]),
    versionOf("systemctl", ["--version"]),
  ]);
  return { node: process.version, mpv, ffmpeg, systemd };
}

async function versionOf(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { timeout: 5_000 });
    return /\d+(\.\d+)*/.exec(firstLine(stdout))?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Maker and product by number, which tell a camera's kind and not which one it is. */
async function usbDevices(): Promise<readonly string[]> {
  const folder = "/sys/bus/usb/devices";
  const ids = await Promise.all(
    (await names(folder)).map(async (name) => {
      const [vendor, product] = await Promise.all([
        text(`${folder}/${name}/idVendor`),
        text(`${folder}/${name}/idProduct`),
      ]);
      return vendor && product ? `${vendor.trim()}:${product.trim()}` : "";
    }),
  );
  return ids.filter((id) => id !== "").sort();
}

const text = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");
const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
const firstLine = (many: string): string => many.split(/[\n\0]/, 1)[0] ?? "";
