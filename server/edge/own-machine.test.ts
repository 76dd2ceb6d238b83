import { describe, expect, test } from "vitest";
import { closedBecause, isLoopback, openedBy, passedOnBy } from "@/server/edge/own-machine.mjs";

const here = { host: "127.0.0.1", url: "http://localhost:3000", trustedProxies: [] as string[] };

test.each([
  { name: "localhost", is: true },
  { name: "LOCALHOST", is: true },
  { name: "127.0.0.1", is: true },
  { name: "127.8.9.10", is: true },
  { name: "::1", is: true },
  { name: "[::1]", is: true },
  { name: "::ffff:127.0.0.1", is: true },
  { name: "[::ffff:7f00:1]", is: true },
  { name: "", is: false },
  { name: "0.0.0.0", is: false },
  { name: "::", is: false },
  { name: "192.168.1.20", is: false },
  { name: "128.0.0.1", is: false },
  { name: "1270.0.0.1", is: false },
  { name: "127.0.0.1.example.org", is: false },
  { name: "localhost.example.org", is: false },
  { name: "notlocalhost", is: false },
  { name: "[::1", is: false },
  { name: "::ffff:203.0.113.9", is: false },
])("$name is this machine: $is", ({ name, is }) => {
  expect(isLoopback(name)).toBe(is);
});

test.each([
  { set: {}, by: undefined },
  { set: { host: "localhost" }, by: undefined },
  { set: { host: "::1" }, by: undefined },
  { set: { url: "https://127.0.0.1:8443" }, by: undefined },
  { set: { url: "http://[::1]:3000" }, by: undefined },
  { set: { host: "0.0.0.0" }, by: "HOST" },
  { set: { host: "::" }, by: "HOST" },
  { set: { host: "desk.lan" }, by: "HOST" },
  { set: { url: "https://desk.example.org" }, by: "GLOSSATOR_URL" },
  { set: { url: "http://192.168.1.20:3000" }, by: "GLOSSATOR_URL" },
  { set: { url: "http://localhost.example.org" }, by: "GLOSSATOR_URL" },
  { set: { url: "http://localhost:3000@desk.example.org" }, by: "GLOSSATOR_URL" },
  { set: { trustedProxies: ["127.0.0.1"] }, by: "GLOSSATOR_TRUSTED_PROXIES" },
])("with $set it is opened to others by $by", ({ set, by }) => {
  expect(openedBy({ ...here, ...set })).toBe(by);
});

const sent = (headers: Record<string, string>, more: { httpVersion?: string; url?: string } = {}) =>
  passedOnBy({
    rawHeaders: Object.entries({ Host: "localhost:3000", ...headers }).flat(),
    httpVersion: "1.1",
    url: "/api/auth/callback/demo",
    ...more,
  });

describe("what a browser or a program on this machine sends is taken", () => {
  test.each<{ by: string; headers: Record<string, string> }>([
    { by: "nothing more", headers: {} },
    { by: "the loopback address", headers: { Host: "127.0.0.1:3000", Origin: "http://127.0.0.1:3000" } },
    { by: "the loopback address of IPv6", headers: { Host: "[::1]:3000" } },
    {
      by: "Chromium",
      headers: {
        Connection: "keep-alive",
        "Content-Length": "97",
        "Cache-Control": "max-age=0",
        "sec-ch-ua": '"Chromium";v="142"',
        "sec-ch-ua-mobile": "?0",
        "User-Agent": "Mozilla/5.0",
        "Content-Type": "application/x-www-form-urlencoded",
        Accept: "*/*",
        Origin: "http://localhost:3000",
        "Sec-Fetch-Site": "same-origin",
        "Sec-GPC": "1",
        Referer: "http://localhost:3000/sign-in",
        "Accept-Encoding": "gzip, deflate, br, zstd",
        "Accept-Language": "en-GB",
        Cookie: "next-auth.csrf-token=x",
        "Next-Router-State-Tree": "x",
        RSC: "1",
      },
    },
    { by: "Firefox", headers: { DNT: "1", Priority: "u=0, i", "Upgrade-Insecure-Requests": "1", TE: "trailers" } },
  ])("$by", ({ headers }) => {
    expect(sent(headers)).toBeUndefined();
  });
});

const forwarding =
  `X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Forwarded-Port X-Forwarded-Server X-Forwarded-Prefix
  X-Forwarded Forwarded-For Forwarded X-Real-IP X-Real-Port Via X-Client-IP Client-IP X-Cluster-Client-IP True-Client-IP
  CF-Connecting-IP CF-Connecting-IPv6 CF-Ray CF-Visitor CDN-Loop Fastly-Client-IP Fly-Client-IP Fly-Forwarded-Port
  X-Original-Host X-Original-For X-Original-URL X-Originating-IP X-Remote-IP X-Remote-Addr Remote-Addr X-ProxyUser-Ip
  Proxy-Client-IP WL-Proxy-Client-IP Proxy-Connection X-Envoy-External-Address X-Envoy-Peer-Metadata X-Amzn-Trace-Id
  X-Amz-Cf-Id X-Azure-ClientIP X-Azure-FDID X-Appengine-User-Ip X-Cloud-Trace-Context X-Vercel-Forwarded-For
  X-NF-Client-Connection-IP X-Sucuri-ClientIP Incap-Client-IP Akamai-Origin-Hop X-Akamai-Edgescape X-Scheme X-SSL
  X-Forwarded-Ssl Front-End-Https X-URL-Scheme X-Request-ID X-Correlation-ID X-Varnish X-B3-TraceId Traceparent Tracestate
  Max-Forwards X-HTTPS Ssl-Client-Cert Authorization Proxy-Authorization Upgrade HTTP2-Settings Tailscale-User-Login
  X-Glossator-Passed-On X-Glossator-Peer Some-New-Proxys-Header`.split(/\s+/);

test.each(forwarding)("%s shows that something stands between", (name) => {
  expect(sent({ [name]: "" })).toBe(name.toLowerCase());
  expect(sent({ [name.toUpperCase()]: "127.0.0.1" })).toBe(name.toLowerCase());
});

test.each<{
  what: string;
  headers?: Record<string, string>;
  more?: { httpVersion?: string; url?: string };
  by: string;
}>([
  { what: "a Host of its own", headers: { Host: "desk.example.org" }, by: "host" },
  { what: "an address of the network", headers: { Host: "192.168.1.20:3000" }, by: "host" },
  { what: "a Host that begins like ours", headers: { Host: "localhost.example.org" }, by: "host" },
  { what: "a Host with credentials", headers: { Host: "localhost@example.org" }, by: "host" },
  { what: "an empty Host", headers: { Host: "" }, by: "host" },
  { what: "two Hosts", headers: { host: "desk.example.org" }, by: "host" },
  { what: "a page from elsewhere", headers: { Origin: "https://desk.example.org" }, by: "origin" },
  { what: "a page from nowhere", headers: { Origin: "null" }, by: "origin" },
  { what: "a whole address", more: { url: "http://localhost:3000/sign-in" }, by: "an address with a host" },
  { what: "an old proxy's version", more: { httpVersion: "1.0" }, by: "HTTP/1.0" },
])("$what: $by", ({ headers = {}, more = {}, by }) => {
  expect(sent(headers, more)).toBe(by);
});

test("a request without a Host is nobody's on this machine", () => {
  expect(passedOnBy({ rawHeaders: [], httpVersion: "1.1", url: "/" })).toBe("host");
});

test.each([
  { asked: { address: "127.0.0.1" }, because: undefined },
  { asked: { address: "::ffff:127.0.0.1" }, because: undefined },
  { asked: { address: "::1" }, because: undefined },
  { asked: { address: "192.168.1.7" }, because: "address" },
  { asked: {}, because: "address" },
  { asked: { address: "127.0.0.1", passedOn: "via" }, because: "via" },
])("asked $asked it is closed because of $because", ({ asked, because }) => {
  expect(closedBecause(here, asked)).toBe(because);
});

test("a setting that lets others in closes it to everybody", () => {
  const published = { ...here, url: "https://desk.example.org" };
  expect(closedBecause(published, { address: "127.0.0.1" })).toBe("GLOSSATOR_URL");
});
