import type { AppState } from "../../protocol/state.ts";

/** As far as can be known: a camera that doesn't look sees nobody either way. Outside its hours the place is empty. */
export function nobodyIsThere({
  player,
  camera,
  room,
}: Pick<AppState, "player"> & { camera: { looking: boolean }; room: { faces: number } }): boolean {
  return player.intended === "closed" || (camera.looking && room.faces === 0);
}
