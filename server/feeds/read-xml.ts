import { createHash } from "node:crypto";
import { setImmediate as others } from "node:timers/promises";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { FeedTrouble, type FoundItem, keyOf } from "@/server/feeds/item";

/** UTF-16 units that are parsed before others have their turn. */
const atOnce = 256 * 1024;
/** Items and nested elements that a feed may have. */
const mostEntries = 50_000;
const deepest = 100;

type Item = Record<"id" | "link" | "title" | "html" | "summary" | "published" | "updated" | "author", string>;
const field: Readonly<Record<string, keyof Item>> = {
  guid: "id",
  id: "id",
  title: "title",
  encoded: "html",
  content: "html",
  description: "summary",
  summary: "summary",
  pubDate: "published",
  published: "published",
  date: "published",
  updated: "updated",
  creator: "author",
};

/** RSS has no namespace, or that of RSS 1.0; fields of others (media, podcasts) have the same names and say something else. */
const namespaces: ReadonlySet<string> = new Set([
  "",
  "http://purl.org/rss/1.0/",
  "http://www.w3.org/2005/Atom",
  "http://purl.org/rss/1.0/modules/content/",
  "http://purl.org/dc/elements/1.1/",
]);

const nothing = (): Item => ({
  ...{ id: "", link: "", title: "", html: "", summary: "", published: "", updated: "", author: "" },
});

/**
 * The items of an RSS (0.9 to 2.0) or Atom feed, in their order. Throws `FeedTrouble` for what is no feed, broken XML, an
 * encoding that does not fit, and a document type of its own, which no feed needs.
 */
export async function itemsOfXml(
  bytes: Uint8Array,
  { charset, base }: { charset: string | undefined; base: URL },
): Promise<FoundItem[]> {
  const text = decoded(bytes, charset);
  const items: Item[] = [];
  const path: { local: string; type: string }[] = [];
  let root = "";
  let item: Item | undefined;
  let words = "";
  let inside: keyof Item | undefined;
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on("error", (error) => {
    throw new FeedTrouble(
      `The feed is not well-formed XML (${error.message.slice(0, 120)}). Nothing of it was imported.`,
    );
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("["))
      throw new FeedTrouble("The feed declares entities of its own, which are not read. Nothing of it was imported.");
  });
  parser.on("opentag", (tag) => {
    if (path.length === 0) root = tag.local;
    if (path.length > deepest) throw new FeedTrouble("The feed nests too deep. Nothing of it was imported.");
    path.push({ local: tag.local, type: attribute(tag, "type") });
    if (!item && (tag.local === "item" || tag.local === "entry")) {
      if (items.length >= mostEntries)
        throw new FeedTrouble(`The feed has more than ${mostEntries} items. Nothing of it was imported.`);
      item = nothing();
      return;
    }
    if (!item) return;
    if (inside) words += markupOf(tag);
    else if (tag.local === "link") linkOf(item, tag);
    if (!inside && field[tag.local] && namespaces.has(tag.uri) && isDirect(path))
      [inside, words] = [field[tag.local], ""];
    if (!inside && tag.local === "name" && path.at(-2)?.local === "author") [inside, words] = ["author", ""];
    if (!inside && tag.local === "link" && attribute(tag, "href") === "") [inside, words] = ["link", ""];
  });
  const heard = (some: string) => {
    if (inside) words += path.at(-1)?.type === "xhtml" || isMarkup(path) ? escaped(some) : some;
  };
  parser.on("text", heard);
  parser.on("cdata", heard);
  parser.on("closetag", (tag) => {
    const closed = path.pop();
    if (!item || !closed) return;
    if (tag.local === "item" || tag.local === "entry") {
      if (!path.some(({ local }) => local === "item" || local === "entry")) {
        items.push(item);
        item = undefined;
        inside = undefined;
      }
      return;
    }
    if (!inside) return;
    if (endsField(path, tag.local, inside)) {
      if (item[inside] === "" || (inside === "html" && words.trim() !== "")) item[inside] = words.trim();
      inside = undefined;
    } else words += `</${tag.local}>`;
  });
  for (let at = 0; at < text.length; at += atOnce) {
    parser.write(text.slice(at, at + atOnce));
    await others();
  }
  parser.close();
  if (!["rss", "feed", "RDF"].includes(root))
    throw new FeedTrouble("This is no RSS or Atom feed. Nothing of it was imported.");
  return items.flatMap((each) => foundOf(each, base) ?? []);
}

const itemAt = (path: readonly { local: string }[]) =>
  path.findIndex(({ local }) => local === "item" || local === "entry");
/** A field stands directly in its item, an Atom author's name one deeper. */
const isDirect = (path: readonly { local: string }[]) => itemAt(path) === path.length - 2;
const isMarkup = (path: readonly { local: string }[]) =>
  path.length - itemAt(path) > 2 && path.at(-2)?.local !== "author";
const endsField = (path: readonly { local: string }[], local: string, inside: keyof Item) =>
  (field[local] === inside && itemAt(path) === path.length - 1) ||
  (local === "name" && inside === "author") ||
  (local === "link" && inside === "link");

const attribute = ({ attributes }: SaxesTagNS, name: string) => attributes[name]?.value ?? "";
const markupOf = (tag: SaxesTagNS) => {
  const href = attribute(tag, "href");
  return href === "" ? `<${tag.local}>` : `<${tag.local} href="${escaped(href)}">`;
};
const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function linkOf(item: Item, tag: SaxesTagNS): void {
  const [href, rel] = [attribute(tag, "href"), attribute(tag, "rel")];
  if (href !== "" && item.link === "" && (rel === "" || rel === "alternate")) item.link = href;
}

function decoded(bytes: Uint8Array, charset: string | undefined): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const said = marked ?? /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? charset ?? "utf-8";
  try {
    // The declaration has said its encoding by now; what is parsed are characters.
    return new TextDecoder(said, { fatal: true })
      .decode(bytes)
      .replace(/^(\s*<\?xml[^>]*?)\sencoding\s*=\s*["'][^"']*["']/, "$1");
  } catch {
    throw new FeedTrouble(
      `The feed says that it is written in ${said.slice(0, 40)} and is not. Nothing of it was imported.`,
    );
  }
}

function foundOf(item: Item, base: URL): FoundItem | undefined {
  const { id, title } = item;
  const link = item.link !== "" && URL.canParse(item.link, base.href) ? new URL(item.link, base) : undefined;
  const address = link && /^https?:$/.test(link.protocol) ? link.href : undefined;
  const html = item.html || item.summary;
  const key = keyOf(id || address || "");
  if (key === "") return undefined;
  const published = instantOf(item.published || item.updated);
  const page = `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><body>${html}</body>`;
  return {
    key,
    title: title.slice(0, 500) || address || key,
    ...(address !== undefined && { address: address.slice(0, 2000) }),
    ...(published !== undefined && { published }),
    ...(item.author !== "" && { author: item.author.slice(0, 300) }),
    fileName: "item.html",
    sha256: createHash("sha256")
      .update(JSON.stringify([title, html]))
      .digest("hex"),
    bytes: async () => new TextEncoder().encode(page),
  };
}

/** An instant as feeds write it (RFC 822 or ISO 8601); nothing where it is neither. */
function instantOf(words: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  const at = new Date(words);
  return words !== "" && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}
