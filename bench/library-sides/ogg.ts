/** One page of an Ogg stream. */
export interface OggPage {
  flags: number;
  granule: bigint;
  serial: number;
  sequence: number;
  packets: readonly Buffer[];
  /** How the packets are cut, where they are handed on as they came; else it follows from their lengths. */
  lacing?: Buffer | undefined;
}

export function oggPages(bytes: Buffer): OggPage[] {
  const pages: OggPage[] = [];
  for (let at = 0; at + 27 <= bytes.length; ) {
    const segments = bytes.readUInt8(at + 26);
    const lacing = bytes.subarray(at + 27, at + 27 + segments);
    const body = at + 27 + segments;
    const packets: Buffer[] = [];
    let from = body;
    let to = body;
    for (const lace of lacing) {
      to += lace;
      if (lace === 255) continue;
      packets.push(bytes.subarray(from, to));
      from = to;
    }
    // A packet that goes on in the next page.
    if (to > from) packets.push(bytes.subarray(from, to));
    pages.push({
      flags: bytes.readUInt8(at + 5),
      granule: bytes.readBigInt64LE(at + 6),
      serial: bytes.readUInt32LE(at + 14),
      sequence: bytes.readUInt32LE(at + 18),
      packets,
      lacing,
    });
    at = to;
  }
  return pages;
}

export function page({ flags, granule, serial, sequence, packets, lacing }: OggPage): Buffer {
  const laces = lacing ?? Buffer.concat(packets.map(({ length }) => lacesOf(length)));
  const head = Buffer.alloc(27);
  head.write("OggS");
  head.writeUInt8(flags, 5);
  head.writeBigInt64LE(granule, 6);
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(laces.length, 26);
  const whole = Buffer.concat([head, laces, ...packets]);
  whole.writeUInt32LE(crc(whole), 22);
  return whole;
}

function lacesOf(length: number): Buffer {
  const laces = Buffer.alloc(Math.floor(length / 255) + 1, 255);
  laces.writeUInt8(length % 255, laces.length - 1);
  return laces;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  return value >>> 0;
});

/** Ogg's own: no reflection, and nothing turned over at the ends. */
function crc(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (table[(sum >>> 24) ^ byte] as number)) >>> 0;
  return sum;
}
