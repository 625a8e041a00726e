import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyReports } from "./key-reports.ts";
import { ENTER, keyStroke, typing } from "./testing.ts";
import { TypedNumber } from "./typed-number.ts";

function typist() {
  const keys = new KeyReports();
  const typed = new TypedNumber();
  const told: string[] = [];
  const say = (...reports: readonly (readonly number[] | Uint8Array)[]) => {
    for (const report of reports)
      for (const key of keys.press(Uint8Array.from(report))) {
        const number = typed.press(key);
        if (number !== null) told.push(number);
      }
  };
  const pause = () => {
    const number = typed.pause();
    if (number !== null) told.push(number);
  };
  return { say, pause, told };
}

test.each(["0013110988", "04A2B1C3D4E5F6", "00000000", "1234"])("%s and Enter is a card", (number) => {
  const { say, told } = typist();
  say(...typing(number));
  expect(told).toEqual([number]);
});

test("the keypad's digits and Enter are the same ones", () => {
  const { say, told } = typist();
  say(...[0x59, 0x5a, 0x5b, 0x62, 0x58].flatMap(keyStroke));
  expect(told).toEqual(["1230"]);
});

test("capital letters, separators, and a number before each report change nothing", () => {
  const { say, told } = typist();
  const shifted = [0x02, 0, 0x04, 0, 0, 0, 0, 0];
  say(
    shifted,
    new Array(8).fill(0),
    ...keyStroke(0x2d),
    ...typing("123", null).map((report) => [1, ...report]),
  );
  say(...keyStroke(ENTER));
  expect(told).toEqual(["A123"]);
});

test("a key that stays down counts once, and two that go down together both count", () => {
  const { say, told } = typist();
  const down = [0, 0, 0x1e, 0, 0, 0, 0, 0];
  say(
    down,
    down,
    down,
    [0, 0, 0x1e, 0x1f, 0, 0, 0, 0],
    ...keyStroke(0x20),
    ...keyStroke(0x21),
    ...keyStroke(ENTER),
  );
  expect(told).toEqual(["1234"]);
});

test("a reader without Enter ends its number with a pause; from one with Enter a pause is a card taken away", () => {
  const { say, pause, told } = typist();
  say(...typing("12345678", null));
  pause();
  expect(told).toEqual(["12345678"]);
  say(...typing("87654321"), ...typing("1234", null));
  pause();
  say(...typing("5678"));
  expect(told).toEqual(["12345678", "87654321", "5678"]);
});

test.each([
  ["a letter that is in no number", 0x0b, 0],
  ["a digit with Alt, as some type characters by their code", 0x1e, 0x04],
  ["a mark over a digit", 0x1e, 0x02],
])("what has %s in it is no card, not even in part", (_, usage, modifiers) => {
  const { say, told } = typist();
  say(...typing("1234", null), [modifiers, 0, usage, 0, 0, 0, 0, 0], new Array(8).fill(0), ...typing("5678"));
  expect(told).toEqual([]);
  say(...typing("5678"));
  expect(told).toEqual(["5678"]);
});

test("41 digits are no card, and neither are three", () => {
  const { say, told } = typist();
  say(...typing("1".repeat(41)), ...typing("123"), ...typing("2".repeat(40)));
  expect(told).toEqual(["2".repeat(40)]);
});

test("whatever a device sends, of any length, at any time: what is told is a number, and the next card is heard", () => {
  const anything = fc.array(
    fc.oneof(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ minLength: 8, maxLength: 9 })),
    {
      maxLength: 200,
    },
  );
  fc.assert(
    fc.property(anything, (reports) => {
      const { say, pause, told } = typist();
      say(...reports);
      pause();
      for (const number of told) expect(number).toMatch(/^[0-9A-F]{4,40}$/);
      told.length = 0;
      say(new Array(8).fill(0), ...keyStroke(ENTER), ...typing("00131109"));
      expect(told.at(-1)).toBe("00131109");
    }),
  );
});
