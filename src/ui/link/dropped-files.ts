/** A file with the place that it has below what was dropped or picked. */
export interface PlacedFile {
  file: File;
  /** With `/` between folders. */
  path: string;
}

/** From an `<input type="file">`, also one that picks folders. */
export function pickedFiles(files: Iterable<File>): readonly PlacedFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/**
 * Everything that was dropped, folders looked through, as it is found. The items must be taken at once: a browser
 * forgets them with the event.
 */
export function droppedFiles(items: Iterable<DataTransferItem>): AsyncGenerator<PlacedFile> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return below(entries, "");
}

async function* below(entries: readonly FileSystemEntry[], folder: string): AsyncGenerator<PlacedFile> {
  for (const entry of entries) {
    const path = folder + entry.name;
    if (isFile(entry)) {
      yield { file: await new Promise((resolve, reject) => entry.file(resolve, reject)), path };
    } else if (isFolder(entry)) {
      const reader = entry.createReader();
      // Browsers hand over at most a hundred at a time; none means the end.
      for (let some = await read(reader); some.length > 0; some = await read(reader))
        yield* below(some, `${path}/`);
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const read = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));
