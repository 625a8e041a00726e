/** What the made-up taggers wrote into one song. */
export interface SongTags {
  title: string;
  artist: string;
  album: string;
  genre: string;
  year: number;
  track: number;
  bpm: number;
  isrc: string;
  language: string;
  gainDb: number;
  mood: string | null;
  cover: Buffer | null;
}

/** The names that Vorbis comments have for them; MP4 and RIFF take fewer. */
export function commentsOf(tags: SongTags): readonly (readonly [string, string])[] {
  return [
    ["TITLE", tags.title],
    ["ARTIST", tags.artist],
    ["ALBUM", tags.album],
    ["GENRE", tags.genre],
    ["DATE", String(tags.year)],
    ["TRACKNUMBER", String(tags.track)],
    ["BPM", String(tags.bpm)],
    ["ISRC", tags.isrc],
    ["LANGUAGE", tags.language],
    ["REPLAYGAIN_TRACK_GAIN", `${tags.gainDb.toFixed(2)} dB`],
    ...(tags.mood === null ? [] : [["MOOD", tags.mood] as const]),
  ];
}

/** ID3v2.4, in UTF-8, as most taggers write it today. */
export function id3v2(tags: SongTags): Buffer {
  const text = (id: string, value: string) => id3Frame(id, Buffer.from(`\x03${value}`));
  const own = (name: string, value: string) => id3Frame("TXXX", Buffer.from(`\x03${name}\0${value}`));
  const body = Buffer.concat([
    text("TIT2", tags.title),
    text("TPE1", tags.artist),
    text("TALB", tags.album),
    text("TCON", tags.genre),
    text("TDRC", String(tags.year)),
    text("TRCK", String(tags.track)),
    text("TBPM", String(tags.bpm)),
    text("TSRC", tags.isrc),
    text("TLAN", tags.language),
    own("REPLAYGAIN_TRACK_GAIN", `${tags.gainDb.toFixed(2)} dB`),
    ...(tags.mood === null ? [] : [text("TMOO", tags.mood)]),
    ...(tags.cover === null
      ? []
      : [id3Frame("APIC", Buffer.concat([Buffer.from("\x00image/jpeg\0\x03\0", "latin1"), tags.cover]))]),
    // Taggers leave room to grow.
    Buffer.alloc(1024),
  ]);
  return Buffer.concat([Buffer.from("ID3\x04\x00\x00", "latin1"), sevenBits(body.length), body]);
}

function id3Frame(id: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id, "latin1"), sevenBits(body.length), Buffer.alloc(2), body]);
}

function sevenBits(size: number): Buffer {
  return Buffer.from([(size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]);
}

/** The body of a Vorbis comment, without the framing that each container puts around it. */
export function vorbisComment(tags: SongTags): Buffer {
  const comments = commentsOf(tags).map(([name, value]) => Buffer.from(`${name}=${value}`));
  const vendor = Buffer.from("mien bench");
  return Buffer.concat([
    little(vendor.length),
    vendor,
    little(comments.length),
    ...comments.flatMap((comment) => [little(comment.length), comment]),
  ]);
}

/** FLAC's picture block, without its head. */
export function flacPicture(cover: Buffer): Buffer {
  const type = Buffer.from("image/jpeg");
  const head = Buffer.alloc(8);
  head.writeUInt32BE(3, 0);
  head.writeUInt32BE(type.length, 4);
  const sizes = Buffer.alloc(24);
  for (const [index, value] of [0, 640, 640, 24, 0, cover.length].entries())
    sizes.writeUInt32BE(value, index * 4);
  return Buffer.concat([head, type, sizes, cover]);
}

/** iTunes' list of tags. */
export function ilst(tags: SongTags): Buffer {
  const text = (type: string, value: string) => mp4Box(type, mp4Data(1, Buffer.from(value)));
  const own = (name: string, value: string) =>
    mp4Box(
      "----",
      mp4Box("mean", Buffer.alloc(4), Buffer.from("com.apple.iTunes")),
      mp4Box("name", Buffer.alloc(4), Buffer.from(name)),
      mp4Data(1, Buffer.from(value)),
    );
  return mp4Box(
    "ilst",
    text("\xa9nam", tags.title),
    text("\xa9ART", tags.artist),
    text("\xa9alb", tags.album),
    text("\xa9gen", tags.genre),
    text("\xa9day", String(tags.year)),
    mp4Box("trkn", mp4Data(0, Buffer.from([0, 0, 0, tags.track, 0, 0, 0, 0]))),
    mp4Box("tmpo", mp4Data(21, Buffer.from([0, tags.bpm]))),
    own("ISRC", tags.isrc),
    own("LANGUAGE", tags.language),
    own("replaygain_track_gain", `${tags.gainDb.toFixed(2)} dB`),
    ...(tags.mood === null ? [] : [own("MOOD", tags.mood)]),
    ...(tags.cover === null ? [] : [mp4Box("covr", mp4Data(13, tags.cover))]),
  );
}

function mp4Data(type: number, value: Buffer): Buffer {
  return mp4Box("data", Buffer.from([0, 0, 0, type, 0, 0, 0, 0]), value);
}

export function mp4Box(type: string, ...parts: readonly Buffer[]): Buffer {
  const size = 8 + parts.reduce((sum, { length }) => sum + length, 0);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(size);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, ...parts]);
}

/** RIFF's own list: it knows no ISRC, no tempo and no mood. */
export function riffInfo(tags: SongTags): Buffer {
  const entry = (id: string, value: string) => {
    const text = Buffer.from(`${value}\0`);
    return Buffer.concat([Buffer.from(id), little(text.length), text, Buffer.alloc(text.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from("INFO"),
    entry("INAM", tags.title),
    entry("IART", tags.artist),
    entry("IPRD", tags.album),
    entry("IGNR", tags.genre),
    entry("ICRD", String(tags.year)),
    entry("ILNG", tags.language),
  ]);
  return Buffer.concat([Buffer.from("LIST"), little(body.length), body]);
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
