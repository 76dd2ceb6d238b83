import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { Writable } from "node:stream";
import { Ended, exits, wrong } from "@/cli/exits";

type Out = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };
type In = Readable & { isTTY?: boolean | undefined };
export type Streams = { in: In; out: Out; err: Out };

/** Where a command speaks: results on stdout, everything else on stderr. */
export type Terminal = {
  /** Whether stdout is a screen, so that no bytes go there. */
  isScreen: boolean;
  /** Whether somebody can be asked. */
  canAsk: boolean;
  /** Onto stdout as it is. */
  write: (chunk: Uint8Array | string) => Promise<void>;
  result: (text: string) => Promise<void>;
  json: (value: unknown) => Promise<void>;
  /** A sentence on stderr; left out with --quiet. */
  note: (sentence: string) => void;
  /** A bar on stderr where that is a screen, and nothing otherwise. */
  progress: (what: string) => Progress;
  ask: (question: string, how?: { hidden?: boolean }) => Promise<string>;
  /** All of stdin, for a secret that a program hands over. */
  readAll: () => Promise<string>;
};

export type Progress = { at: (done: number, total?: number, words?: string) => void; end: () => void };

/** Milliseconds between two drawings of a bar. */
const pace = 100;
const barWidth = 24;

/** One line of progress, no longer than the screen is wide. */
export function barOf(what: string, { done, total, words = "", columns }: BarState): string {
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
  const filled = Math.round((share ?? 0) * barWidth);
  const bar =
    share === undefined ? "" : ` [${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ${Math.floor(share * 100)} %`;
  return `${what}${bar}${words ? `  ${words}` : ""}`.slice(0, Math.max(10, columns - 1));
}
type BarState = { done: number; total?: number | undefined; words?: string | undefined; columns: number };

export function terminalOn({ in: input, out, err }: Streams, quiet: boolean, signal: AbortSignal): Terminal {
  const isDrawn = err.isTTY === true && !quiet;
  let shown = false;
  const wipe = () => {
    if (shown) err.write("\r\u001b[K");
    shown = false;
  };
  const write = async (chunk: Uint8Array | string) => {
    if (!out.write(chunk)) await once(out, "drain", { signal });
  };
  const result = (text: string) => {
    wipe();
    return write(text.endsWith("\n") ? text : `${text}\n`);
  };
  return {
    isScreen: out.isTTY === true,
    canAsk: input.isTTY === true && err.isTTY === true,
    write,
    result,
    json: (value) => result(JSON.stringify(value, null, 2)),
    note: (sentence) => {
      wipe();
      if (!quiet) err.write(`${sentence}\n`);
    },
    progress: (what) => {
      let last = Number.NEGATIVE_INFINITY;
      return {
        at: (done, total, words) => {
          if (!isDrawn || performance.now() - last < pace) return;
          last = performance.now();
          err.write(`\r${barOf(what, { done, total, words, columns: err.columns ?? 80 })}\u001b[K`);
          shown = true;
        },
        end: wipe,
      };
    },
    ask: (question, { hidden = false } = {}) => {
      wipe();
      return asking({ input, err, hidden, signal }, question);
    },
    readAll: async () => {
      const parts: Buffer[] = [];
      for await (const part of input) parts.push(Buffer.from(part));
      return Buffer.concat(parts).toString("utf8").trim();
    },
  };
}

type Asking = { input: In; err: Out; hidden: boolean; signal: AbortSignal };

/** What somebody typed; of what is hidden nothing is shown. */
async function asking({ input, err, hidden, signal }: Asking, question: string): Promise<string> {
  if (input.isTTY !== true) throw wrong("Nobody can be asked here: this is no terminal.");
  err.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: hidden ? nowhere : err, terminal: true });
  try {
    const stop = new Promise<never>((_, reject) =>
      lines.once("SIGINT", () => reject(new Ended(exits.interrupted, "Interrupted."))),
    );
    return (await Promise.race([lines.question("", { signal }), stop])).trim();
  } finally {
    lines.close();
    if (hidden) err.write("\n");
  }
}
