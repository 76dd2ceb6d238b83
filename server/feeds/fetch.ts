import "server-only";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Answered, fetchFollowing } from "@/server/egress/ask";
import type { Listed } from "@/server/egress/check";
import { FeedTrouble } from "@/server/feeds/item";

/** Milliseconds for one answer with its redirects, and bytes of it. */
const within = 30_000;
const mostBytes = 8 * 1024 * 1024;

/** Where feeds, and the pages that they link to, may be. */
export const feedsAt = (origins: readonly string[]): Listed => ({
  origins,
  setting: "GLOSSATOR_FEEDS",
  what: "feeds",
});

type Fetched = { bytes: Uint8Array<ArrayBuffer>; charset: string | undefined; answered: Answered };

/** Fetches a feed or page; undefined where the source says that it has not changed. Throws `FeedTrouble`. */
export async function fetchSource(
  url: URL,
  { listed, who, headers = {} }: { listed: Listed; who: string; headers?: Readonly<Record<string, string>> },
): Promise<Fetched | undefined> {
  const asking = {
    ...{ url, method: "GET" as const, within, mostBytes, who },
    headers: { "user-agent": "Glossator", accept: "*/*", "accept-encoding": "gzip, identity", ...headers },
  };
  const answered = await fetchFollowing(asking, listed);
  if ("trouble" in answered) throw new FeedTrouble(answered.trouble);
  if (answered.status === 304) return undefined;
  if (answered.status !== 200) throw new FeedTrouble(`${who} answered with status ${answered.status}.`);
  return { bytes: await unpacked(answered, who), charset: charsetOf(answered), answered };
}

async function unpacked({ headers, body }: Answered, who: string): Promise<Uint8Array<ArrayBuffer>> {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return new Uint8Array(body);
  if (encoding !== "gzip" && encoding !== "x-gzip")
    throw new FeedTrouble(`${who} answered packed as “${encoding.slice(0, 40)}”, which is not read.`);
  try {
    return new Uint8Array(await promisify(gunzip)(body, { maxOutputLength: 2 * mostBytes }));
  } catch {
    throw new FeedTrouble(`${who} answered packed data that is damaged, or more than 16 MB unpacked.`);
  }
}

const charsetOf = ({ headers }: Answered) =>
  /charset\s*=\s*"?([\w.:-]+)/i.exec(headers["content-type"] ?? "")?.[1]?.toLowerCase();
