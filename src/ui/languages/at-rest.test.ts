import { expect, test } from "vitest";
import { atRest, browsersOwn, offeredBy, typedIn } from "./at-rest.ts";

const none = { screenLanguages: [], kept: null, asked: [] } as const;

test("with none chosen all languages are offered", () => {
  expect(offeredBy([])).toEqual(["en", "de", "fr", "es", "hi", "ar", "zh"]);
  expect(offeredBy(["ar", "de"])).toEqual(["ar", "de"]);
});

test("Latin letters can be typed whatever the owner chose", () => {
  expect(typedIn(["ar", "hi"])).toEqual(["ar", "hi", "en"]);
  expect(typedIn(["en", "zh"])).toEqual(["en", "zh"]);
  expect(typedIn([])).toEqual(offeredBy([]));
});

test("a browser gets the first of its languages that is offered, in whatever country", () => {
  expect(browsersOwn(["pt-BR", "ZH-tw", "en"], offeredBy([]))).toBe("zh");
  expect(browsersOwn(["pt-BR", "zh-TW", "en"], ["de", "en"])).toBe("en");
  expect(browsersOwn(["pt"], ["de"])).toBeNull();
});

test("the appliance's own screen rests in the owner's first language, whatever somebody chose or its system speaks", () => {
  expect(atRest("kiosk", { screenLanguages: ["hi", "en"], kept: "fr", asked: ["de"] })).toBe("hi");
  expect(atRest("kiosk", { ...none, asked: ["es-MX"], kept: "fr" })).toBe("es");
  expect(atRest("kiosk", none)).toBe("en");
});

test("a browser of one's own keeps what was chosen in it, for as long as that is offered", () => {
  expect(atRest("own", { screenLanguages: ["hi", "fr"], kept: "fr", asked: ["hi"] })).toBe("fr");
  expect(atRest("own", { screenLanguages: ["hi", "de"], kept: "fr", asked: ["en"] })).toBe("hi");
  expect(atRest("own", { ...none, asked: ["ar-EG"] })).toBe("ar");
});
