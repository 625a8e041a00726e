/** Larger than any picture of a camera; what grows beyond it is no MJPEG stream. */
const MOST_BYTES = 16 * 1024 * 1024;
const HEADER_END = Buffer.from("\r\n\r\n");

/**
 * Takes a `multipart/x-mixed-replace` body apart. The parts' lengths come from their Content-Length; a part
 * without one ends at the next boundary.
 */
export class MjpegParts {
  readonly #boundary: Buffer;
  #rest: Buffer = Buffer.alloc(0);

  /** `boundary` as the response's Content-Type names it, with or without its dashes. */
  constructor(boundary: string) {
    this.#boundary = Buffer.from(boundary.startsWith("--") ? boundary : `--${boundary}`);
  }

  /** The pictures that are complete with these bytes. @throws Error when this is no such stream. */
  push(bytes: Uint8Array): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const parts: Buffer[] = [];
    for (let part = this.#take(); part; part = this.#take()) parts.push(part);
    if (this.#rest.length > MOST_BYTES)
      throw new Error(`no end of a picture within ${MOST_BYTES / 1024 / 1024} MB`);
    return parts;
  }

  #take(): Buffer | null {
    const begin = this.#rest.indexOf(this.#boundary);
    if (begin < 0) return null;
    const headerEnd = this.#rest.indexOf(HEADER_END, begin);
    if (headerEnd < 0) return null;
    const header = this.#rest.toString("latin1", begin, headerEnd);
    const bodyBegin = headerEnd + HEADER_END.length;
    const said = header.match(/\r\ncontent-length:\s*(\d+)/i)?.[1];
    const end =
      said === undefined
        ? this.#rest.indexOf(Buffer.concat([Buffer.from("\r\n"), this.#boundary]), bodyBegin)
        : bodyBegin + Number(said);
    if (end < 0 || end > this.#rest.length) return null;
    const body = this.#rest.subarray(bodyBegin, end);
    this.#rest = this.#rest.subarray(end);
    return body;
  }
}
