import "server-only";
import { request as askPlain, type IncomingHttpHeaders } from "node:http";
import { request as askSecure } from "node:https";
import { isIP } from "node:net";
import { addressOf, type Listed } from "@/server/egress/check";

export type Asking = {
  url: URL;
  method: "GET" | "POST";
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array;
  /** Milliseconds from asking to the last byte of the answer. */
  within: number;
  /** Bytes of the answer's body as it travels. */
  mostBytes: number;
  /** What sentences call whom we ask, such as "The service". */
  who: string;
};

export type Answered = { url: URL; status: number; headers: IncomingHttpHeaders; body: Buffer };
/** Why there is no answer, for people to read. */
export type Trouble = { trouble: string };

const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`;

/** Asks where `addressOf` said one may, once and without following redirects. A body of another status than 200 is not read. */
export async function askAt(address: string, asking: Asking): Promise<Answered | Trouble> {
  const { url, method, headers, body, within, mostBytes, who } = asking;
  const ask = url.protocol === "https:" ? askSecure : askPlain;
  const family = isIP(address);
  const length = body ? { "content-length": body.byteLength } : {};
  return new Promise<Answered | Trouble>((resolve) => {
    const end = (answered: Answered | Trouble) => {
      clearTimeout(timer);
      resolve(answered);
      request.destroy();
    };
    const request = ask(
      url,
      {
        method,
        headers: { ...headers, ...length },
        // The address that was checked, whatever the name leads to by now.
        lookup: (_name, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
        agent: false,
      },
      (response) => {
        const { statusCode: status = 0 } = response;
        const answered = (bytes: Buffer) => end({ url, status, headers: response.headers, body: bytes });
        if (status !== 200) return answered(Buffer.alloc(0));
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
          if (bytes > mostBytes)
            end({ trouble: `${who} answered more than ${megabytes(mostBytes)}; nothing of it was read.` });
          else parts.push(part);
        });
        response.on("end", () => answered(Buffer.concat(parts)));
        response.on("error", () => end({ trouble: `${who}'s answer broke off.` }));
        response.on("aborted", () => end({ trouble: `${who}'s answer broke off.` }));
      },
    );
    const timer = setTimeout(() => end({ trouble: `${who} did not answer within ${within / 1000} seconds.` }), within);
    request.on("error", (error: NodeJS.ErrnoException) =>
      end({ trouble: `${who} could not be reached (${error.code ?? "no connection"}).` }),
    );
    request.end(body);
  });
}

/** Redirects that are followed, one after the other. */
const mostHops = 5;

/**
 * Fetches and follows redirects, each of them looked at like the first address: on the list, and leading outside. All of
 * it together has the time that asking once has.
 */
export async function fetchFollowing(asking: Asking & { method: "GET" }, listed: Listed): Promise<Answered | Trouble> {
  const until = Date.now() + asking.within;
  let { url } = asking;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const checked = await addressOf(url, listed);
    if ("trouble" in checked)
      return hop === 0 ? checked : { trouble: `${asking.who} redirects elsewhere: ${checked.trouble}` };
    const within = until - Date.now();
    if (within <= 0) return { trouble: `${asking.who} did not answer within ${asking.within / 1000} seconds.` };
    const answered = await askAt(checked.address, { ...asking, url, within });
    if ("trouble" in answered) return answered;
    const next = redirectOf(answered);
    if (!next) return answered;
    if ("trouble" in next) return { trouble: `${asking.who} ${next.trouble}` };
    url = next.url;
  }
  return { trouble: `${asking.who} redirects more than ${mostHops} times in a row.` };
}

function redirectOf({ url, status, headers: { location } }: Answered): { url: URL } | Trouble | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  if (location === undefined) return { trouble: "redirects without saying where to." };
  const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  return next && /^https?:$/.test(next.protocol)
    ? { url: next }
    : { trouble: "redirects to something that is no web address." };
}
