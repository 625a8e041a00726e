import type { Command } from "../../../protocol/messages.ts";
import type { Role, Seat } from "../../../protocol/people.ts";
import { pages } from "../routes/pages.ts";

/**
 * At which seats a role may do something. A role that is not named may not. Nobody is an admin but on the machine itself
 * or by HTTPS (`seated`): that is part of the seat.
 */
export type Right = Readonly<Partial<Record<Role, readonly Seat[]>>>;

const anywhere: readonly Seat[] = ["kiosk", "phone", "admin"];
const everybody: Right = { guest: anywhere, member: anywhere, admin: anywhere };
const members: Right = { member: anywhere, admin: anywhere };
/** Until there is an admin, whoever is on the machine itself is one (who.ts). */
const owner: Right = { admin: anywhere };
/** What a phone in the network can't do in the kiosk's place. */
const kioskOrOwner: Right = { guest: ["kiosk"], member: ["kiosk"], admin: anywhere };
const atKiosk: Right = { member: ["kiosk"], admin: ["kiosk"] };
const kiosk: Right = { guest: ["kiosk"], member: ["kiosk"], admin: ["kiosk"] };

/**
 * Who may ask for what: every route of the server, by its method and pattern. The server refuses to start with a route
 * that has no row here, and a test walks all of them as every role from every seat.
 */
export const routeRights: Readonly<Record<string, Right>> = {
  "GET /*": everybody,
  ...Object.fromEntries(pages.map((page) => [`GET /${page}`, everybody])),
  "GET /ws": everybody,
  "GET /ws/taps": kiosk,
  // Guests' phones: the daemon asks for their cookie, and whether the owner lets them.
  "GET /ws/phone": everybody,
  "POST /api/guest": everybody,
  "GET /api/guest/songs": everybody,
  "GET /api/guest/moods/:mood": everybody,
  "POST /api/guest/others": everybody,
  "POST /api/guest/requests": everybody,
  "DELETE /api/guest/requests/:id": everybody,
  "PUT /api/guest/votes/:id": everybody,
  "GET /api/state": everybody,
  "GET /api/health": everybody,
  "GET /metrics": everybody,
  // Each command has its own row below.
  "POST /api/commands": everybody,

  "GET /api/setup": everybody,
  "POST /api/setup": everybody,
  "POST /api/kiosk": everybody,
  "DELETE /api/kiosk": { admin: ["kiosk"] },
  "GET /api/session": everybody,
  "POST /api/session": everybody,
  "DELETE /api/session": everybody,
  "POST /api/session/ticket": kiosk,
  // Elsewhere nobody walks away from a page that others see.
  "POST /api/session/touched": kiosk,
  "POST /api/session/admin": members,

  "GET /api/me": members,
  "PATCH /api/me": members,
  "DELETE /api/me": members,
  "DELETE /api/me/sessions": members,
  "DELETE /api/me/cards/:id": members,
  "GET /api/me/export": members,
  // Onto a stick in the machine itself, by who has plugged it in; a phone keeps files of its own.
  "GET /api/me/export/sticks": atKiosk,
  "POST /api/me/export/sticks": atKiosk,
  "DELETE /api/me/presence": members,
  "GET /api/me/songs": members,
  "PUT /api/me/tastes/:id": members,
  "GET /api/me/history": members,
  "DELETE /api/me/history": members,

  "GET /api/people/tiles": kioskOrOwner,
  "POST /api/people": kioskOrOwner,
  "POST /api/people/name": kioskOrOwner,
  "GET /api/people": owner,
  "PATCH /api/people/:id": owner,
  "DELETE /api/people/:id": owner,
  "POST /api/people/:id/cards": owner,
  "DELETE /api/people/:id/cards/:card": owner,

  "GET /api/readers": owner,
  "POST /api/readers": owner,
  "DELETE /api/readers/learning": owner,
  "DELETE /api/readers/:reader": owner,
  "POST /api/people/:id/cards/teach": owner,
  // From a phone the next card at the kiosk would be somebody else's.
  "POST /api/me/cards/teach": atKiosk,
  "DELETE /api/cards/teaching": kioskOrOwner,

  // The only way to a picture: for whoever aims the camera, while they do.
  "GET /api/camera/preview": owner,
  "GET /api/camera/devices": owner,

  "GET /api/settings": everybody,
  "PATCH /api/settings": owner,
  "DELETE /api/settings/:name": owner,
  "GET /api/outputs": everybody,

  "GET /api/library/tracks": everybody,
  "GET /api/library/tracks/:id": everybody,
  "GET /api/library/tracks/:id/evidence": everybody,
  "GET /api/library/tracks/:id/cover": everybody,
  "GET /api/library/languages": everybody,
  "GET /api/library/artists": everybody,
  "GET /api/library/map": everybody,
  "POST /api/library/scan": owner,
  "POST /api/library/corrections": owner,
  "GET /api/library/corrections.csv": everybody,
  "POST /api/library/corrections.csv": owner,
  "DELETE /api/library/corrections/:id": owner,
  "GET /api/library/blocks": everybody,
  "POST /api/library/blocks": owner,
  "DELETE /api/library/blocks": owner,
  // These tell paths of the machine.
  "GET /api/library/moods.m3u8": owner,
  "GET /api/library/uploads": owner,
  "PUT /api/library/uploads": owner,
  "DELETE /api/library/uploads": owner,
  "GET /api/library/drives": owner,
  "GET /api/library/copies": owner,
  "POST /api/library/copies": owner,
  "DELETE /api/library/copies": owner,
  "GET /api/backups": owner,
  "POST /api/backups": owner,
  "GET /api/backups/:name": owner,
  "POST /api/backups/:name/restore": owner,
  "GET /api/recovery": owner,
  "DELETE /api/recovery": owner,
  "GET /api/update": owner,
  "PUT /api/update/release": owner,
  "PUT /api/update/signature": owner,
  "POST /api/update": owner,
  "DELETE /api/update": owner,

  "GET /api/history": owner,
  "GET /api/history/hours": owner,
  "GET /api/about": owner,
  "GET /api/logs": owner,
  "GET /api/support-bundle": owner,
  "POST /api/restart": owner,
  "GET /api/model": everybody,
  "GET /api/model/pictures/:name": everybody,

  // They tell when somebody was there, and the first how the room felt.
  "GET /api/plays": owner,
  "GET /api/plays.csv": owner,
  "GET /api/effect": everybody,
};

/** Guests steer on the machine itself; on their phones by turns and votes, and only where the owner lets them. */
const steering: Right = { guest: ["kiosk", "admin"], member: anywhere, admin: anywhere };

/** Every command, by what it does: `rightOf` says it of one. */
export const commandRights: Readonly<Record<Command["do"], Right>> = {
  play: steering,
  pause: steering,
  skip: steering,
  seek: steering,
  setVolume: steering,
  // Off, for whoever is seen by it, from wherever they are.
  switchCamera: everybody,
  setMood: steering,
  letCameraLead: steering,
  playPick: steering,
  playTrack: steering,
  unqueue: steering,
  otherPicks: steering,
  wrongMood: steering,
  block: steering,
  undoCorrection: steering,
  prefer: steering,
};

/** What somebody in the room closed nobody opens from elsewhere, but for an admin. */
export const opensCamera = (command: Command): boolean => command.do === "switchCamera" && command.on;

/** Who may give a command as it is: opening the camera is another thing than closing it. */
export const rightOf = (command: Command): Right =>
  opensCamera(command) ? kioskOrOwner : commandRights[command.do];

/** Whether a session holds in the browser that brings it: at the seat where it began, and an admin's where nobody reads along. */
export function seated(
  { seat, role }: { seat: Seat; role: Role },
  { atKiosk, secure }: { atKiosk: boolean; secure: boolean },
): boolean {
  return (seat !== "kiosk" || atKiosk) && (role !== "admin" || secure);
}

export function mayDo(right: Right, { role, seat }: { role: Role; seat: Seat }): boolean {
  return right[role]?.includes(seat) ?? false;
}

/** HEAD is GET without the answer's body. */
export function routeKey(method: string, pattern: string): string {
  return `${method === "HEAD" ? "GET" : method} ${pattern}`;
}
