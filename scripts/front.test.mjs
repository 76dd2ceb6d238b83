import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "./postgres-place.mjs";
import { until } from "./process.mjs";
import { serve } from "./serve.mjs";

/** What stands before any app: a small one that, like Next, makes its server with `http.createServer`. */
const app = `
  import { appendFileSync } from "node:fs";
  import { createServer } from "node:http";
  import { Readable } from "node:stream";
  const server = createServer((request, response) => {
    appendFileSync("taken", request.headers.id ? request.headers.id + "\\n" : "");
    const wait = Number(new URL(request.url, "http://x").searchParams.get("wait") ?? 0);
    if (request.url.startsWith("/stream")) {
      response.write("begun ");
      setTimeout(() => response.end("finished"), wait);
      return;
    }
    if (request.url.includes("?refused")) {
      const reader = Readable.toWeb(request).getReader();
      void reader.read().then(() => {
        reader.releaseLock();
        response.writeHead(413).end("too much");
      });
      return;
    }
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk)).on("error", () => undefined);
    request.on("end", () => setTimeout(() => response.end("took " + Buffer.concat(chunks)), wait));
  });
  server.on("upgrade", (request, socket) => socket.end());
  server.listen(Number(process.env.PORT), process.env.HOSTNAME);`;

let build = "";
let port = 0;
/** @type {import("./serve.mjs").App} */
let served;
beforeEach(async () => {
  build = mkdtempSync(join(tmpdir(), "glossator-front-"));
  writeFileSync(join(build, "package.json"), '{ "type": "module" }');
  writeFileSync(join(build, "server.js"), app);
  port = await freePort();
  const url = `http://localhost:${port}`;
  served = await serve({ build, port, host: "127.0.0.1", url, databaseUrl: "", secret: "", demoEntry: false });
});
afterEach(async () => {
  await served.stop();
  rmSync(build, { recursive: true, force: true });
});

/** @param {string} path @param {import("node:http").RequestOptions & { body?: string | Buffer }} [options] */
function ask(path, { body, ...options } = {}) {
  return new Promise(
    (
      /** @type {(answer: { status: number, headers: Record<string, unknown>, text: string }) => void} */ resolve,
      reject,
    ) => {
      const request = http.request({ host: "127.0.0.1", port, path, ...options }, (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      request.on("error", reject).end(body);
    },
  );
}

/** Says something on a connection of its own and hears whatever comes until it is closed. @param {string} words */
function say(words) {
  const socket = connect(port, "127.0.0.1", () => socket.write(words));
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  const closed = new Promise((resolve) => socket.on("error", () => undefined).once("close", () => resolve(heard)));
  return { socket, closed, heard: () => heard };
}

const head = (method = "GET", path = "/api/v1/me") => `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n`;
const halfBody = `${head("PATCH")}Content-Length: 500\r\n\r\nhalf`;
const isStopping = async () => (await ask("/api/ready", { agent: false })).status === 503;

describe("methods", () => {
  test.each([
    { method: "TRACE", path: "/api/v1/me", allow: "GET, HEAD, PATCH, OPTIONS" },
    { method: "TRACE", path: "/work", allow: "GET, HEAD, OPTIONS" },
    { method: "PROPFIND", path: "/api/v1/me", allow: "GET, HEAD, PATCH, OPTIONS" },
    { method: "DELETE", path: "/api/v1/me", allow: "GET, HEAD, PATCH, OPTIONS" },
    { method: "POST", path: "/api/ready", allow: "GET, HEAD, OPTIONS" },
    { method: "GET", path: "/api/v1/projects/x/verdicts", allow: "POST, OPTIONS" },
    { method: "POST", path: "/work", allow: "GET, HEAD, OPTIONS" },
    { method: "QUERY", path: "/", allow: "GET, HEAD, OPTIONS" },
  ])("$method $path is refused with the methods there are", async ({ method, path, allow }) => {
    const { status, headers, text } = await ask(path, { method });
    expect({ status, allow: headers["allow"], type: headers["content-type"] }).toEqual({
      status: 405,
      allow,
      type: "application/problem+json; charset=utf-8",
    });
    expect(JSON.parse(text)).toMatchObject({
      kind: "method-not-allowed",
      status: 405,
      detail: expect.stringContaining("Allow header"),
    });
  });

  test.each([
    { path: "/api/v1/me", allow: "GET, HEAD, PATCH, OPTIONS" },
    { path: "/work", allow: "GET, HEAD, OPTIONS" },
    { path: "*", allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" },
  ])("OPTIONS $path tells them", async ({ path, allow }) => {
    expect(await ask(path, { method: "OPTIONS" })).toMatchObject({ status: 204, headers: { allow }, text: "" });
  });

  test("a browser is told on a page, a tunnel and an unknown address in their own way", async () => {
    const page = await ask("/work", { method: "POST", headers: { accept: "text/html,*/*" } });
    expect(page).toMatchObject({ status: 405, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(await say(`CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n`).closed).toMatch(
      /^HTTP\/1.1 405 [\s\S]*allow: GET/,
    );
    expect(JSON.parse((await ask("/api/v1/nothing")).text)).toMatchObject({ kind: "not-found", status: 404 });
  });

  test("HEAD, and a client that would like another protocol, are answered as usual", async () => {
    expect(await ask("/work", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
    const { socket, heard } = say(
      `${head()}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`,
    );
    expect(await until(() => heard().includes("took"), 5000)).toBe(true);
    socket.destroy();
  });
});

describe("a refusal before the body was read to its end", () => {
  const long = Buffer.alloc(8_000_000, "x");

  test("reaches a client that sends on, and is the last answer on its connection", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = 0; n < 5; n += 1) {
      const headers = n % 2 ? { "content-length": long.byteLength } : { "transfer-encoding": "chunked" };
      const refused = await ask("/api/v1/me?refused", { method: "PATCH", body: long, headers, agent });
      expect(refused).toMatchObject({ status: 413, text: "too much", headers: { connection: "close" } });
      expect(await ask("/work", { agent })).toMatchObject({ status: 200, headers: { connection: "keep-alive" } });
    }
    agent.destroy();
  });

  test("reaches fetch too, whose next request is answered", async () => {
    /** `duplex` is Node's own, so the DOM's types lack it. */
    const chunked = () =>
      fetch(
        `http://127.0.0.1:${port}/api/v1/me?refused`,
        /** @type {RequestInit} */ ({ method: "PATCH", body: new Blob([long]).stream(), duplex: "half" }),
      );
    for (let n = 0; n < 5; n += 1) {
      expect((await chunked()).status).toBe(413);
      expect((await fetch(`http://127.0.0.1:${port}/work`)).status).toBe(200);
    }
  });

  test("holds no connection for a client that never ends its body", async () => {
    const half = say(`${head("PATCH", "/api/v1/me?refused")}Content-Length: 500000\r\n\r\nhalf`);
    const began = Date.now();
    expect(await half.closed).toMatch(/^HTTP\/1.1 413 [\s\S]*too much/);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  test("and one without a body leaves the connection open", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const refused = await ask("/api/v1/nothing", { agent });
    expect(refused).toMatchObject({ status: 404, headers: { connection: "keep-alive" } });
    agent.destroy();
  });

  test("and a body that was read leaves the connection open", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const taken = await ask("/api/v1/me", { method: "PATCH", body: "x".repeat(300_000), agent });
    expect(taken).toMatchObject({ status: 200, headers: { connection: "keep-alive" } });
    agent.destroy();
  });
});

describe("an end", () => {
  test("finishes what was begun, refuses what is new, says so, and ends at once when nothing is open", async () => {
    const begun = [ask("/work?wait=1500"), ask("/stream?wait=1500")];
    const sent = ask("/api/v1/me?wait=1500", { method: "PATCH", body: "{}" });
    await sleep(200);
    const began = Date.now();
    const stopped = served.stop();
    await until(isStopping, 500, 10);
    expect(Date.now() - began).toBeLessThan(500);

    const refused = await ask("/api/v1/me", { method: "PATCH", body: "{}" });
    expect(refused).toMatchObject({ status: 503, headers: { connection: "close", "retry-after": "2" } });
    expect(JSON.parse(refused.text)).toMatchObject({
      kind: "unavailable",
      type: "urn:glossator:problem:stopping",
      retryAfterMs: 2000,
    });
    const page = await ask("/work", { headers: { accept: "text/html" } });
    expect(page.text).toMatch(/<meta http-equiv="refresh"[\s\S]*The server is shutting down/);
    expect((await ask("/api/health")).status).toBe(200);

    const answers = await Promise.all([...begun, sent]);
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, "took "],
      [200, "begun finished"],
      [200, "took {}"],
    ]);
    expect(answers[0]?.headers["connection"]).toBe("close");
    await stopped;
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test("under load nothing that was taken is cut, and nothing is taken any more", async () => {
    const agent = new http.Agent({ keepAlive: true });
    /** @type {Map<string, string[]>} */
    const seen = new Map();
    /** @param {string} outcome @param {string} id */
    const note = (outcome, id) => seen.set(outcome, [...(seen.get(outcome) ?? []), id]);
    const answered = () => seen.get("200")?.length ?? 0;
    const writer = async () => {
      for (let outcome = ""; outcome !== "ECONNREFUSED"; ) {
        const id = randomUUID();
        outcome = await ask("/api/v1/me?wait=10", { method: "PATCH", body: "{}", agent, headers: { id } }).then(
          ({ status }) => String(status),
          (error) => error.code,
        );
        note(outcome, id);
      }
    };
    const writers = Array.from({ length: 8 }, writer);
    await until(() => answered() > 100, 10_000);
    const [began, before] = [Date.now(), answered()];
    await served.stop();
    expect(Date.now() - began).toBeLessThan(5000);
    await Promise.all(writers);
    agent.destroy();
    const taken = readFileSync(join(build, "taken"), "utf8").trim().split("\n");
    expect(taken.sort()).toEqual(seen.get("200")?.sort());
    expect(answered() - before).toBeLessThanOrEqual(16);
    expect([...seen.keys()].sort()).toEqual(["200", "503", "ECONNREFUSED"]);
  });

  test("half a request, an idle connection and one that never spoke hold nobody up", async () => {
    const half = say(halfBody);
    const others = [say(""), say(head()), say(`${head()}\r\n`)];
    await until(async () => others[2]?.heard().includes("took") === true, 5000);
    const began = Date.now();
    await served.stop();
    expect(Date.now() - began).toBeLessThan(5000);
    expect(await half.closed).toMatch(/^HTTP\/1.1 503 [\s\S]*retry-after: 2[\s\S]*Your change was not saved/);
    await Promise.all(others.map(({ closed }) => closed));
  });

  test("a body that is still on its way at that moment arrives", async () => {
    const late = say(`${head("PATCH")}Content-Length: 4\r\n\r\nha`);
    await sleep(200);
    const stopped = served.stop();
    await until(isStopping, 500, 10);
    late.socket.write("lf");
    expect(await late.closed).toMatch(/^HTTP\/1.1 200 [\s\S]*took half/);
    await stopped;
  });
});

test("whoever stops halfway or never reads is let go, in time", async () => {
  const silent = say("");
  const trickle = say(head());
  const drip = setInterval(() => trickle.socket.write("X-More: x\r\n"), 1000);
  const half = say(halfBody);
  const idle = say(`${head()}\r\n`);
  const working = ask("/work?wait=45000");
  const began = Date.now();
  const closed = await Promise.all(
    [silent, trickle, half, idle].map(async (each) => ({ words: await each.closed, after: Date.now() - began })),
  );
  clearInterval(drip);
  expect(closed.map(({ words }) => String(words).slice(0, 12))).toEqual([
    "HTTP/1.1 408",
    "HTTP/1.1 408",
    "HTTP/1.1 408",
    "HTTP/1.1 200",
  ]);
  for (const { after } of closed) expect(after).toBeLessThan(40_000);
  expect((await working).status).toBe(200);
});
