import { routes } from "@/app/api/v1/routes";
import type { Routes } from "@/server/http/openapi";
import type { Route } from "@/server/http/route";

/** "PUT /reports/{reportId}/annotations/{annotationId}" */
export type Address = string;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const all: Routes = routes;

export const addresses: Address[] = Object.entries(all).flatMap(([path, handlers]) =>
  methods.filter((method) => handlers[method]).map((method) => `${method} ${path}`),
);

function handlerOf(address: Address): { method: string; path: string; handler: Route } {
  const [method = "", path = ""] = address.split(" ");
  const handler = methods.flatMap((each) => (each === method ? (all[path]?.[each] ?? []) : []))[0];
  if (!handler) throw new Error(`There is no ${address}.`);
  return { method, path, handler };
}

/** What a route says of itself. */
export const declarationOf = (address: Address) => handlerOf(address).handler.declaration;

type Sent = {
  token?: string | undefined;
  params?: Record<string, string> | undefined;
  query?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Asks a route as Next would, without a network between. */
export function ask(address: Address, { token, params = {}, query = "", body, headers }: Sent): Promise<Response> {
  const { method, path, handler } = handlerOf(address);
  const url = `http://localhost:3000/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "")}${query}`;
  const request = new Request(url, {
    method,
    headers: {
      host: "localhost:3000",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve(params) });
}

/** The answer of a request that has to succeed. */
export async function got(address: Address, sent: Sent): Promise<Record<string, unknown>> {
  const response = await ask(address, sent);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? {} : await response.json();
}
