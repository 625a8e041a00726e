import { isAudioName } from "../tags/file-name.ts";

/** What Windows, macOS, Android and storage boxes keep for themselves, the pictures of their players among it. */
const files =
  /^(\._.*|thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|icon\r?|albumart_\{[^}]*\}_(large|small)\.jpg|albumartsmall\.jpg)$/i;
const folders =
  /^(__macosx|system volume information|\$recycle\.bin|lost\.dir|lost\+found|@eadir|#recycle)$/i;

/** Whether a folder of this name holds nothing that a person put there. */
export function isSystemFolderName(name: string): boolean {
  return folders.test(name);
}

/** Whether this path, with slashes, names what came along without anybody's wish. */
export function isSystemFile(path: string): boolean {
  const names = path.split(/[/\\]+/).filter((name) => name !== "");
  const name = names.pop() ?? "";
  const isHidden = name.startsWith(".") && !isAudioName(name) && !name.startsWith("..");
  return isHidden || files.test(name) || names.some(isSystemFolderName);
}
