import { type FileHandle, open } from "node:fs/promises";

const pieceBytes = 256 * 1024;

/** Whether two files hold the same. What can't be opened, or is no file, is not the same. */
export async function haveSameBytes(one: string, other: string): Promise<boolean> {
  const files: FileHandle[] = [];
  try {
    for (const path of [one, other]) files.push(await open(path, "r"));
    return await compare(files[0] as FileHandle, files[1] as FileHandle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  } finally {
    for (const file of files) await file.close();
  }
}

async function compare(one: FileHandle, other: FileHandle): Promise<boolean> {
  const [a, b] = [await one.stat(), await other.stat()];
  if (!a.isFile() || !b.isFile() || a.size !== b.size) return false;
  const [left, right] = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)];
  for (let at = 0; at < a.size; ) {
    const { bytesRead } = await one.read(left, 0, pieceBytes, at);
    if (bytesRead === 0) return false;
    const there = await other.read(right, 0, bytesRead, at);
    if (there.bytesRead !== bytesRead) return false;
    if (left.compare(right, 0, bytesRead, 0, bytesRead) !== 0) return false;
    at += bytesRead;
  }
  return true;
}
