import { join } from "node:path";
import type { Accelerator } from "../images/accelerator.ts";
import type { Kernel } from "../images/kernel.ts";

export interface MachineParts {
  accelerator: Accelerator;
  kernel: Kernel;
  /** The system's disk, a qcow2 image that is written to. */
  disk: string;
  /** A file that the machine sees as a second, read-only disk. */
  cargo?: string;
}

/** The same for a boot and for going on from a snapshot, which wants the devices that it was made with. */
export function qemuArguments({ accelerator, kernel, disk, cargo }: MachineParts, folder: string): string[] {
  const at = (name: string) => join(folder, name);
  const { architecture } = kernel;
  const socket = (name: string) => `path=${at(name)},server=on,wait=off`;
  return [
    ...[...accelerator.options, ...architecture.computer, "-m", "1536"],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-kernel", kernel.image, "-initrd", kernel.initrd],
    // "auto": what takes long, or fails, is told on the console, where it is found when the machine does not start.
    ...["-append", `${architecture.kernelWords} quiet panic=-1 mitigations=off systemd.show_status=auto`],
    ...["-chardev", `file,id=console,path=${at("console")},append=on`, "-serial", "chardev:console"],
    ...["-chardev", `file,id=told,path=${at("told")},append=on`],
    ...["-qmp", `unix:${socket("monitor").slice("path=".length)}`],
    ...["-drive", `file=${disk},if=none,id=disk,format=qcow2,cache=writeback`],
    ...["-device", "virtio-blk-pci,drive=disk"],
    ...["-device", "virtio-serial-pci", "-chardev", `socket,id=agent,${socket("agent")}`],
    ...["-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0", ...architecture.speaks.device],
    ...["-device", "virtio-rng-pci", "-device", "qemu-xhci,id=usb"],
    ...["-audiodev", `wav,id=speaker,path=${at("usb-speaker.wav")},out.frequency=48000`],
    ...(cargo ? ["-drive", `file=${cargo},if=none,id=cargo,format=raw,readonly=on`] : []),
    ...(cargo ? ["-device", "virtio-blk-pci,drive=cargo"] : []),
  ];
}
