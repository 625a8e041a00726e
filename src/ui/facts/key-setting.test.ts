import { expect, test } from "vitest";
import { KeySetting } from "./key-setting.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

test("shortcuts are on until somebody switches them off, and stay off in this browser", () => {
  const browser = storage();
  const first = new KeySetting(browser);
  let told = 0;
  first.addEventListener("change", () => told++);
  expect(first.on).toBe(true);
  first.on = false;
  expect([first.on, told, new KeySetting(browser).on]).toEqual([false, 1, false]);
  first.on = true;
  expect(new KeySetting(browser).on).toBe(true);
});

test("where nothing can be kept the switch holds for as long as the page is open", () => {
  const forbidden = {
    getItem: () => {
      throw new Error("The operation is insecure.");
    },
    setItem: () => {
      throw new Error("The operation is insecure.");
    },
  } as unknown as Storage;
  for (const none of [null, forbidden]) {
    const setting = new KeySetting(none);
    setting.on = false;
    expect(setting.on).toBe(false);
  }
});
