/** Larger than any picture of a camera; what grows beyond it is no MJPEG stream. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Of one part. Cameras send three lines. */
const MOST_HEADER_BYTES = 16 * 1024;
const HEADER_END = Buffer.from("\r\n\r\n");

/** What a server sends is no MJPEG stream. */
export class NoMjpeg extends Error {}

/**
 * Takes a `multipart/x-mixed-replace` body apart. The parts' lengths come from their Content-Length; a part
 * without one ends at the next boundary.
 */
export class MjpegParts {
  readonly #boundary: Buffer;
  #rest: Buffer = Buffer.alloc(0);
  /** What came since, put together only when a part can be complete. */
  #arrived: Uint8Array[] = [];
  #missingBytes = 0;

  /** `boundary` as the response's Content-Type names it, with or without its dashes. */
  constructor(boundary: string) {
    this.#boundary = Buffer.from(boundary.startsWith("--") ? boundary : `--${boundary}`);
  }

  /** The pictures that are complete with these bytes. @throws NoMjpeg */
  push(bytes: Uint8Array): Buffer[] {
    this.#arrived.push(bytes);
    this.#missingBytes -= bytes.length;
    if (this.#missingBytes > 0) return [];
    this.#rest = Buffer.concat([this.#rest, ...this.#arrived.splice(0)]);
    const parts: Buffer[] = [];
    for (let part = this.#take(); part; part = this.#take()) parts.push(part);
    if (this.#rest.length > MOST_BYTES) throw tooLarge();
    return parts;
  }

  #take(): Buffer | null {
    const begin = this.#rest.indexOf(this.#boundary);
    if (begin < 0) return null;
    const headerEnd = this.#rest.indexOf(HEADER_END, begin);
    if ((headerEnd < 0 ? this.#rest.length : headerEnd) - begin > MOST_HEADER_BYTES)
      throw new NoMjpeg("no end of a part's header");
    if (headerEnd < 0) return null;
    const header = this.#rest.toString("latin1", begin, headerEnd);
    const bodyBegin = headerEnd + HEADER_END.length;
    const said = header.match(/\r\ncontent-length:\s*(\d+)/i)?.[1];
    const end =
      said === undefined
        ? this.#rest.indexOf(Buffer.concat([Buffer.from("\r\n"), this.#boundary]), bodyBegin)
        : bodyBegin + Number(said);
    if (end - bodyBegin > MOST_BYTES) throw tooLarge();
    this.#missingBytes = end - this.#rest.length;
    if (end < 0 || this.#missingBytes > 0) return null;
    const body = this.#rest.subarray(bodyBegin, end);
    this.#rest = this.#rest.subarray(end);
    return body;
  }
}

function tooLarge(): NoMjpeg {
  return new NoMjpeg(`no end of a picture within ${MOST_BYTES / 1024 / 1024} MB`);
}
