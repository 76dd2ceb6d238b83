import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ran = { code: number | null; out: string; err: string };

/** A folder of somebody at a command line, with settings of their own. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "glossator-cli-"));
  readonly config = join(this.folder, "config");
  readonly env: Record<string, string> = {};

  /** Runs `glossator` with these words to its end; `hear` may end it earlier. */
  async run(words: readonly string[], { stdin = "", hear }: Running = {}): Promise<Ran> {
    const script = join(process.cwd(), "scripts", "glossator.mjs");
    const { GLOSSATOR_URL: _url, GLOSSATOR_TOKEN: _token, INIT_CWD: _cwd, ...rest } = process.env;
    const env = { ...rest, GLOSSATOR_CONFIG: this.config, ...this.env };
    const child = spawn(process.execPath, [script, ...words], { cwd: this.folder, env });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
      hear?.(err, () => child.kill("SIGINT"));
    });
    child.stdin.end(stdin);
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, out, err };
  }
}

type Running = { stdin?: string; hear?: (err: string, interrupt: () => void) => void };
