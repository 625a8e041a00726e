import { createHash } from "node:crypto";

/** How a reader tells a card's number. */
export type ReaderFormat = KeysFormat | BytesFormat;

/** It types, as a keyboard does. */
export interface KeysFormat {
  kind: "keys";
}

/** It has reports of its own, and the number stands in these of their bytes. */
export interface BytesFormat {
  kind: "bytes";
  /** Of the whole report; null where it may be any that is long enough. */
  length: number | null;
  take: readonly Span[];
  /** Only reports that have these bytes tell of a card that came. */
  when: readonly { at: number; is: number }[];
  /** Where all of these are zero there is no card. */
  blank: readonly Span[];
}

/** From the first byte to the last, both of it. */
export interface Span {
  from: number;
  to: number;
}

/** A number of more bytes than that is told by its digest, which fits into what a card's number may be. */
const MOST_BYTES = 20;
const LEAST_BYTES = 2;

/** Null where the report tells of no card. */
export function numberIn(format: BytesFormat, report: Uint8Array): string | null {
  if (format.length !== null && report.length !== format.length) return null;
  if (format.when.some(({ at, is }) => report[at] !== is)) return null;
  if (format.blank.length > 0 && bytesOf(report, format.blank).every((byte) => byte === 0)) return null;
  const bytes = bytesOf(report, format.take);
  if (bytes.length < LEAST_BYTES || bytes.every((byte) => byte === 0)) return null;
  const told = Buffer.from(bytes);
  if (told.length <= MOST_BYTES) return told.toString("hex").toUpperCase();
  return createHash("sha256").update(told).digest("hex").slice(0, 40).toUpperCase();
}

/** None, where the report is too short for all of them. */
function bytesOf(report: Uint8Array, spans: readonly Span[]): number[] {
  if (spans.some(({ to }) => to >= report.length)) return [];
  return spans.flatMap(({ from, to }) => [...report.subarray(from, to + 1)]);
}

/** Positions in ascending order, as spans. */
export function spansOf(positions: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  for (const at of positions) {
    const last = spans.at(-1);
    if (last && last.to === at - 1) last.to = at;
    else spans.push({ from: at, to: at });
  }
  return spans;
}
