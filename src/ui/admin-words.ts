/** The pages for whoever looks after Mien, in the order in which they are listed. */
export const ways = [
  { way: "overview", path: "/admin", name: "Overview" },
  { way: "library", path: "/library", name: "Library" },
  { way: "people", path: "/people", name: "People" },
  { way: "camera", path: "/camera", name: "Camera" },
  { way: "history", path: "/history", name: "History" },
  { way: "model", path: "/model", name: "Model" },
  { way: "upkeep", path: "/upkeep", name: "Upkeep" },
  { way: "settings", path: "/settings", name: "Settings" },
] as const;

export type Way = (typeof ways)[number]["way"];

/** What the admin's pages share. */
export const adminWords = {
  pages: "Pages",
  toKiosk: "To the kiosk",
  signIn: "Sign in",
  signInFirst: "This page is for admins.",
  fromAfar: "This page is for admins. Open it on the appliance itself, or by HTTPS.",
  secureWay: "Go to the encrypted page",
  loading: "One moment",
  again: "Try again",
};
