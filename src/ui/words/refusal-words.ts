import type { RoomRefusal } from "../../protocol/refusals.ts";
import { translated } from "../languages/tables.ts";

export type RefusalWords = Readonly<Record<RoomRefusal, string>>;

/** Why the daemon refuses something, by its code; null in English, which is what the daemon says. */
export let refusalWords: RefusalWords | null = null;

translated<RefusalWords | null>(
  null,
  {
    de: () => import("../languages/de/refusals.ts"),
    fr: () => import("../languages/fr/refusals.ts"),
    es: () => import("../languages/es/refusals.ts"),
    hi: () => import("../languages/hi/refusals.ts"),
    ar: () => import("../languages/ar/refusals.ts"),
    zh: () => import("../languages/zh/refusals.ts"),
  },
  (table) => {
    refusalWords = table;
  },
);
