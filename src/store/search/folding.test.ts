import { expect, test } from "vitest";
import { folded } from "./folding.ts";

test.each([
  ["Élan VITAL", "elan vital"],
  ["Straße", "strasse"],
  ["Łódź Ørsted Æon Œuvre Đorđe Þór", "lodz orsted aeon oeuvre dorde thor"],
  ["Dağ Işık İstanbul", "dag isik istanbul"],
  ["Ёлка Й", "елка и"],
  ["Άλφα", "αλφα"],
  ["ＡＢＣ ﬁn", "abc fin"],
  ["שָׁלוֹם", "שלום"],
  ["مُحَمَّد", "محمد"],
  ["so\u00adft\u200bly", "softly"],
])("%j is %j", (text, plain) => {
  expect(folded(text)).toBe(plain);
});

test.each(["がか", "हिन्दी", "เพลงรัก", "사랑", "純喫茶"])("%j keeps the marks that are letters", (text) => {
  expect(folded(text)).toBe(text.normalize("NFC"));
});
