import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { FeedTrouble, type FoundItem, keyOf } from "@/server/feeds/item";
import { allowedPath } from "@/server/feeds/places";
import { uploadLimit } from "@/server/import/upload";

/** Files that a folder may have. */
const mostFiles = 10_000;
/** Milliseconds since a file was last written: younger ones are still being written, perhaps. */
const settled = 5000;

/** The files of a folder and the folders in it, by their path; hidden ones, links and what is still written left out. */
export async function itemsOfFolder(path: string, roots: readonly string[]): Promise<FoundItem[]> {
  const folder = await allowedPath(path, roots);
  if (!(await lstat(folder)).isDirectory()) throw new FeedTrouble("This is no folder. Nothing was read.");
  const items: FoundItem[] = [];
  for await (const file of filesIn(folder)) {
    if (items.length >= mostFiles)
      throw new FeedTrouble(`The folder has more than ${mostFiles} files. Nothing of it was imported; divide it.`);
    const { size, mtimeMs } = await lstat(file);
    if (Date.now() - mtimeMs < settled) continue;
    const key = relative(folder, file).replaceAll("\\", "/");
    items.push({
      key: keyOf(key),
      title: key.slice(-500),
      fileName: key.split("/").at(-1) ?? key,
      sha256: size > uploadLimit ? `larger ${size}` : await sha256Of(file),
      bytes: async () => {
        if (size > uploadLimit) throw new FeedTrouble("The file is larger than 64 MB.");
        return new Uint8Array(await readFile(file));
      },
    });
  }
  return items.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    // A link could lead anywhere, and is neither a file nor a folder here.
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}
