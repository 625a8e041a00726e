import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from "strtok3";
import type { OpenFile } from "./open-file.ts";

/** More than any tag may take: read-track.ts looks at that before anything is parsed. */
const mostPieceBytes = 64 * 1024 * 1024;

/** What music-metadata reads an open file through. It never reserves more memory for one piece than `maxBytes`. */
export class OpenFileTokenizer extends AbstractTokenizer {
  override readonly fileInfo: { path: string; size: number };
  readonly #file: OpenFile;

  constructor(file: OpenFile, maxBytes = mostPieceBytes) {
    super({ maxBufferSize: maxBytes });
    this.#file = file;
    this.fileInfo = { path: file.path, size: file.size };
  }

  override supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.validateLength(position, "position");
    this.position = position;
  }

  override async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position } = this.normalizeOptions(target, options);
    const read = this.#fill(target, options);
    this.position = position + read;
    return read;
  }

  override async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    return this.#fill(target, options);
  }

  #fill(target: Uint8Array, options?: IReadChunkOptions): number {
    const { length, position, mayBeLess } = this.normalizeOptions(target, options);
    const read = this.#file.copy(target.subarray(0, length), position);
    if (read < length && !mayBeLess) throw new EndOfStreamError();
    return read;
  }
}
