import { expect, test } from "vitest";
import { signs } from "./signs.ts";

test("a line has room for signs where its script has any", () => {
  for (const title of ["सुबह की धूप", "ليالي الصيف", "Nordlicht – שלום", "เพลง"])
    expect(signs(title)).toBe("signs");
  for (const title of ["Über den Wolken", "Björk Ähnlich", "Été", "Йога"]) expect(signs(title)).toBe("signs");
  for (const title of ["", "Café crème", "純喫茶の夜", "Ночь 7"]) expect(signs(title)).toBe("");
});
