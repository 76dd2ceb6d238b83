import { serialize } from "parse5";
import type { Node } from "./tree";

export interface Article {
  readonly html: string;
  readonly byline: string | undefined;
}

/** Fewer characters are a teaser, not an article. */
const ENOUGH = 140;

/**
 * The article of a page as Mozilla's Readability finds it; undefined where it finds none. linkedom takes only what is
 * written as browsers would write it, so it is given the page as parse5 understood it.
 */
export async function articleIn(document: Node): Promise<Article | undefined> {
  if (!("childNodes" in document)) return undefined;
  const [{ Readability }, { parseHTML }] = await Promise.all([import("@mozilla/readability"), import("linkedom")]);
  const page = parseHTML(`<!doctype html>${serialize(document)}`).document;
  const found = new Readability(page, { charThreshold: ENOUGH, keepClasses: false }).parse();
  const html = found?.content;
  if (!html || (found.textContent ?? "").trim().length < ENOUGH) return undefined;
  return { html, byline: found.byline ?? undefined };
}
