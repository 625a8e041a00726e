/** A kind of computer that releases are made for, and all in which its virtual machine differs from another kind's. */
export interface Architecture {
  /** As a release says it. */
  name: "x64" | "arm64";
  /** As Debian says it. */
  debian: "amd64" | "arm64";
  /** What its images are called by before their own names. */
  prefix: "" | "arm64-";
  qemu: string;
  computer: readonly string[];
  kernelWords: string;
  /** Modules that only this kind has a use for. */
  modules: readonly string[];
  /** How the kernel's own makefiles are told to compile for it. */
  compile: readonly string[];
  /** Where the machine speaks to those outside, and the device that `told`, a file, is the other end of. */
  speaks: { path: string; device: readonly string[] };
}

const x64: Architecture = {
  name: "x64",
  debian: "amd64",
  prefix: "",
  qemu: "qemu-system-x86_64",
  computer: ["-machine", "q35", "-cpu", "max"],
  kernelWords: "console=ttyS0 no_timer_check",
  modules: [],
  compile: [],
  speaks: { path: "/dev/ttyS1", device: ["-serial", "chardev:told"] },
};

/** The core of a Raspberry Pi 4, in a computer that Debian's kernel knows without a device tree of its own. */
const arm64: Architecture = {
  name: "arm64",
  debian: "arm64",
  prefix: "arm64-",
  qemu: "qemu-system-aarch64",
  computer: ["-machine", "virt", "-cpu", "cortex-a72"],
  kernelWords: "console=ttyAMA0",
  modules: ["rtc-pl031"],
  compile: ["ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-"],
  speaks: {
    path: "/dev/virtio-ports/told",
    device: ["-device", "virtserialport,chardev=told,name=told"],
  },
};

const all: readonly Architecture[] = [x64, arm64];

export function architectureNamed(name: string): Architecture | undefined {
  return all.find((one) => one.name === name);
}
