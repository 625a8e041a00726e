import { intlTag } from "../languages/tables.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "3.4 GB", as disks are sold: by thousands. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(intlTag(), {
    style: "unit",
    unit: UNITS[power] ?? "byte",
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  }).format(value);
}
