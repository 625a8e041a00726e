/** An M4A file with one more free-form atom, for tests: ffmpeg can't write it. The index must lie behind the sound. */
export function withFreeFormTag(file: Buffer, name: string, text: string): Buffer {
  const atom = box("----", [
    box("mean", [Buffer.alloc(4), Buffer.from("com.apple.iTunes")]),
    box("name", [Buffer.alloc(4), Buffer.from(name)]),
    box("data", [Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(text)]),
  ]);
  const list = file.lastIndexOf("ilst") - 4;
  const end = list + file.readUInt32BE(list);
  const grown = Buffer.concat([file.subarray(0, end), atom, file.subarray(end)]);
  for (const name of ["moov", "udta", "meta", "ilst"]) {
    const at = file.lastIndexOf(name) - 4;
    grown.writeUInt32BE(file.readUInt32BE(at) + atom.length, at);
  }
  return grown;
}

function box(type: string, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}
