/** A device that tells its reports, as the kernel lists it. Its words are its own: whoever built it wrote them. */
export interface HidDevice {
  /** Of one interface: a reader may have several. */
  path: string;
  vendor: number;
  product: number;
  maker: string;
  name: string;
  /** A keyboard, a keypad, a mouse, or something else. */
  usages: readonly { page: number; usage: number }[];
}

export interface HidListener {
  /** One report, from the loop's point of view at any time, of any length and content. */
  report(bytes: Uint8Array): void;
  /** It was pulled out, or can't be read any more. Said once, and nothing after it. */
  gone(): void;
}

/** `refused`: whoever this process runs as may not. `absent`: it is gone already. */
export type OpenFault = "refused" | "absent" | "failed";

export interface OpenHid {
  /** After it has been called the listener hears nothing more. */
  close(): Promise<void>;
}

/** The kernel's HID devices: node-hid in truth, and devices that go by hand in tests. */
export interface Hid {
  list(): Promise<readonly HidDevice[]>;
  open(path: string, listener: HidListener): Promise<OpenHid | OpenFault>;
}

/** As `lsusb` writes it. */
export function deviceId({ vendor, product }: { vendor: number; product: number }): string {
  return `${hex(vendor)}:${hex(product)}`;
}

const DESKTOP = 0x01;
const MOUSE = 0x02;
const KEYBOARD = 0x06;
const KEYPAD = 0x07;

export function isKeyboard({ usages }: HidDevice): boolean {
  return usages.some(({ page, usage }) => page === DESKTOP && (usage === KEYBOARD || usage === KEYPAD));
}

/** What a hand moves: never a reader. */
export function isPointer({ usages }: HidDevice): boolean {
  return usages.some(({ page, usage }) => page === DESKTOP && usage <= MOUSE);
}

function hex(number: number): string {
  return number.toString(16).padStart(4, "0");
}
