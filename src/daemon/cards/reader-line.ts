import type { BytesFormat, ReaderFormat, Span } from "./reader-format.ts";

const line =
  /^([\da-f]{4}):([\da-f]{4}) (?:(keys)|bytes ([\d,-]+) of (\d+)((?: if \d+=[\da-f]{2})*)(?: unless blank ([\d,-]+))?)$/;
const span = /^(\d+)(?:-(\d+))?$/;

/** hidraw's longest report. */
const MOST_LENGTH = 4096;
const MOST_SPANS = 64;

/** A reader that the owner has named, as a line of the settings. */
export interface NamedReader {
  vendor: number;
  product: number;
  format: ReaderFormat;
}

/** `1234:5678 keys`, or `1234:5678 bytes 5-12 of 64 if 0=02 if 1=01`. Null where it is none. */
export function readerOf(text: string): NamedReader | null {
  const [, vendor, product, keys, take, length, when = "", blank] = line.exec(text) ?? [];
  if (vendor === undefined || product === undefined) return null;
  const numbers = { vendor: Number.parseInt(vendor, 16), product: Number.parseInt(product, 16) };
  if (keys !== undefined) return { ...numbers, format: { kind: "keys" } };
  const format = bytesFormat({ take: take ?? "", length: Number(length), when, blank });
  return format && { ...numbers, format };
}

export function lineOf({ vendor, product, format }: NamedReader): string {
  const id = [vendor, product].map((number) => number.toString(16).padStart(4, "0")).join(":");
  if (format.kind === "keys") return `${id} keys`;
  const conditions = format.when
    .map(({ at, is }) => ` if ${at}=${is.toString(16).padStart(2, "0")}`)
    .join("");
  const blank = format.blank.length > 0 ? ` unless blank ${textOf(format.blank)}` : "";
  return `${id} bytes ${textOf(format.take)} of ${format.length}${conditions}${blank}`;
}

function bytesFormat(given: {
  take: string;
  length: number;
  when: string;
  blank: string | undefined;
}): BytesFormat | null {
  const { length } = given;
  const take = spans(given.take, length);
  const blank = given.blank === undefined ? [] : spans(given.blank, length);
  const when = [...given.when.matchAll(/(\d+)=([\da-f]{2})/g)].map(([, at, is]) => ({
    at: Number(at),
    is: Number.parseInt(is ?? "", 16),
  }));
  if (length > MOST_LENGTH || take === null || blank === null) return null;
  if (when.some(({ at }) => at >= length)) return null;
  return { kind: "bytes", length, take, when, blank };
}

/** Null where one is upside down, or ends behind the report. */
function spans(text: string, length: number): readonly Span[] | null {
  const parts = text.split(",");
  if (parts.length > MOST_SPANS) return null;
  const found: Span[] = [];
  for (const part of parts) {
    const [, from, to = from] = span.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from) || Number(to) >= length) return null;
    found.push({ from: Number(from), to: Number(to) });
  }
  return found;
}

function textOf(some: readonly Span[]): string {
  return some.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join();
}
