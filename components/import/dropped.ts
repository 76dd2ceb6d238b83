/** Files that were dropped on another page of the project, until the page of imports takes them. */
let held: readonly File[] = [];

export function holdDropped(files: readonly File[]): void {
  held = files;
}

/** The files that wait; a page may be made several times before it is shown, so looking takes nothing away. */
export const droppedFiles = (): readonly File[] => held;

/** Once a page has them. */
export function forgetDropped(): void {
  held = [];
}

/** Every file of a drop, also those in folders. */
export async function filesDropped({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const plain = [...files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found = await Promise.all(entries.flatMap((entry) => (entry ? [filesBelow(entry)] : [])));
  return found.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map(filesBelow))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
