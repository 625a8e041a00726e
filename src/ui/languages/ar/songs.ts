import { pluralIn } from "../plural.ts";

const plural = pluralIn("ar-u-nu-latn");

/** "أغنيتان": the six forms of a count of songs. */
export const songs = (count: number): string =>
  plural(count, {
    ...{ zero: "لا أغانٍ", one: "أغنية واحدة", two: "أغنيتان" },
    ...{ few: "# أغانٍ", many: "# أغنية", other: "# أغنية" },
  });
