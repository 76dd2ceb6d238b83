import { Agent, request } from "node:http";

/**
 * Clients that send as fast as they are answered, each on a connection of its own: a process beside the server's, as
 * real clients are. Reads `{ url, clients, headers, jobs: [{ method, path, body? }], times? }` from stdin; sends every
 * job once, or the list over and over until `times` are sent. Writes `{ took, answers, latencies }` (milliseconds).
 */

/** @typedef {{ method: string, path: string, body?: string }} Job */
/** @typedef {{ url: string, clients: number, headers: Record<string, string>, jobs: Job[], times?: number }} Wish */

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
/** @type {Wish} */
const { url, clients, headers, jobs, times = jobs.length } = JSON.parse(Buffer.concat(chunks).toString());
const { hostname, port } = new URL(url);
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const bodies = jobs.map(({ body }) => (body === undefined ? undefined : Buffer.from(body)));

/** @type {number[]} */
const latencies = [];
/** @type {Record<string, number>} */
const answers = {};
let sent = 0;
let firstRefusal = "";

/** @param {number} nth */
function send(nth) {
  const at = nth % jobs.length;
  const { method, path } = jobs[at];
  const body = bodies[at];
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          ...headers,
          ...(body ? { "content-type": "application/json", "content-length": body.length } : {}),
        },
      },
      (response) => {
        const refused = (response.statusCode ?? 500) >= 300;
        if (refused) response.on("data", (chunk) => (firstRefusal ||= String(chunk).slice(0, 500)));
        else response.resume();
        response.once("error", reject);
        response.once("end", () => {
          latencies.push(performance.now() - began);
          answers[response.statusCode ?? 0] = (answers[response.statusCode ?? 0] ?? 0) + 1;
          resolve(undefined);
        });
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}

async function client() {
  while (sent < times) await send(sent++);
}

const began = performance.now();
await Promise.all(Array.from({ length: clients }, client));
const took = performance.now() - began;
agent.destroy();
process.stdout.write(JSON.stringify({ took, answers, latencies, firstRefusal }));
