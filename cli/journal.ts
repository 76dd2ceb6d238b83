import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configFolder } from "@/cli/account";
import type { Running } from "@/cli/command";

/** One line of a journal: something that came in, by the digest of its bytes. */
export type Line = { key: string; [name: string]: unknown };

/** What has come in from this machine, one line each, so that nothing is sent twice. */
export type Journal = { of: (key: string) => Line | undefined; add: (line: Line) => Promise<void> };

/** The journal of imports into one project of one server; the last line of a key is the one that counts. */
export async function openJournal({ env }: Pick<Running, "env">, url: string, projectId: string): Promise<Journal> {
  const name = createHash("sha256").update(`${url} ${projectId}`).digest("hex").slice(0, 32);
  const path = join(configFolder(env), "imports", `${name}.jsonl`);
  const lines = new Map<string, Line>();
  for (const text of (await readFile(path, "utf8").catch(() => "")).split("\n")) {
    const line = lineIn(text);
    if (line) lines.set(line.key, line);
  }
  return {
    of: (key) => lines.get(key),
    add: async (line) => {
      lines.set(line.key, line);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Begins on a line of its own, should an earlier run have been cut off within one.
      await appendFile(path, `\n${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  };
}

function lineIn(text: string): Line | undefined {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === "object" && said !== null && "key" in said && typeof said.key === "string")
      return { ...said, key: said.key };
  } catch {
    // A line that was cut off says nothing.
  }
  return undefined;
}

/** SHA-256 of a file's bytes, lower-case hex. */
export async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk);
  return digest.digest("hex");
}

/** An operation id that follows from what is sent: sent again, it is answered as it was the first time (UUID version 8). */
export function opIdFrom(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(parts.join("\n")).digest("hex");
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
