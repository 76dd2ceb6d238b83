import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { failed } from "@/cli/exits";

/** A file to be sent: where it is, and its name with its folders below what was named. */
export type ToSend = { path: string; name: string; bytes: number };

/** The files that were named, and those in the folders that were named, without hidden ones, in a stable order. */
export async function filesNamed(words: readonly string[], folder: string): Promise<ToSend[]> {
  const all: ToSend[] = [];
  for (const word of words) {
    const path = resolve(folder, word);
    const found = await stat(path).catch(() => undefined);
    if (!found) throw failed(`${word} is not there. Nothing was sent.`);
    if (found.isFile()) all.push({ path, name: basename(path), bytes: found.size });
    else if (found.isDirectory()) all.push(...(await filesBelow(path)));
  }
  if (all.length === 0) throw failed("There is no file in it. Nothing was sent.");
  return [...new Map(all.map((each) => [each.path, each])).values()];
}

async function filesBelow(folder: string): Promise<ToSend[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith(".")),
    )
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      name: [basename(folder), ...relative(folder, path).split(sep)].join("/"),
      bytes: (await stat(path)).size,
    })),
  );
}
