import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import type { Kernel } from "./kernel.ts";

const emulated = "tcg,thread=multi,tb-size=512";
const bootsWithinMs = 10_000;

/**
 * KVM where it works, and else emulation, ten times slower. A machine that is itself virtual may have /dev/kvm and
 * still hang in it, so a kernel is booted until it finds that it has no disk.
 */
export async function findAccelerator(kernel: Kernel): Promise<string> {
  try {
    accessSync("/dev/kvm", constants.R_OK | constants.W_OK);
  } catch {
    return emulated;
  }
  const qemu = spawn("qemu-system-x86_64", [
    ...["-accel", "kvm", "-machine", "q35", "-cpu", "max", "-m", "512", "-nodefaults", "-display", "none"],
    ...["-no-reboot", "-serial", "stdio", "-kernel", kernel.image, "-append", "console=ttyS0 panic=-1"],
  ]);
  const booted = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), bootsWithinMs);
    let printed = "";
    qemu.stdout.on("data", (chunk) => {
      printed += chunk;
      if (!printed.includes("Unable to mount root fs")) return;
      clearTimeout(timer);
      resolve(true);
    });
    qemu.once("exit", () => {
      clearTimeout(timer);
      resolve(printed.includes("Unable to mount root fs"));
    });
    qemu.once("error", () => resolve(false));
  });
  qemu.kill("SIGKILL");
  return booted ? "kvm" : emulated;
}
