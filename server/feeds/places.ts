import "server-only";
import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import { FeedTrouble } from "@/server/feeds/item";

/** Whether a real path is a folder or lies in it. */
const liesIn = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/**
 * The real path of something that a feed may read: it lies in one of the folders that the operator listed, wherever links
 * lead to. Throws `FeedTrouble` in the same words whether it is missing or elsewhere, so that nobody learns what is there.
 */
export async function allowedPath(path: string, roots: readonly string[]): Promise<string> {
  const no = new FeedTrouble(
    "There is no such place in the folders that this installation lists for feeds (GLOSSATOR_FEED_FOLDERS). Nothing was read.",
  );
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw no;
  for (const root of roots) {
    const folder = await realpath(root).catch(() => undefined);
    if (folder !== undefined && liesIn(real, folder)) return real;
  }
  throw no;
}
