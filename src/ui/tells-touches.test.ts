import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TellsTouches, type TellsTouchesOptions } from "./tells-touches.ts";

let told: boolean[];
let answer: () => Promise<{ status: number }>;
let telling: TellsTouches;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  told = [];
  answer = async () => ({ status: 204 });
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    told.push(JSON.parse(body).reads);
    return answer();
  });
});
afterEach(() => {
  telling.hostDisconnected();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open(options: TellsTouchesOptions): void {
  telling = new TellsTouches(
    {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    },
    options,
  );
  telling.hostConnected();
}

const touch = (sign: string, at: object = {}) => {
  window.dispatchEvent(Object.assign(new Event(sign), at));
};
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

test.each(["pointerdown", "keydown", "input", "focusin", "wheel"])("a %s is told at once", (sign) => {
  open({ reads: false });
  expect(told).toEqual([]);
  touch(sign);
  expect(told).toEqual([false]);
});

test("a hand that stays there is told of every five seconds and no more often, and its last touch is not lost", async () => {
  open({ reads: false });
  for (let second = 0; second < 20; second++) {
    touch("keydown");
    await pass(1);
  }
  expect(told.length).toBe(5);
  await pass(60);
  expect(told.length).toBe(5);
  touch("pointerdown");
  expect(told.length).toBe(6);
});

test("a pointer that lies still is no hand, whatever moves below it", () => {
  open({ reads: false });
  for (let n = 0; n < 3; n++) touch("pointermove", { screenX: 10, screenY: 10 });
  expect(told).toEqual([]);
  touch("pointermove", { screenX: 11, screenY: 10 });
  expect(told).toEqual([false]);
});

test("what is nobody's sign is not told", () => {
  open({ reads: false, counts: ({ type }) => type !== "focusin" });
  touch("focusin");
  expect(told).toEqual([]);
  touch("keydown");
  expect(told).toEqual([false]);
});

test("a page that takes time to read says so as it opens, and no longer once a link on it was touched", async () => {
  open({ reads: true });
  expect(told).toEqual([true]);
  await pass(30);
  touch("pointerdown");
  touch("pagehide");
  expect(told).toEqual([true, true, false]);
});

test("a page that goes by itself tells nothing", async () => {
  open({ reads: true });
  await pass(300);
  touch("pagehide");
  expect(told).toEqual([true]);
});

test("where Mien can't be reached the next touch is told all the same", async () => {
  open({ reads: false });
  answer = () => Promise.reject(new TypeError("no answer"));
  touch("keydown");
  await pass(10);
  touch("keydown");
  expect(told.length).toBe(2);
});

test("a page that is not Mien's own screen any more tells nothing more", async () => {
  open({ reads: false });
  answer = async () => ({ status: 403 });
  touch("keydown");
  await pass(10);
  touch("keydown");
  expect(told.length).toBe(1);
});

test("a page that may become Mien's own screen again is told that it is not, and tells the next touch that counts", async () => {
  let isScreen = true;
  let refusals = 0;
  open({
    reads: false,
    counts: () => isScreen,
    refused: () => {
      refusals++;
      isScreen = false;
    },
  });
  answer = async () => ({ status: 403 });
  touch("keydown");
  await pass(10);
  touch("keydown");
  expect([told.length, refusals]).toEqual([1, 1]);
  isScreen = true;
  answer = async () => ({ status: 204 });
  touch("keydown");
  expect(told.length).toBe(2);
});
