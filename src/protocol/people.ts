import type { Id } from "./time.ts";

/** Who did something. Until people sign in, everybody at the screen is a guest, and who is at the library page the owner. */
export type Actor =
  | { kind: "person"; id: Id }
  | { kind: "guest"; sessionId: Id }
  | { kind: "owner" | "schedule" | "mqtt" | "system" };

/** Where a page stands, which decides what it is shown. */
export type Seat = "kiosk" | "phone" | "admin";
