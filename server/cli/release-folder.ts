import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { finished } from "node:stream/promises";
import { Unzip, UnzipInflate } from "fflate";

/** What was wrong with a file that somebody named, in words for them. */
export class Wrong extends Error {}

/** A folder, or an archive that was unpacked into one; `close` deletes what was unpacked. */
export type Opened = { folder: string; close(): void };

/** Opens a release or a delta, as a folder or a zip. */
export async function openFolder(path: string): Promise<Opened> {
  const is = statSync(path, { throwIfNoEntry: false });
  if (!is) throw new Wrong(`${path}: there is no such file or folder.`);
  if (is.isDirectory()) return { folder: path, close: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "glossator-release-"));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    await unpack(path, folder);
    return { folder, close };
  } catch (error) {
    close();
    if (error instanceof Wrong) throw error;
    throw new Wrong(`${path}: is no zip, or is damaged (${error instanceof Error ? error.message : "unreadable"}).`);
  }
}

/** A path within the folder; what leads out of it is refused. */
export function within(folder: string, name: string): string {
  const parts = name.split("/");
  if (name === "" || parts.some((part) => part === "" || part === "." || part === "..") || /[\\\0:]/.test(name))
    throw new Wrong(`A file is called ${JSON.stringify(name)}, which is no name within a release.`);
  return join(folder, ...parts);
}

async function unpack(path: string, folder: string): Promise<void> {
  const writing: Promise<void>[] = [];
  let entries = 0;
  let broken: unknown;
  const unzip = new Unzip((file) => {
    entries += 1;
    const target = within(folder, file.name);
    const ready = mkdir(dirname(target), { recursive: true }).then(() => createWriteStream(target));
    const pieces: Promise<unknown>[] = [];
    let fulfil: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      fulfil = resolve;
    });
    file.ondata = (error, bytes, final) => {
      if (error) broken ??= error;
      const copy = Buffer.from(bytes);
      pieces.push(ready.then((stream) => stream.write(copy)));
      if (final || error) fulfil();
    };
    file.start();
    writing.push(
      ended.then(async () => {
        await Promise.all(pieces);
        const stream = await ready;
        stream.end();
        await finished(stream);
      }),
    );
  });
  unzip.register(UnzipInflate);
  for await (const chunk of createReadStream(path)) unzip.push(new Uint8Array(chunk));
  unzip.push(new Uint8Array(), true);
  if (broken) throw broken;
  if (entries === 0) throw new Wrong(`${path}: is no zip.`);
  await Promise.all(writing);
}

/** Every file below a folder, by its path with slashes. */
export async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .sort();
}

/** Length and SHA-256 of a file; undefined where there is none. */
export async function measured(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const digest = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    digest.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: digest.digest("hex") };
}
