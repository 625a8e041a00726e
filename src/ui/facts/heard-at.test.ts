import { afterEach, expect, test, vi } from "vitest";
import { byDays } from "./heard-at.ts";

afterEach(() => void vi.unstubAllGlobals());

test("songs stand below the day on which they were heard, with the time of day", () => {
  vi.stubGlobal("navigator", { languages: ["en-US"] });
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).getTime();
  const heard = [
    { title: "c", startedAt: at(21, 9) },
    { title: "b", startedAt: at(20, 23) },
    { title: "a", startedAt: at(20, 22) },
  ];
  expect(byDays(heard)).toEqual([
    { day: "Saturday, November 21", songs: [{ ...heard[0], time: "09:05" }] },
    {
      day: "Friday, November 20",
      songs: [
        { ...heard[1], time: "23:05" },
        { ...heard[2], time: "22:05" },
      ],
    },
  ]);
  expect(byDays([])).toEqual([]);
});
