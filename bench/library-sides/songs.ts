import { type OggPage, oggPages, page } from "./ogg.ts";
import type { SeedFormat, Seeds } from "./seeds.ts";
import { flacPicture, id3v2, ilst, mp4Box, riffInfo, type SongTags, vorbisComment } from "./tags.ts";

/** Makes a song file of the given sound and tags; `mark` goes into the sound, so that no two songs are copies. */
export type SongWriter = (tags: SongTags, mark: number) => Buffer;

export function songWriters(seeds: Seeds): Readonly<Record<SeedFormat, SongWriter>> {
  return {
    mp3: (tags, mark) => Buffer.concat([id3v2(tags), marked(seeds.mp3, seeds.mp3.length >> 1, mark)]),
    flac: flacWriter(seeds.flac),
    m4a: m4aWriter(seeds.m4a),
    ogg: oggWriter(seeds.ogg, 2, (body) =>
      Buffer.concat([Buffer.from("\x03vorbis"), body, Buffer.from([1])]),
    ),
    opus: oggWriter(seeds.opus, 1, (body) => Buffer.concat([Buffer.from("OpusTags"), body])),
    wav: wavWriter(seeds.wav),
  };
}

function marked(sound: Buffer, at: number, mark: number): Buffer {
  const copy = Buffer.from(sound);
  copy.writeUInt32BE(mark, at);
  return copy;
}

function flacWriter(seed: Buffer): SongWriter {
  // The stream's own facts are the first block, 34 bytes long.
  const info = Buffer.from(seed.subarray(0, 42));
  info.writeUInt8(0, 4);
  let at = 4;
  for (let last = false; !last; ) {
    last = (seed.readUInt8(at) & 0x80) !== 0;
    at += 4 + seed.readUIntBE(at + 1, 3);
  }
  const sound = seed.subarray(at);
  const block = (type: number, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    head.writeUInt8(type);
    return Buffer.concat([head, body]);
  };
  return (tags, mark) =>
    Buffer.concat([
      info,
      block(4, vorbisComment(tags)),
      ...(tags.cover === null ? [] : [block(6, flacPicture(tags.cover))]),
      block(0x81, Buffer.alloc(1024)),
      marked(sound, sound.length >> 1, mark),
    ]);
}

/** ffmpeg puts the index behind the sound, so that tags in it move nothing. */
function m4aWriter(seed: Buffer): SongWriter {
  const moov = seed.lastIndexOf("moov") - 4;
  const sound = seed.subarray(0, moov);
  const index = seed.subarray(moov + 8, moov + seed.readUInt32BE(moov));
  const handler = mp4Box("hdlr", Buffer.alloc(8), Buffer.from("mdirappl"), Buffer.alloc(9));
  return (tags, mark) =>
    Buffer.concat([
      marked(sound, sound.length >> 1, mark),
      mp4Box("moov", index, mp4Box("udta", mp4Box("meta", Buffer.alloc(4), handler, ilst(tags)))),
    ]);
}

/** Of Ogg's head packets the second is the comment; Vorbis has one more behind it. */
function oggWriter(seed: Buffer, headPackets: 1 | 2, frame: (comment: Buffer) => Buffer): SongWriter {
  const pages = oggPages(seed);
  const [first, ...rest] = pages;
  if (!first) throw new Error("The seed holds no Ogg page.");
  const { setup, sound } = splitHead(rest, headPackets);
  const middle = sound.length >> 1;
  const fixed = sound.map((each, index) => page({ ...each, sequence: index + 2 }));
  const chosen = sound[middle];
  if (!chosen) throw new Error("The seed is too short.");
  return (tags, mark) => {
    const packets = [frame(vorbisComment({ ...tags, cover: null })), ...setup];
    const head = page({ ...first, granule: 0n, flags: 0, sequence: 1, packets, lacing: undefined });
    const body = Buffer.concat(chosen.packets);
    body.writeUInt32BE(mark, body.length >> 1);
    const song = [...fixed];
    song[middle] = page({ ...chosen, sequence: middle + 2, packets: [body] });
    return Buffer.concat([page({ ...first, sequence: 0 }), head, ...song]);
  };
}

/** What follows the first page: the comment, perhaps the codebooks, and from the next page on the sound. */
function splitHead(pages: readonly OggPage[], headPackets: number): { setup: Buffer[]; sound: OggPage[] } {
  const packets: Buffer[] = [];
  let used = 0;
  while (packets.length < headPackets) {
    const next = pages[used++];
    if (!next) throw new Error("The seed ends in its head.");
    for (const packet of next.packets) packets.push(packet);
  }
  return { setup: packets.slice(1), sound: pages.slice(used) };
}

function wavWriter(seed: Buffer): SongWriter {
  const at = seed.indexOf("data");
  const format = seed.subarray(12, at);
  const sound = seed.subarray(at);
  return (tags, mark) => {
    const body = Buffer.concat([
      Buffer.from("WAVE"),
      format,
      marked(sound, sound.length >> 1, mark),
      riffInfo(tags),
    ]);
    const head = Buffer.from("RIFF\0\0\0\0");
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };
}
