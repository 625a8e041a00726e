/** What stands before the samples of a WAV file: one channel of whole numbers, of 8 bits (unsigned) or 16 (signed). */
export function wavHeader({ rate, bits, bytes }: { rate: number; bits: 8 | 16; bytes: number }): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE((rate * bits) / 8, 28);
  header.writeUInt16LE(bits / 8, 32);
  header.writeUInt16LE(bits, 34);
  header.write("data", 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
