import { FoundValues, whenOf } from "../found";
import { attribute, elementsBelow, type Node, textBelow } from "./tree";

/** What a page says of itself: JSON-LD of schema.org, Open Graph, other meta elements, its own title. */
export function foundIn(document: Node): FoundValues {
  const found = new FoundValues();
  const metas = new Map<string, string>();
  let title: string | undefined;
  let canonical: string | undefined;
  let time: string | undefined;
  for (const element of elementsBelow(document)) {
    switch (element.tagName) {
      case "html":
        found.add("language", attribute(element, "lang") || attribute(element, "xml:lang"), "html lang");
        break;
      case "meta": {
        const name = attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop");
        const content = attribute(element, "content");
        if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
        break;
      }
      case "script":
        if (attribute(element, "type") === "application/ld+json") addJsonLd(found, textBelow(element));
        break;
      case "title":
        title ??= textBelow(element);
        break;
      case "link":
        if (attribute(element, "rel") === "canonical") canonical ??= attribute(element, "href");
        break;
      case "time":
        time ??= attribute(element, "datetime");
        break;
    }
  }
  for (const [field, names] of META) {
    for (const name of names) {
      const value = metas.get(name);
      found.add(field, field === "published" ? whenOf(value) : value, `meta ${name}`);
    }
  }
  found.add("title", title, "title");
  found.add("url", canonical, "link rel=canonical");
  found.add("published", whenOf(time), "time datetime");
  return found;
}

const META = [
  ["title", ["og:title", "twitter:title", "dc.title"]],
  ["author", ["author", "article:author", "parsely-author", "dc.creator"]],
  ["outlet", ["og:site_name", "application-name", "dc.publisher"]],
  ["published", ["article:published_time", "datepublished", "parsely-pub-date", "dc.date", "date", "pubdate"]],
  ["url", ["og:url"]],
  ["language", ["og:locale"]],
] as const;

/** Articles as JSON-LD may stand alone, in a list or in `@graph`. */
function addJsonLd(found: FoundValues, json: string): void {
  let said: unknown;
  try {
    said = JSON.parse(json);
  } catch {
    return;
  }
  for (const thing of thingsIn(said, 0)) {
    if (!/Article|Report|BlogPosting|WebPage/.test(`${thing["@type"]}`)) continue;
    found.add("title", wordOf(thing["headline"]), "JSON-LD headline");
    found.add("author", wordOf(thing["author"]), "JSON-LD author");
    found.add("outlet", wordOf(thing["publisher"]), "JSON-LD publisher");
    found.add("published", whenOf(wordOf(thing["datePublished"])), "JSON-LD datePublished");
    found.add("language", wordOf(thing["inLanguage"]), "JSON-LD inLanguage");
  }
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function* thingsIn(value: unknown, depth: number): Generator<Thing> {
  if (depth > 4) return;
  if (Array.isArray(value)) for (const each of value) yield* thingsIn(each, depth + 1);
  else if (isThing(value)) {
    yield value;
    yield* thingsIn(value["@graph"], depth + 1);
  }
}

/** A word, the name of a thing, or several of them with commas. */
function wordOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.flatMap((each) => wordOf(each) ?? []).join(", ") || undefined;
  return isThing(value) && typeof value["name"] === "string" ? value["name"] : undefined;
}
