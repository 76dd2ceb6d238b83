import "server-only";
import type { Feed } from "@/domain/feed/feed";
import type { Validators } from "@/server/data/feeds";
import { env } from "@/server/env";
import { feedsAt, fetchSource } from "@/server/feeds/fetch";
import { FeedTrouble, type FoundItem } from "@/server/feeds/item";
import { itemsOfFolder } from "@/server/feeds/read-folder";
import { itemsOfMailbox } from "@/server/feeds/read-mailbox";
import { itemsOfXml } from "@/server/feeds/read-xml";

/** What a source has now; `unchanged`: it says that it has nothing new since it was last read. */
export type Source = { items: FoundItem[]; validators?: Validators } | { unchanged: true };

type Asked = Pick<Feed, "kind" | "address">;

/** Reads what a feed's source has. Throws `FeedTrouble`; nothing is imported here. */
export async function readSource({ kind, address }: Asked, known: Validators): Promise<Source> {
  switch (kind) {
    case "folder":
      return { items: await itemsOfFolder(address, env().feedFolders) };
    case "mailbox":
      return { items: await itemsOfMailbox(address, env().feedFolders) };
    case "rss":
      return readWebFeed(new URL(address), known);
  }
}

async function readWebFeed(url: URL, { etag, lastModified }: Validators): Promise<Source> {
  const headers = {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
  const fetched = await fetchSource(url, { listed: feedsAt(env().feeds), who: "The feed", headers });
  if (!fetched) return { unchanged: true };
  const { bytes, charset, answered } = fetched;
  const items = await itemsOfXml(bytes, { charset, base: answered.url });
  const validators = {
    etag: answered.headers.etag?.slice(0, 500),
    lastModified: answered.headers["last-modified"]?.slice(0, 100),
  };
  return { items, validators };
}

/** A page that an item links to, as a file; and the encoding that its server said. */
export async function pageOf({
  address,
  title,
}: FoundItem): Promise<{ bytes: Uint8Array<ArrayBuffer>; charset: string | undefined }> {
  if (address === undefined) throw new FeedTrouble(`“${title.slice(0, 100)}” links to no page.`);
  const fetched = await fetchSource(new URL(address), { listed: feedsAt(env().feeds), who: "The page" });
  if (!fetched) throw new FeedTrouble("The page said that it has not changed, though nobody asked.");
  const type = fetched.answered.headers["content-type"] ?? "text/html";
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type))
    throw new FeedTrouble("What the item links to is no web page.");
  return fetched;
}
