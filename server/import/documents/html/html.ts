import type { Piece } from "@/domain/document/piece";
import { charsetIn } from "../charset";
import { readText } from "../decoded";
import type { Extract, Extracted } from "../extracted";
import { Warnings } from "../warnings";
import { articleIn } from "./article";
import { foundIn } from "./metadata";
import { childrenOf, type Node, readHtml } from "./tree";
import { piecesOf } from "./walk";

/** A web page: the article in it, or all of its text. */
export const extract: Extract = async (bytes, { take, encoding }) => {
  const warnings = new Warnings();
  const read = readText(bytes, encoding ?? charsetIn(bytes), warnings);
  return { ...(await readPage(read.text, take, warnings)), encoding: read.encoding };
};

/** What the file around a page says of it; the page itself goes before. */
export interface Around {
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}

export async function readPage(
  html: string,
  take: "article" | "whole",
  warnings: Warnings,
  around: Around = {},
): Promise<Extracted> {
  const document = readHtml(html);
  const found = foundIn(document);
  found.add("url", savedFrom(document), "“saved from” comment");
  found.add("url", around.url, "Content-Location");
  found.add("title", around.title, "Subject");
  const base = around.url ?? found.all().find(({ field }) => field === "url")?.value;
  const whole = piecesOf(document, new Warnings(), base);
  const article = take === "article" ? await articleIn(document) : undefined;
  if (!article) {
    if (take === "article") warnings.add("whole-page-instead");
    return { pieces: piecesOf(document, warnings, base), warnings: warnings.all(), found: found.all() };
  }
  found.add("author", article.byline, "byline");
  const pieces = withTitle(
    piecesOf(readHtml(article.html), warnings, base),
    found.all().find(({ field }) => field === "title")?.value,
    whole,
  );
  tellLeftOut(whole, pieces, warnings);
  return { pieces, warnings: warnings.all(), found: found.all() };
}

const wordsOf = ({ inlines }: Piece) =>
  inlines
    .map(({ text }) => text)
    .join("")
    .trim();

/** The article's headline often stands outside of it. */
function withTitle(pieces: readonly Piece[], title: string | undefined, whole: readonly Piece[]): Piece[] {
  const headline =
    whole.find((piece) => piece.shape.type === "heading" && piece.shape.attributes.level === 1) ??
    whole.find((piece) => piece.shape.type === "heading" && wordsOf(piece) === title);
  const known = headline && pieces.slice(0, 3).some((piece) => wordsOf(piece) === wordsOf(headline));
  return headline && !known ? [headline, ...pieces] : [...pieces];
}

/** Blocks of the page that are not in the article, by their number and the first long one's first words. */
function tellLeftOut(whole: readonly Piece[], pieces: readonly Piece[], warnings: Warnings): void {
  const kept = new Set(pieces.map(wordsOf));
  const left = whole.map(wordsOf).filter((words) => !kept.has(words));
  const first = left.find((words) => words.length > 80);
  warnings.add("navigation-left-out", first && `“${first.slice(0, 50)}…”`, left.length);
}

/** Browsers note in the first lines of a saved page where it came from. */
function savedFrom(document: Node): string | undefined {
  for (const node of childrenOf(document).flatMap((each) => [each, ...childrenOf(each)])) {
    const comment = node.nodeName === "#comment" && "data" in node ? node.data : "";
    const url = /saved from url=\(\d+\)(\S+)/.exec(comment)?.[1];
    if (url) return url;
  }
  return undefined;
}
