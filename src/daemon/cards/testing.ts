import type { Hid, HidDevice, HidListener, OpenFault } from "./hid.ts";

const keyboard = [{ page: 0x01, usage: 0x06 }];

/** As the kernel lists the wedge that test/appliance plugs in. */
export function wedge(path = "/dev/hidraw0", given: Partial<HidDevice> = {}): HidDevice {
  const named = { maker: "Sycreader", name: "USB Reader" };
  return { path, vendor: 0xffff, product: 0x0035, ...named, usages: keyboard, ...given };
}

/** The keyboard that the owner types with. */
export const realKeyboard = wedge("/dev/hidraw7", {
  ...{ vendor: 0x046d, product: 0xc31c, maker: "Logitech", name: "USB Keyboard" },
});

/** Has reports of its own. */
export function vendorReader(path = "/dev/hidraw1", given: Partial<HidDevice> = {}): HidDevice {
  const named = { maker: "ACME", name: "Reader" };
  return {
    ...{ path, vendor: 0x1234, product: 0x5678, ...named, usages: [{ page: 0xff00, usage: 1 }] },
    ...given,
  };
}

/** Devices that go by hand. */
export class FakeHid implements Hid {
  readonly #devices = new Map<string, HidDevice>();
  readonly #listeners = new Map<string, Set<HidListener>>();
  readonly #faults = new Map<string, OpenFault>();
  broken: Error | null = null;
  onChange: () => void = () => undefined;

  readonly watch = (onChange: () => void) => {
    this.onChange = onChange;
    return () => undefined;
  };

  async list(): Promise<readonly HidDevice[]> {
    if (this.broken) throw this.broken;
    return [...this.#devices.values()];
  }

  async open(path: string, listener: HidListener): Promise<{ close(): Promise<void> } | OpenFault> {
    const fault = this.#devices.has(path) ? this.#faults.get(path) : "absent";
    if (fault) return fault;
    const listeners = this.#listeners.get(path) ?? new Set();
    this.#listeners.set(path, listeners.add(listener));
    return {
      close: async () => {
        listeners.delete(listener);
      },
    };
  }

  plug(device: HidDevice, fault?: OpenFault): void {
    this.#devices.set(device.path, device);
    if (fault) this.#faults.set(device.path, fault);
    else this.#faults.delete(device.path);
  }

  unplug(path: string): void {
    this.#devices.delete(path);
    for (const listener of [...(this.#listeners.get(path) ?? [])]) listener.gone();
    this.#listeners.delete(path);
  }

  say(path: string, ...reports: readonly (readonly number[] | Uint8Array)[]): void {
    for (const report of reports)
      for (const listener of [...(this.#listeners.get(path) ?? [])]) listener.report(Uint8Array.from(report));
  }

  listeners(path: string): number {
    return this.#listeners.get(path)?.size ?? 0;
  }
}

export const ENTER = 0x28;

/** What a wedge sends for it: each key down, and up again. */
export function typing(text: string, end: number | null = ENTER): readonly (readonly number[])[] {
  const usages = [...text].map((digit) => {
    const n = "1234567890".indexOf(digit);
    return n >= 0 ? 0x1e + n : 0x04 + "ABCDEF".indexOf(digit.toUpperCase());
  });
  return [...usages, ...(end === null ? [] : [end])].flatMap(keyStroke);
}

export function keyStroke(usage: number): readonly (readonly number[])[] {
  return [
    [0, 0, usage, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
  ];
}
