import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import type { Kernel } from "./kernel.ts";

export interface Accelerator {
  /** For people. */
  name: string;
  /** For QEMU. */
  options: readonly string[];
}

const kvm: Accelerator = { name: "KVM", options: ["-accel", "kvm", "-smp", "2"] };

/**
 * Emulation is ten times slower, and more where the host has other things to do, but the machine must not notice: its
 * clock counts its own instructions, a billionth of a second each. So it is a computer with one core of 1 GHz, less
 * than a Raspberry Pi has, and its seconds are as long as it needs. What has to happen within 5 s of its time is the
 * same promise here as there, however long the host takes.
 */
const emulated: Accelerator = {
  name: "an emulated machine (KVM does not work here), which has a time of its own",
  options: [
    ...["-accel", "tcg,thread=single,tb-size=512", "-smp", "1"],
    // Idle time passes as fast as outside, never faster: the machine must not run ahead of those who look at it.
    ...["-icount", "shift=0,sleep=on"],
  ],
};
const bootsWithinMs = 10_000;

/**
 * KVM where it works, and else emulation. A machine that is itself virtual may have /dev/kvm and still hang in it, so a
 * kernel is booted until it finds that it has no disk.
 */
export async function findAccelerator(kernel: Kernel): Promise<Accelerator> {
  const { architecture } = kernel;
  if (architecture.name !== process.arch) return emulated;
  try {
    accessSync("/dev/kvm", constants.R_OK | constants.W_OK);
  } catch {
    return emulated;
  }
  const qemu = spawn(architecture.qemu, [
    ...[...kvm.options, ...architecture.computer, "-m", "512", "-nodefaults", "-display", "none"],
    ...["-no-reboot", "-serial", "stdio", "-kernel", kernel.image],
    ...["-append", `${architecture.kernelWords} panic=-1`],
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
  return booted ? kvm : emulated;
}
