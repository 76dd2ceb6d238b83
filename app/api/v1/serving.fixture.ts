import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { routes } from "@/app/api/v1/routes";
import type { Routes } from "@/server/http/openapi";

const all: Routes = routes;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What a test does to an answer on its way: says how many bytes go out before the line breaks. */
export type Breaking = (path: string, headers: IncomingMessage["headers"]) => number | undefined;

/** The API at an address of its own, so that programs can ask it: the routes themselves, without Next. */
export async function serveApi(breaking: Breaking = () => undefined): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    answer(request, response, breaking).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("It listens.");
  return { url: `http://127.0.0.1:${at.port}`, server };
}

async function answer(request: IncomingMessage, response: ServerResponse, breaking: Breaking): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost:3000");
  const path = url.pathname.replace(/^\/api\/v1/, "");
  const found = routeOf(request.method ?? "GET", path);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  headers.set("host", "localhost:3000");
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const asked = new Request(url, {
    method: request.method ?? "GET",
    headers,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: "half" }),
  });
  const answered = await found.handler(asked, { params: Promise.resolve(found.params) });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  const after = breaking(url.pathname + url.search, request.headers);
  if (!answered.body) response.end();
  else await pipeline(cut(answered.body, after), response);
}

async function* cut(body: AsyncIterable<Uint8Array>, after: number | undefined): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of body) {
    if (after !== undefined && sent + chunk.byteLength > after) {
      yield chunk.subarray(0, after - sent);
      // What was sent is on its way; a line that breaks takes nothing of it back.
      await new Promise((soon) => setTimeout(soon, 200));
      throw new Error("The line breaks here.");
    }
    sent += chunk.byteLength;
    yield chunk;
  }
}

function routeOf(method: string, path: string) {
  const parts = path.split("/");
  const address = Object.keys(all)
    .toSorted((a, b) => Number(a.includes("{")) - Number(b.includes("{")))
    .find((each) => {
      const own = each.split("/");
      return own.length === parts.length && own.every((part, at) => part.startsWith("{") || part === parts[at]);
    });
  const known = methods.find((each) => each === method);
  const handler = address && known ? all[address]?.[known] : undefined;
  if (!address || !handler) return undefined;
  const names = address.split("/").map((part) => /^\{(\w+)\}$/.exec(part)?.[1]);
  const params = Object.fromEntries(
    names.flatMap((name, at) => (name === undefined ? [] : [[name, decodeURIComponent(parts[at] ?? "")]])),
  );
  return { handler, params };
}
