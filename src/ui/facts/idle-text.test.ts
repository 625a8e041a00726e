import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { idleText } from "./idle-text.ts";

const idle = (because: "closed" | "paused") =>
  someState({ player: { ...someState().player, actual: { state: "idle", because } } });

test("closed, it says until when, where that is known", () => {
  const now = new Date(2026, 10, 21, 7, 0).getTime();
  const opensAt = new Date(2026, 10, 21, 9, 0).getTime();
  expect(idleText({ ...idle("closed"), now, opensAt })?.title).toBe("Closed until 09:00");
  expect(idleText({ ...idle("closed"), now })?.title).toBe("Closed for now");
});

test("paused, it says how to go on; a song that plays needs no such words", () => {
  expect(idleText(idle("paused"))?.title).toBe("Paused");
  expect(idleText(someState())).toBeNull();
});
