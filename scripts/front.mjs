import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";
import { answerOf, notAllowed, rawAnswer, stopping, tooSlow, unknown } from "./front-answers.mjs";
import { Doorway, drain, sayClose } from "./front-drain.mjs";
import { apiRoutes, methodsAt } from "./front-methods.mjs";
import { Traffic } from "./front-traffic.mjs";
import { closeOnUnread } from "./front-unread.mjs";

/**
 * Stands before the app in its own process (preloaded by `scripts/serve.mjs`): closes connections that go nowhere,
 * refuses methods that an address does not have, and lets the server drain when it has to end. Next makes its server
 * with `http.createServer` and has no place of its own for any of this.
 */

/** @typedef {import("node:http").RequestListener} Listener */
/** @typedef {import("node:net").Socket} Socket */

/** Milliseconds. */
const limits = {
  /** Until the headers are there, from the connection's first moment on. */
  headersTimeout: 15_000,
  /** Until a body is there whole; a large upload over a slow line takes minutes. */
  requestTimeout: 300_000,
  /** Between two requests. A proxy keeps its connections for about a minute and must not find ours just closed. */
  keepAliveTimeout: process.env.GLOSSATOR_TRUSTED_PROXIES ? 75_000 : 5000,
  connectionsCheckingInterval: 5000,
};
/** Without a byte in either direction. */
const silence = 30_000;

const routes = apiRoutes();
const traffic = new Traffic();
const doorway = new Doorway();
/** @type {Set<import("node:http").Server>} */
const servers = new Set();
let ending = false;

/** @param {Listener} app @returns {Listener} */
function before(app) {
  return (request, response) => {
    const { pathname, page } = asked(request);
    const methods = methodsAt(routes, pathname);
    const refusal = refusalOf(request.method ?? "", pathname, methods);
    traffic.began(request, response, { taken: !refusal });
    closeOnUnread(request, response);
    if (ending) sayClose(response);
    if (refusal) {
      doorway.answer(() => refuse(response, refusal, { page: page && !pathname.startsWith("/api/") }));
      return;
    }
    if (request.method !== "OPTIONS") return app(request, response);
    response.writeHead(204, { allow: methods?.join(", ") }).end();
  };
}

/** @param {string} method @param {string} pathname @param {string[] | undefined} methods those it has */
function refusalOf(method, pathname, methods) {
  if (ending && pathname !== "/api/health") return stopping;
  if (!methods) return unknown;
  return methods.includes(method) ? undefined : notAllowed(methods);
}

/** @param {import("node:http").IncomingMessage} request */
function asked({ url = "/", headers }) {
  return { pathname: url.split("?", 1)[0] ?? url, page: headers.accept?.includes("text/html") === true };
}

/** @param {import("node:http").ServerResponse} response @param {import("./front-answers.mjs").Refusal} refusal @param {{ page: boolean }} wanted */
function refuse(response, refusal, wanted) {
  const { status, headers, body } = answerOf(refusal, wanted);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** @param {Socket} socket */
function silent(socket) {
  switch (traffic.stateOf(socket)) {
    case "working":
      return;
    case "arriving":
      return traffic.cutShort(socket, tooSlow);
    case "idle":
    case "leaving":
      socket.destroy();
  }
}

const createServer = http.createServer;

/** @param {unknown[]} given what `http.createServer` takes: options, a listener, or both */
function guarded(...given) {
  const app = given.find((each) => typeof each === "function");
  const options = given.find((each) => typeof each === "object") ?? {};
  const server = createServer({ ...limits, ...options }, app && before(/** @type {Listener} */ (app)));
  servers.add(server);
  server.setTimeout(silence);
  server.on("timeout", silent);
  server.on("connection", (socket) => traffic.connected(socket));
  server.on("connect", (_, socket) => socket.end(rawAnswer(notAllowed(methodsAt(routes, "*") ?? []))));
  // Next answers a wish for another protocol by hanging up; without a listener Node answers as if it had not been said.
  server.once("listening", () => server.removeAllListeners("upgrade"));
  return server;
}

async function end() {
  if (ending) return;
  ending = true;
  const cut = await drain(traffic, doorway, () => {
    for (const server of servers) server.close();
  });
  if (cut > 0) process.stderr.write(`${JSON.stringify({ level: "warn", what: "cut-off", answers: cut })}\n`);
  process.exit(0);
}

if (isMainThread) {
  http.createServer = /** @type {typeof http.createServer} */ (guarded);
  syncBuiltinESMExports();
  // Next would stop listening at once and then wait for whoever keeps a connection open.
  process.env.NEXT_MANUAL_SIG_HANDLE = "1";
  process.on("SIGTERM", () => void end()).on("SIGINT", () => void end());
}
