import type { Who } from "./who.ts";

/**
 * Whose paths and addresses they are, and whoever is on the machine and sees its files anyway: not who stands before its
 * touchscreen, where the browser shows these pages alone.
 */
export const isToldAll = ({ role, seat, whence }: Who): boolean =>
  role === "admin" || (whence.here && seat !== "kiosk");
