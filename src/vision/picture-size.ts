/** Width times height as the header of a JPEG, PNG, WebP or BMP file says it; null where there is no such header. */
export function declaredPixels(bytes: Buffer): number | null {
  if (bytes.length < 30) return null;
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegPixels(bytes);
  if (bytes.toString("latin1", 1, 4) === "PNG") return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (bytes.toString("latin1", 0, 2) === "BM")
    return Math.abs(bytes.readInt32LE(18)) * Math.abs(bytes.readInt32LE(22));
  if (bytes.toString("latin1", 8, 12) === "WEBP") return webpPixels(bytes);
  return null;
}

/** Goes from marker to marker until a start of frame (SOF0 to SOF15; C4, C8 and CC are other things). */
function jpegPixels(bytes: Buffer): number | null {
  for (let at = 2; at + 9 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker === 0xffff) at += 1;
    else if (marker < 0xffc0) return null;
    else if (marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function webpPixels(bytes: Buffer): number | null {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X") return (1 + bytes.readUIntLE(24, 3)) * (1 + bytes.readUIntLE(27, 3));
  if (kind === "VP8 ") return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff);
  const bits = bytes.readUInt32LE(21);
  return kind === "VP8L" ? (1 + (bits & 0x3fff)) * (1 + ((bits >>> 14) & 0x3fff)) : null;
}
