import { deviceId, type HidDevice, isKeyboard, isPointer } from "./hid.ts";
import type { ReaderFormat } from "./reader-format.ts";
import type { NamedReader } from "./reader-line.ts";

/** A kind of reader that needs no word from the owner. */
export interface KnownReader {
  name: string;
  vendor: number;
  /** Null for all of a maker's who makes nothing but readers. */
  product: number | null;
  /** How the maker's name begins, where others share the two numbers. */
  maker?: string;
  format: ReaderFormat;
}

/** The same table becomes the udev rules: `node dist/src/daemon/cards/udev-rules-main.js`. docs/cards.md tells whence each is known. */
export const knownReaders: readonly KnownReader[] = [
  { name: "Sycreader", vendor: 0xffff, product: 0x0035, format: { kind: "keys" } },
  { name: "RFID reader", vendor: 0x08ff, product: 0x0009, format: { kind: "keys" } },
  // V-USB's numbers for everybody's keyboards: only by this maker's name is it a reader.
  { name: "Neuftech", vendor: 0x16c0, product: 0x27db, maker: "HXGCoLtd", format: { kind: "keys" } },
  { name: "rf IDEAS", vendor: 0x0c27, product: null, format: { kind: "keys" } },
  { name: "Elatec TWN", vendor: 0x09d8, product: null, format: { kind: "keys" } },
  { name: "HID OMNIKEY", vendor: 0x076b, product: null, format: { kind: "keys" } },
  {
    name: "Violet Mir:ror",
    vendor: 0x1da8,
    product: 0x1301,
    format: {
      kind: "bytes",
      length: null,
      take: [{ from: 5, to: 12 }],
      // 2 2 says that it was taken away.
      when: [
        { at: 0, is: 0x02 },
        { at: 1, is: 0x01 },
      ],
      blank: [],
    },
  },
];

/** What is read as a card reader: what the table has, what the owner has named, and nothing else. Null for all others. */
export function readerFor(
  device: HidDevice,
  named: readonly NamedReader[],
): { name: string; format: ReaderFormat } | null {
  const byOwner = named.find((each) => deviceId(each) === deviceId(device));
  const known = knownReaders.find((each) => isKind(each, device));
  const format = byOwner?.format ?? known?.format;
  if (format === undefined || isPointer(device)) return null;
  // Of a reader with several interfaces the one that speaks so.
  if ((format.kind === "keys") !== isKeyboard(device)) return null;
  return { name: known?.name ?? nameOf(device), format };
}

function isKind({ vendor, product, maker }: KnownReader, device: HidDevice): boolean {
  if (vendor !== device.vendor || (product !== null && product !== device.product)) return false;
  // Without USB below it the kernel tells both names as one.
  return maker === undefined || device.maker.startsWith(maker) || device.name.startsWith(maker);
}

const LONGEST_NAME = 40;

/** What it says of itself: one line of letters, digits and marks, and not a long one. */
export function nameOf(device: HidDevice): string {
  const said = `${device.maker} ${device.name}`.replace(/[^\p{L}\p{N} .:&+()-]/gu, " ");
  const words = said.replace(/ +/g, " ").trim().slice(0, LONGEST_NAME).trim();
  return words === "" ? deviceId(device) : words;
}
