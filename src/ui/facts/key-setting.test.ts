import { afterEach, expect, test, vi } from "vitest";
import { KeySetting } from "./key-setting.ts";

afterEach(() => vi.unstubAllGlobals());

test("shortcuts are on until somebody switches them off, and stay off in this browser", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  const first = new KeySetting();
  let told = 0;
  first.addEventListener("change", () => told++);
  expect(first.on).toBe(true);
  first.on = false;
  expect([first.on, told, new KeySetting().on]).toEqual([false, 1, false]);
  first.on = true;
  expect(new KeySetting().on).toBe(true);
});

test("where nothing can be kept the switch holds for as long as the page is open", () => {
  const insecure = () => {
    throw new Error("The operation is insecure.");
  };
  for (const none of [undefined, { getItem: insecure, setItem: insecure }]) {
    vi.stubGlobal("localStorage", none);
    const setting = new KeySetting();
    setting.on = false;
    expect(setting.on).toBe(false);
  }
});

test("that a key was pressed is told once, and forgotten with the page", () => {
  const setting = new KeySetting();
  let told = 0;
  setting.addEventListener("change", () => told++);
  expect(setting.used).toBe(false);
  setting.use();
  setting.use();
  expect([setting.used, told, new KeySetting().used]).toEqual([true, 1, false]);
});

test("once whoever pressed it has gone, the next one is taken to have no more than a finger", () => {
  const setting = new KeySetting();
  setting.use();
  let told = 0;
  setting.addEventListener("change", () => told++);
  setting.rest();
  setting.rest();
  expect([setting.used, told]).toEqual([false, 1]);
  setting.use();
  expect(setting.used).toBe(true);
});
