import { isUtf8 } from "node:buffer";

/**
 * A path, or a name in it, as its bytes, each as a letter of Latin-1: names on Linux need be no UTF-8. Such strings
 * compare as their bytes do, and take a fraction of the time and the memory that buffers take.
 */
export type BytePath = string;

// biome-ignore lint/suspicious/noControlCharactersInRegex: any byte below 128 is itself in UTF-8.
const ascii = /^[\x00-\x7f]*$/;

/** As `node:fs` takes it. */
export function systemPath(path: BytePath): string | Buffer {
  return ascii.test(path) ? path : Buffer.from(path, "latin1");
}

/** To be read; what is no UTF-8 has replacement characters. */
export function textOf(path: BytePath): string {
  return ascii.test(path) ? path : Buffer.from(path, "latin1").toString();
}

export function bytesOf(text: string): BytePath {
  return ascii.test(text) ? text : Buffer.from(text).toString("latin1");
}

export function isText(path: BytePath): boolean {
  return ascii.test(path) || isUtf8(Buffer.from(path, "latin1"));
}

/** The path of what lies in a folder begins with this. */
export function folderPrefix<Path extends string>(folder: Path): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}
