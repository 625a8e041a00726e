import { type KnownReader, knownReaders } from "./known-readers.ts";

/** What udev does with the readers that Mien knows, and with those that scripts/card-reader marks in a file that comes before. */
export function udevRules(): string {
  const known = knownReaders.map((reader) => `# ${reader.name}\n${matchOf(reader)}, ENV{MIEN_READER}="1"\n`);
  return `${head}\n${known.join("")}\n${tail}`;
}

/** By the kernel's name of the HID device, bus:vendor:product.number, which is there whatever bus it is on. */
function matchOf({ vendor, product, maker }: KnownReader): string {
  if (maker !== undefined && product !== null)
    return `ATTRS{idVendor}=="${hex(vendor)}", ATTRS{idProduct}=="${hex(product)}", ATTRS{manufacturer}=="${maker}*"`;
  const name = `${hex(vendor)}:${product === null ? "*" : hex(product)}`.toUpperCase();
  return `KERNELS=="*:${name}${product === null ? "" : ".*"}"`;
}

function hex(number: number): string {
  return number.toString(16).padStart(4, "0");
}

const head = `# Made from src/daemon/cards/known-readers.ts: npm run build:node && node dist/src/daemon/cards/udev-rules-main.js
#
# Cameras and sound cards need nothing more than Debian's own rules: user mien is in the groups video and audio, and
# /dev/v4l/by-id and ALSA's card names stay the same whichever socket they are plugged into.

# Card readers. Most are keyboards to the system, and user mien must not hear every keyboard: only these are its own, and
# those that sudo scripts/card-reader marked in 69-mien-readers.rules.
ACTION=="remove", GOTO="mien_end"
SUBSYSTEM!="hidraw|input", GOTO="mien_end"
`;

const tail = `ENV{MIEN_READER}!="1", GOTO="mien_end"
SUBSYSTEM=="hidraw", GROUP="mien", MODE="0660"
# What it types is for the daemon alone, which reads it from hidraw: the kernel (5.11 and newer) passes it on to no
# console, no page and no program.
SUBSYSTEM=="input", KERNEL=="input*", TEST=="inhibited", ATTR{inhibited}="1"
# On older ones the screen's own programs leave it alone, and nobody but root can listen to it.
SUBSYSTEM=="input", ENV{LIBINPUT_IGNORE_DEVICE}="1"
SUBSYSTEM=="input", KERNEL=="event*", GROUP="root", MODE="0600"

LABEL="mien_end"
`;
