import { expect, test, vi } from "vitest";
import { takeKioskCode } from "./kiosk-code.ts";

const code = "a".repeat(43);
const at = (hash: string) => ({ hash, pathname: "/", search: "?x=1" }) as Location;

test("the screen's code is taken out of the address", () => {
  const history = { replaceState: vi.fn() } as unknown as History;
  expect(takeKioskCode(at(`#kiosk=${code}`), history)).toBe(code);
  expect(history.replaceState).toHaveBeenCalledWith(null, "", "/?x=1");
});

test.each(["", "#songs", "#kiosk=", "#kiosk=short", `#kiosk=${code}&more`, `#kiosk=${"a".repeat(101)}`])(
  "%j is none, and the address stays",
  (hash) => {
    const history = { replaceState: vi.fn() } as unknown as History;
    expect(takeKioskCode(at(hash), history)).toBeNull();
    expect(history.replaceState).not.toHaveBeenCalled();
  },
);
