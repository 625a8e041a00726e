import { type Device, devicesAsync, HIDAsync } from "node-hid";
import type { Hid, HidDevice, HidListener, OpenFault, OpenHid } from "./hid.ts";

/** The machine's own devices. Lists in libuv's pool and reads in a thread for each device: nothing waits on the loop. */
export const machineHid: Hid = {
  async list() {
    return merged(await devicesAsync());
  },

  async open(path, listener) {
    let device: HIDAsync;
    try {
      device = await HIDAsync.open(path);
    } catch (error) {
      return faultOf(error);
    }
    return listening(device, listener);
  },
};

function listening(device: HIDAsync, listener: HidListener): OpenHid {
  let closing: Promise<void> | null = null;
  const close = () => {
    // It hears nothing from here on, though the thread may need 50 ms to end.
    device.removeAllListeners("data");
    closing ??= device.close();
    return closing;
  };
  device.on("error", () => {
    if (closing !== null) return;
    void close();
    listener.gone();
  });
  device.on("data", (bytes: Buffer) => {
    if (closing === null) listener.report(bytes);
  });
  return { close };
}

/** One row for each interface, where node-hid has one for each of its usages. */
export function merged(rows: readonly Device[]): readonly HidDevice[] {
  const byPath = new Map<string, HidDevice>();
  for (const row of rows) {
    if (row.path === undefined) continue;
    const usage = { page: row.usagePage ?? 0, usage: row.usage ?? 0 };
    const known = byPath.get(row.path);
    byPath.set(row.path, {
      path: row.path,
      vendor: row.vendorId,
      product: row.productId,
      maker: row.manufacturer ?? "",
      name: row.product ?? "",
      usages: [...(known?.usages ?? []), usage],
    });
  }
  return [...byPath.values()];
}

/** hidapi tells the system's reason in words alone. */
export function faultOf(error: unknown): OpenFault {
  if (!(error instanceof Error)) throw error;
  if (/permission denied|operation not permitted/i.test(error.message)) return "refused";
  return /no such (file|device)/i.test(error.message) ? "absent" : "failed";
}
