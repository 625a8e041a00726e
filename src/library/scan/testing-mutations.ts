import { deflateSync } from "node:zlib";

/** A song that was made wrong, for tests. */
export interface Mutant {
  name: string;
  /** Written one after the other; a number is a hole of so many bytes. */
  parts: readonly (Buffer | number)[];
  /** Whether nobody could play it: then it has to be told. Null where that is left to the file. */
  broken: boolean | null;
}

export type Seeds = Readonly<Record<string, Buffer>>;

/** The same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What happens to files on disks, in networks, and in the hands of people who mean harm. */
export function mutantsOf(seeds: Seeds, random: () => number): Mutant[] {
  return [
    ...Object.entries(seeds).flatMap(([ending, seed]) => [
      ...cutShort(ending, seed),
      ...wrongSizes(ending, seed),
      ...flippedBits(ending, seed, random),
      ...misplaced(ending, seed, random),
    ]),
    ...misnamed(seeds),
    ...sparse(seeds),
    ...hugeTags(seeds),
    ...bombs(seeds),
  ];
}

function cutShort(ending: string, seed: Buffer): Mutant[] {
  const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.9];
  const lengths = [1, 4, 10, 12, 27, 40, 100, 500];
  return [...lengths, ...shares.map((share) => Math.floor(share * seed.length))].map((length) => ({
    name: `cut at ${length}.${ending}`,
    parts: [seed.subarray(0, length)],
    broken: true,
  }));
}

/** All ones, the largest that is not negative, and nothing, wherever a head may keep a size. */
function wrongSizes(ending: string, seed: Buffer): Mutant[] {
  return [0xffff_ffff, 0x7fff_ffff, 0].flatMap((size) =>
    [4, 8, 16, 22, 36, 40].map((at) => {
      const bytes = Buffer.from(seed);
      bytes.writeUInt32BE(size, at);
      return { name: `${size} at ${at}.${ending}`, parts: [bytes], broken: null };
    }),
  );
}

function flippedBits(ending: string, seed: Buffer, random: () => number): Mutant[] {
  return Array.from({ length: 8 }, (_, time) => {
    const bytes = Buffer.from(seed);
    for (let flips = 0; flips < 40; flips++) {
      const at = Math.floor(random() * Math.min(4_096, bytes.length));
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    }
    return { name: `bits flipped ${time}.${ending}`, parts: [bytes], broken: null };
  });
}

function misplaced(ending: string, seed: Buffer, random: () => number): Mutant[] {
  const third = Math.floor(seed.length / 3);
  const end = Math.floor(seed.length * 0.88);
  const noise = Buffer.from(Array.from({ length: 20_000 }, () => Math.floor(random() * 256)));
  return [
    { name: `empty.${ending}`, parts: [], broken: true },
    { name: `noise.${ending}`, parts: [noise], broken: true },
    { name: `nothing but zeros.${ending}`, parts: [Buffer.alloc(50_000)], broken: true },
    {
      name: `a page of the web.${ending}`,
      parts: [Buffer.from("<!doctype html>".repeat(900))],
      broken: true,
    },
    { name: `behind 200 kB of noise.${ending}`, parts: [...Array(10).fill(noise), seed], broken: true },
    {
      name: `hollow.${ending}`,
      // Behind all heads and before the index that ends an M4A file.
      parts: [seed.subarray(0, third), Buffer.alloc(end - third), seed.subarray(end)],
      broken: ending === "wav" ? null : true,
    },
    { name: `twice.${ending}`, parts: [seed, seed], broken: null },
    {
      name: `with its end first.${ending}`,
      parts: [seed.subarray(third), seed.subarray(0, third)],
      broken: null,
    },
  ];
}

function misnamed(seeds: Seeds): Mutant[] {
  const endings = Object.keys(seeds);
  return endings.flatMap((ending, index) => {
    const other = endings[(index + 1) % endings.length] ?? "";
    // Vorbis and Opus share a container, and either name will do.
    const broken = ending === "ogg" && other === "opus" ? null : true;
    return [{ name: `really ${other}.${ending}`, parts: [seeds[other] ?? Buffer.alloc(0)], broken }];
  });
}

function sparse(seeds: Seeds): Mutant[] {
  const hole = 2_000_000_000;
  return Object.entries(seeds).flatMap(([ending, seed]) => [
    { name: `two billion zeros.${ending}`, parts: [hole], broken: true },
    // WAV declares how much is sound; the zeros behind it are not.
    {
      name: `before two billion zeros.${ending}`,
      parts: [seed, hole],
      broken: ending === "wav" ? null : true,
    },
  ]);
}

/** Tags that are larger than any memory should be. */
function hugeTags({ mp3, flac }: Seeds): Mutant[] {
  if (!mp3 || !flac) return [];
  const size = 200 * 1024 * 1024;
  const picture = Buffer.from([6, 0xff, 0xff, 0xff]);
  const pictures = Array.from({ length: 4 }, () => [picture, 0xff_ffff]).flat();
  return [
    {
      name: "tags of 200 MB.mp3",
      parts: [Buffer.from("ID3\x04\0\0", "latin1"), sevenBitSize(size), size, mp3],
      broken: true,
    },
    {
      name: "pictures of 64 MB.flac",
      parts: [flac.subarray(0, 42), ...pictures, flac.subarray(42)],
      broken: true,
    },
    {
      name: "a hundred thousand frames.mp3",
      parts: [id3(Buffer.concat(Array(100_000).fill(id3Frame("TXXX", Buffer.from("\x03a\0b"))))), mp3],
      broken: null,
    },
  ];
}

/** Covers of a few kilobytes that would unpack to thousands of millions of pixels. Nobody unpacks them in a scan. */
function bombs({ mp3, flac }: Seeds): Mutant[] {
  if (!mp3 || !flac) return [];
  const bomb = pngBomb();
  const apic = id3Frame("APIC", Buffer.concat([Buffer.from("\0image/png\0\x03\0", "latin1"), bomb]));
  const sizes = Buffer.alloc(20);
  sizes.writeUInt32BE(bomb.length, 16);
  const block = Buffer.concat([
    Buffer.from([0, 0, 0, 3, 0, 0, 0, 9]),
    Buffer.from("image/png"),
    Buffer.alloc(4),
    sizes,
    bomb,
  ]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(block.length);
  head.writeUInt8(6);
  return [
    { name: "a bomb for a cover.mp3", parts: [id3(apic), mp3], broken: false },
    {
      name: "a bomb for a cover.flac",
      parts: [flac.subarray(0, 42), head, block, flac.subarray(42)],
      broken: false,
    },
  ];
}

function pngBomb(): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(60_000, 0);
  size.writeUInt32BE(60_000, 4);
  size.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("IDAT", rows),
  ]);
}

function id3(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from("ID3\x04\0\0", "latin1"), sevenBitSize(body.length), body]);
}

function id3Frame(id: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id), sevenBitSize(body.length), Buffer.alloc(2), body]);
}

function sevenBitSize(size: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (size >> shift) & 127));
}
