import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIPv6 } from "node:net";
import { passedOnBy } from "@/server/edge/own-machine.mjs";

/** The header in which the rest of the server finds the address a request really came from. */
export const peerHeader = "x-glossator-peer";
/** Says what shows that a request may not come straight from a browser on this machine; absent when nothing does. */
export const passedOnHeader = "x-glossator-passed-on";

const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** Addresses and ranges like 10.0.0.0/8. */
export function proxyList(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of trusted) {
    const [address = "", bits] = each.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const bare = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, "");
const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/**
 * The address a request came from: the socket's, or, behind trusted proxies, the last one in X-Forwarded-For that is
 * not such a proxy itself. What anybody else writes there counts for nothing.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const chain = [...(forwardedFor?.split(",") ?? []), socketAddress].map(bare);
  let client = chain.at(-1) ?? "";
  for (const each of chain.reverse()) {
    client = each;
    if (!isIn(proxies, each)) break;
  }
  return client;
}

/** Rewrites a request's headers so that only what a trusted proxy said of its origin remains. */
export function settlePeer(headers: IncomingHttpHeaders, socketAddress: string, proxies: BlockList): void {
  const last = bare(socketAddress);
  const said = headers["x-forwarded-for"];
  const address = clientAddress(last, typeof said === "string" ? said : undefined, proxies);
  if (!isIn(proxies, last)) for (const name of forwarded) delete headers[name];
  headers[peerHeader] = address;
}

/** Does that to every request of this process, before anybody reads it. */
export function watchPeers(trusted: readonly string[]): void {
  const proxies = proxyList(trusted);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    // Before anything is taken away or added: Next writes X-Forwarded-* of its own into every request.
    const passedOn = passedOnBy(request);
    if (passedOn === undefined) delete request.headers[passedOnHeader];
    else request.headers[passedOnHeader] = passedOn;
    settlePeer(request.headers, request.socket.remoteAddress ?? "", proxies);
  });
}
