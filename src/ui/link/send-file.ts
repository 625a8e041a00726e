import type { PassedOver, Upload, UploadRefused } from "../../protocol/music-in.ts";
import { musicInWords } from "../words/music-in-words.ts";
import { words } from "../words/words.ts";
import { reasonIn } from "./ask.ts";
import type { PlacedFile } from "./dropped-files.ts";
import { putFile } from "./put-file.ts";

/** What became of a file; `kind` is null where the daemon never said. */
export type Sent =
  | { ok: true; value: Upload | PassedOver }
  | { ok: false; reason: string; kind: UploadRefused["kind"] | null; again: boolean };

/** A file of music to the daemon. */
export async function sendFile(
  { file, path }: PlacedFile,
  on: { progress: (share: number) => void; signal: AbortSignal },
): Promise<Sent> {
  const put = await putFile(`/api/library/uploads?path=${encodeURIComponent(path)}`, file, on);
  // What broke off may go better next time.
  if ("lost" in put) return { ok: false, reason: musicInWords.add[put.lost], kind: null, again: true };
  const { status, answer } = put;
  if (status < 300) return { ok: true, value: answer as Upload | PassedOver };
  return { ok: false, ...refusal(status, answer) };
}

function refusal(status: number, response: unknown): Omit<Extract<Sent, { ok: false }>, "ok"> {
  const told = (response ?? {}) as Partial<UploadRefused>;
  const reason = reasonIn(response) ?? words.connection.refused(status);
  return { reason, kind: told.kind ?? null, again: told.again ?? false };
}
