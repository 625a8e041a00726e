import { join } from "node:path";
import { drawCover } from "./draw-cover.ts";
import { encode } from "./encode.ts";
import { level } from "./loudness.ts";
import { mixdown } from "./mixdown.ts";
import type { Piece } from "./piece.ts";

/** Where streaming services level music to, too: a café's own songs won't be louder. */
const aimLufs = -16;
/** The encoder overshoots by up to a decibel; with this the decoded peaks stay below -1 dBFS. */
const ceiling = 10 ** (-2.2 / 20);

/** One piece from its score to its file in the folder. */
export async function renderPiece(folder: string, piece: Piece): Promise<void> {
  const [left, right] = mixdown(piece);
  const lufs = level([left, right], { lufs: aimLufs, ceiling });
  const cover = await drawCover(piece);
  await encode(join(folder, fileName(piece)), { piece, left, right, lufs, cover });
}

export function fileName({ artist, title }: Piece): string {
  return `${artist} - ${title}.mp3`;
}
