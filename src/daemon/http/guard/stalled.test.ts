import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endStalled } from "./stalled.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An answer on its way: `write` puts something in, `take` is what the other end takes of it. */
class Answer extends EventEmitter {
  bytesWritten = 0;
  writableLength = 0;
  isOpen = true;

  constructor() {
    super();
    endStalled(this, this, 30_000);
  }
  write(bytes: number): void {
    this.bytesWritten += bytes;
    this.writableLength += bytes;
  }
  take(bytes: number): void {
    this.writableLength -= bytes;
  }
  destroy(): void {
    this.isOpen = false;
    this.emit("close");
  }
}

test("whoever takes nothing for half a minute is hung up on, and nobody looks any more", () => {
  const answer = new Answer();
  answer.write(64_000);
  vi.advanceTimersByTime(29_999);
  expect(answer.isOpen).toBe(true);
  vi.advanceTimersByTime(6_000);
  expect(answer.isOpen).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("whoever takes a little now and then is not, for however long", () => {
  const answer = new Answer();
  answer.write(64_000);
  for (let minute = 0; minute < 60; minute++) {
    vi.advanceTimersByTime(25_000);
    answer.take(1);
  }
  expect(answer.isOpen).toBe(true);
});

test("what takes long to be made keeps nobody's connection from staying", () => {
  const answer = new Answer();
  answer.write(64_000);
  answer.take(64_000);
  vi.advanceTimersByTime(3_600_000);
  expect(answer.isOpen).toBe(true);
  answer.emit("close");
  expect(vi.getTimerCount()).toBe(0);
});
