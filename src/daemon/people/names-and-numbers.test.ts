import { expect, test } from "vitest";
import { cardNumber } from "./card-number.ts";
import { personName } from "./person-name.ts";

test.each(["Anna", "José María", "李小龍", "محمد", "अनुष्का", "O'Brien", "R2-D2", "Zoë 🎵", "<b>Bob</b>"])(
  "%s is a name, and is kept as it is",
  (name) => {
    expect(personName(name)).toEqual({ name });
  },
);

test("spaces that nobody sees are taken away", () => {
  expect(personName("  Anna   Lúz ")).toEqual({ name: "Anna Lúz" });
});

test.each(["", "   ", "…", "Anna\u0000", "Anna\nBen", "\u202eannA", "Anna\u2066", "A\u0007"])(
  "%j is no name",
  (name) => {
    expect(personName(name)).toEqual({ fault: expect.any(String) });
  },
);

test("a card's number is the same however a reader writes it", () => {
  const ways = ["04:a2:2B:1c", "04A22B1C", "04-a2-2b-1c", " 04a22b1c\n"];
  expect(new Set(ways.map(cardNumber))).toEqual(new Set(["04A22B1C"]));
  expect(cardNumber("0013847562")).toBe("0013847562");
});

test.each(["", "12", "hello", "04A2'; DROP TABLE cards", "F".repeat(41)])(
  "%j is no card's number",
  (text) => {
    expect(cardNumber(text)).toBeNull();
  },
);
