import { spawn } from "node:child_process";
import { join } from "node:path";
import { quantile } from "@/bench/figure";
import { root } from "@/scripts/root.mjs";

export type Job = { method: string; path: string; body?: unknown };
type Wish = { url: string; token?: string; clients: number; jobs: readonly Job[]; times?: number };
/** `p99`, `p50` and `latencies` in milliseconds. */
type Load = { perSecond: number; p50: number; p99: number; count: number; latencies: number[] };

const patience = 120_000;

/** Sends jobs from a process of its own; every answer must be a success. */
export async function load({ url, token, clients, jobs, times }: Wish): Promise<Load> {
  const headers = { connection: "keep-alive", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const sent = jobs.map(({ body, ...job }) => ({ ...job, ...(body ? { body: JSON.stringify(body) } : {}) }));
  const output = await client(JSON.stringify({ url, clients, headers, jobs: sent, times }));
  const { took, answers, latencies, firstRefusal } = JSON.parse(output) as {
    took: number;
    answers: Record<string, number>;
    latencies: number[];
    firstRefusal: string;
  };
  const refused = Object.keys(answers).filter((status) => !status.startsWith("2"));
  if (refused.length > 0) throw new Error(`Answers were ${JSON.stringify(answers)}: ${firstRefusal}`);
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    perSecond: (sorted.length * 1000) / took,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    count: sorted.length,
    latencies,
  };
}

function client(input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bench", "load-client.mjs")], {
      stdio: ["pipe", "pipe", "inherit"],
      timeout: patience,
    });
    const heard: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => heard.push(chunk));
    child.once("error", reject);
    child.stdin.once("error", () => undefined);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(heard).toString());
      else reject(new Error(`The clients ended with ${signal ?? code}.`));
    });
    child.stdin.end(input);
  });
}
