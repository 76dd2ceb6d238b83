import { open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Api } from "@/cli/api";
import type { Option, Running } from "@/cli/command";
import { Ended, type Exit, exits, failed } from "@/cli/exits";
import { sizeOf } from "@/cli/table";

/** Where a download goes. */
export const toFile = {
  output: { says: "the file; - for stdout. Left out: a file on a screen, else stdout", value: "FILE", short: "o" },
  force: { says: "overwrite the file", short: "f" },
} as const satisfies Record<string, Option>;

/** How often a download that breaks off is taken up again. */
const mostBreaks = 5;

/** Fetches what an address answers into a file or to stdout; where the server allows ranges, it goes on where it broke off. */
export async function fetchFile(running: Running, api: Api, path: string): Promise<Exit> {
  const { given, terminal, folder } = running;
  const said = given.text("output");
  if (said === "-" || (said === undefined && !terminal.isScreen)) return toStdout(running, api, path);
  if (said !== undefined) await mayWrite(running, resolve(folder, said));
  const file = await downloaded(running, { api, path, target: said === undefined ? undefined : resolve(folder, said) });
  terminal.note(`${basename(file.path)}: ${sizeOf(file.bytes)}`);
  return exits.done;
}

async function mayWrite({ given }: Running, target: string): Promise<void> {
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory()) throw failed(`${target} is a folder. Name a file in it.`);
  if (there && !given.flag("force")) throw failed(`${target} is there already. Say --force to overwrite it.`);
}

async function toStdout(running: Running, api: Api, path: string): Promise<Exit> {
  const response = await api.fetch(path);
  const { write } = running.terminal;
  await moved(response, running, { into: write, before: 0 }).catch((error: unknown) => {
    throw brokenOff(running, error, "What was written to stdout is not whole.");
  });
  return exits.done;
}

type Download = { api: Api; path: string; target: string | undefined };
export type Downloaded = { path: string; bytes: number };

/** Keeps what comes beside the file until it is whole; with an entity tag a later run goes on with it. */
export async function downloaded(running: Running, { api, path, target }: Download): Promise<Downloaded> {
  let to = target;
  for (let breaks = 0; ; breaks += 1) {
    const half = to === undefined ? undefined : await halfOf(to, `${api.url}${path}`);
    const headers = half ? { range: `bytes=${half.bytes}-`, "if-range": half.etag } : undefined;
    const response = await api.fetch(path, headers && { headers });
    to ??= await nameFor(running, response);
    const etag = response.headers.get("etag") ?? undefined;
    const before = half && response.status === 206 ? half.bytes : 0;
    const part = `${to}.part`;
    if (before > 0) running.terminal.note(`Going on at ${sizeOf(before)}.`);
    if (etag !== undefined) await writeFile(`${part}.json`, JSON.stringify({ from: `${api.url}${path}`, etag }));
    try {
      await intoFile(part, before, (into) => moved(response, running, { into, before }));
      const { size } = await stat(part);
      await rename(part, to);
      await rm(`${part}.json`, { force: true });
      return { path: to, bytes: size };
    } catch (error) {
      if (etag === undefined) await rm(part, { force: true });
      const kept = etag === undefined ? "Nothing was kept; run it again." : "Run it again to go on where it was.";
      if (running.signal.aborted || isOfDisk(error) || breaks >= mostBreaks) throw brokenOff(running, error, kept);
      running.terminal.note("The download broke off; trying again.");
    }
  }
}

const isOfDisk = (error: unknown) =>
  error instanceof Error && "code" in error && /^(ENOSPC|EDQUOT|EACCES|EROFS|ENOENT|EISDIR)$/.test(String(error.code));

function brokenOff({ signal }: Running, error: unknown, kept: string): Ended {
  if (signal.aborted) return new Ended(exits.interrupted, `Interrupted. ${kept}`);
  if (error instanceof Ended) return error;
  const why = isOfDisk(error) && error instanceof Error ? error.message : "the connection ended early";
  return failed(`The download broke off: ${why}. ${kept}`);
}

/** What an earlier run kept of the same file. */
async function halfOf(target: string, from: string): Promise<{ bytes: number; etag: string } | undefined> {
  const said: unknown = await readFile(`${target}.part.json`, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
  const size = (await stat(`${target}.part`).catch(() => undefined))?.size ?? 0;
  if (size === 0 || typeof said !== "object" || said === null || !("etag" in said) || !("from" in said))
    return undefined;
  return said.from === from ? { bytes: size, etag: String(said.etag) } : undefined;
}

/** The file's name as the server says it, in the folder where the command runs. */
async function nameFor(running: Running, { headers }: Response): Promise<string> {
  const said = nameIn(headers.get("content-disposition") ?? "");
  const target = resolve(running.folder, said);
  await mayWrite(running, target);
  return target;
}

/** The name in a `Content-Disposition`: never with a folder, never hidden. */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const simple = /filename="([^"]*)"/i.exec(disposition)?.[1];
  let name = simple ?? "";
  try {
    if (encoded !== undefined) name = decodeURIComponent(encoded);
  } catch {
    // The plain name will do.
  }
  return name.replaceAll(/[/\\\p{Cc}<>:"|?*]/gu, "_").replace(/^[.\s]+/, "") || "download";
}

type Move = { into: (chunk: Uint8Array) => Promise<unknown>; before: number };

/** Hands over what comes, chunk by chunk; throws when the answer ends before its end. */
async function moved(response: Response, { terminal, signal }: Running, { into, before }: Move): Promise<void> {
  if (!response.body) return;
  const length = response.headers.get("content-length");
  const total = length === null ? undefined : before + Number(length);
  const progress = terminal.progress("Downloading");
  let done = before;
  try {
    for await (const chunk of response.body) {
      signal.throwIfAborted();
      await into(chunk);
      done += chunk.byteLength;
      progress.at(done, total, sizeOf(done));
    }
  } finally {
    progress.end();
  }
}

/** Adds to a file, or begins it; what came is in it also when the rest does not come. */
async function intoFile(path: string, before: number, move: (into: Move["into"]) => Promise<void>): Promise<void> {
  const file = await open(path, before > 0 ? "a" : "w");
  try {
    await move((chunk) => file.appendFile(chunk));
    await file.sync();
  } finally {
    await file.close();
  }
}
