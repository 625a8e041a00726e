/** Why not, for whoever asked; `sentence` is for a screen. */
export interface Unwilling {
  fault: "invalid" | "taken" | "full" | "busy" | "unknown" | "last-admin";
  sentence: string;
}
