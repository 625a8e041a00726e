import { isUtf8 } from "node:buffer";

/** A line that is longer is decoded as far as it has come. */
const longestLine = 64 * 1024;
const newline = "\n".charCodeAt(0);

/**
 * Text as programs save it that don't ask: UTF-8, UTF-16 with its mark, or Windows-1252 ("CSV" of Excel in Europe),
 * which is told line by line from UTF-8. Comes in pieces as the bytes do.
 */
export async function* decodedText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let wide: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const chunk of bytes) {
    let piece = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    rest = Buffer.alloc(0);
    if (isFirst && piece.length < 2) {
      rest = piece;
      continue;
    }
    if (isFirst) wide = wideDecoder(piece);
    isFirst = false;
    if (wide !== null) {
      yield wide.decode(piece, { stream: true });
      continue;
    }
    const end = piece.lastIndexOf(newline) + 1;
    if (piece.length - end <= longestLine) {
      rest = piece.subarray(end);
      piece = piece.subarray(0, end);
    }
    yield lines(piece);
  }
  yield wide === null ? lines(rest) : wide.decode();
}

function wideDecoder(start: Buffer): InstanceType<typeof TextDecoder> | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be");
  return null;
}

function lines(piece: Buffer): string {
  if (isUtf8(piece)) return piece.toString();
  let text = "";
  for (let from = 0; from < piece.length; ) {
    const end = piece.indexOf(newline, from) + 1 || piece.length;
    const line = piece.subarray(from, end);
    text += isUtf8(line) ? line.toString() : new TextDecoder("windows-1252").decode(line);
    from = end;
  }
  return text;
}
