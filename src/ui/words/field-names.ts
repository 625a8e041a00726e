import { translated } from "../languages/tables.ts";

const english = {
  name: "Name",
  place: "Place",
  passphrase: "Passphrase",
  newPassphrase: "New passphrase",
  pin: "PIN",
  newPin: "New PIN",
  code: "Code",
  number: "Card number",
  timeZone: "Time zone",
  artist: "Artist",
  search: "Search",
  from: "From",
  to: "To",
  days: "Days",
  path: "Path",
  volume: "Volume",
};

/** The fields of forms, by their names in requests: a refusal says which of them it means. */
export type FieldNames = Readonly<Record<keyof typeof english, string>>;
export let fieldNames: FieldNames = english;

translated<FieldNames>(
  english,
  {
    de: async () => ({ words: (await import("../languages/de/refusals.ts")).fields }),
    fr: async () => ({ words: (await import("../languages/fr/refusals.ts")).fields }),
    es: async () => ({ words: (await import("../languages/es/refusals.ts")).fields }),
    hi: async () => ({ words: (await import("../languages/hi/refusals.ts")).fields }),
    ar: async () => ({ words: (await import("../languages/ar/refusals.ts")).fields }),
    zh: async () => ({ words: (await import("../languages/zh/refusals.ts")).fields }),
  },
  (names) => {
    fieldNames = names;
  },
);
