/**
 * The demo's one-click entry gives a session to whoever asks for it, so it is open only where nobody but a browser on
 * this machine can ask. This file is the one rule about that. It is plain JavaScript because `npm start` reads it too.
 */

/** @typedef {"HOST" | "GLOSSATOR_URL" | "GLOSSATOR_TRUSTED_PROXIES"} Setting */
/** @typedef {{ host: string, url: string, trustedProxies: readonly string[] }} Reach how the server can be reached */
/** @typedef {{ rawHeaders: readonly string[], httpVersion: string, url?: string | undefined }} Request */

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4})$/;

/** Whether a host name or address is this machine itself. @param {string} name */
export function isLoopback(name) {
  return loopback.test(name.toLowerCase().replace(/^\[(.*)\]$/, "$1"));
}

/** The host name of a Host header; null for none, and for what is no name. @param {string | null | undefined} header */
export function hostnameOf(header) {
  if (!header || !/^[\w.:[\]-]+$/.test(header)) return null;
  const url = `http://${header}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/**
 * @param {Reach} reach
 * @returns {Setting | undefined} the setting by which other machines can ask; undefined when only this one can
 */
export function openedBy({ host, url, trustedProxies }) {
  if (!isLoopback(host)) return "HOST";
  if (!isLoopback(new URL(url).hostname)) return "GLOSSATOR_URL";
  return trustedProxies.length > 0 ? "GLOSSATOR_TRUSTED_PROXIES" : undefined;
}

/**
 * What browsers send by themselves. Everything else may be a proxy's: each kind has headers of its own
 * (X-Forwarded-For, Forwarded, Via, CF-Connecting-IP, True-Client-IP and many more), and no list of those is complete.
 */
const fromBrowsers = new Set(
  `accept accept-charset accept-encoding accept-language cache-control connection content-length content-type cookie
  device-memory dnt downlink dpr ect expect host if-match if-modified-since if-none-match if-range if-unmodified-since
  keep-alive last-event-id origin pragma priority purpose range referer rsc rtt save-data te transfer-encoding
  upgrade-insecure-requests user-agent viewport-width width x-requested-with`.split(/\s+/),
);
const alsoFromBrowsers = /^(sec|next|x-nextjs)-/;

/**
 * @param {Request} request as it arrived, before anything of it was changed
 * @returns {string | undefined} what shows that it may not come straight from a browser on this machine
 */
export function passedOnBy({ rawHeaders, httpVersion, url = "/" }) {
  // nginx asks in HTTP/1.0, and with a Host of its own, unless it is told otherwise. No browser does.
  if (httpVersion !== "1.1") return `HTTP/${httpVersion}`;
  if (!url.startsWith("/")) return "an address with a host";
  const headers = rawHeaders.flatMap((name, at) =>
    at % 2 ? [] : [{ name: name.toLowerCase(), value: rawHeaders[at + 1] }],
  );
  const strange = headers.find(({ name }) => !fromBrowsers.has(name) && !alsoFromBrowsers.test(name));
  if (strange) return strange.name;
  const hosts = headers.filter(({ name }) => name === "host").map(({ value }) => hostnameOf(value));
  if (hosts.length !== 1 || !isLoopback(hosts[0] ?? "")) return "host";
  const elsewhere = headers.some(({ name, value = "" }) => name === "origin" && !isLoopback(hostOfOrigin(value)));
  return elsewhere ? "origin" : undefined;
}

/** @param {string} origin */
const hostOfOrigin = (origin) => (URL.canParse(origin) ? new URL(origin).hostname : "");

/**
 * @param {Reach} reach
 * @param {{ address?: string | undefined, passedOn?: string | undefined }} from the socket's address, and what `passedOnBy` says
 * @returns {string | undefined} why the one-click entry is closed to this request; undefined when it is open
 */
export function closedBecause(reach, { address, passedOn }) {
  return openedBy(reach) ?? passedOn ?? (isLoopback(address ?? "") ? undefined : "address");
}
