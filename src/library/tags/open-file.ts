import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** As large as one of the samples that a song is known by, so that the last of them is in the window on its end. */
const windowBytes = 32 * 1024;

/** Part of a file in memory. */
interface Window {
  buffer: Buffer;
  from: number;
  filled: number;
}

/** Windows of files that were closed, for the next ones. */
const spare: Window[][] = [];

/**
 * A file that is open for reading, through two windows on its bytes: one stays at the tags while the other looks at
 * the end. Reads block, so this is for worker threads: there it takes a sixth of the work of asynchronous reads, and
 * a disk that doesn't answer holds that thread alone, not one of the few that all of the process's file access shares.
 */
export class OpenFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly isFile: boolean;
  readonly #descriptor: number;
  /** The one used last comes first. */
  #windows: Window[];

  /** Throws the system's error. Non-blocking, because opening a pipe would wait for a writer. */
  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(this.#descriptor);
    this.size = stats.size;
    this.modifiedAt = Math.floor(stats.mtimeMs);
    this.isFile = stats.isFile();
    this.#windows = spare.pop() ?? [emptyWindow(), emptyWindow()];
  }

  close(): void {
    closeSync(this.#descriptor);
    for (const window of this.#windows) window.filled = 0;
    spare.push(this.#windows);
    this.#windows = [];
  }

  /** Up to `length` bytes (at most 32 KB) from `position`, fewer where the file ends. Valid until the next read. */
  bytesAt(position: number, length: number): Buffer {
    if (length > windowBytes) throw new RangeError(`A window holds ${windowBytes} bytes, not ${length}.`);
    const { buffer, from, filled } = this.#windowAt(position, length);
    const start = Math.min(filled, Math.max(0, position - from));
    return buffer.subarray(start, Math.min(start + Math.max(0, length), filled));
  }

  /** Fills `target` from `position` on; answers how many bytes there were. */
  copy(target: Uint8Array, position: number): number {
    let copied = 0;
    while (copied < target.length) {
      const at = position + copied;
      const left = target.length - copied;
      const window = this.#windows.find(({ from, filled }) => at >= from && at < from + filled);
      if (!window && left >= windowBytes / 2) {
        const read = readSync(this.#descriptor, target, copied, left, at);
        if (read === 0) break;
        copied += read;
        continue;
      }
      const { buffer, from, filled } = window ?? this.#windowAt(at, 1);
      const part = buffer.subarray(at - from, Math.min(at - from + left, filled));
      if (part.length === 0) break;
      target.set(part, copied);
      copied += part.length;
    }
    return copied;
  }

  #windowAt(position: number, length: number): Window {
    const end = Math.min(position + length, this.size);
    const [one, two] = this.#windows as [Window, Window];
    for (const window of [one, two])
      if (position >= window.from && end <= window.from + window.filled && window.filled > 0) {
        this.#windows = [window, window === one ? two : one];
        return window;
      }
    this.#windows = [two, one];
    // What is near the end is looked at from behind: one window then holds all of it.
    this.#fill(two, Math.max(0, Math.min(position, this.size - windowBytes)));
    return two;
  }

  #fill(window: Window, from: number): void {
    window.from = from;
    window.filled = 0;
    // One read may bring less than there is.
    while (window.filled < windowBytes) {
      const { buffer, filled } = window;
      const read = readSync(this.#descriptor, buffer, filled, windowBytes - filled, from + filled);
      if (read === 0) break;
      window.filled += read;
    }
  }
}

function emptyWindow(): Window {
  return { buffer: Buffer.allocUnsafeSlow(windowBytes), from: 0, filled: 0 };
}
