import { decodeWords } from "postal-mime";
import { charsetIn } from "../charset";
import { readText } from "../decoded";
import { type Extract, Unreadable } from "../extracted";
import { readPage } from "../html/html";
import { Warnings } from "../warnings";
import { type Part, partsOf } from "./parts";

/** A page that a browser saved with all that belongs to it (MHTML, RFC 2557): its main part is the page. */
export const extract: Extract = async (bytes, { take, encoding }) => {
  const { top, parts } = partsOf(bytes);
  if (top.headers.size === 0)
    throw new Unreadable("This isn’t a saved page: it has no headers that say what is in it.");
  const pages = parts.filter(({ type }) => type === "text/html" || type === "application/xhtml+xml");
  const page = mainOf(top, pages);
  if (!page) throw new Unreadable("There is no web page in it. Save the page anew, or as HTML.");
  const warnings = new Warnings();
  for (const { headers } of pages.filter((each) => each !== page))
    warnings.add("objects-left-out", headers.get("content-location"));
  const body = page.body();
  const read = readText(body, encoding ?? page.about.get("charset") ?? charsetIn(body), warnings);
  const address = [top.headers.get("snapshot-content-location"), page.headers.get("content-location")];
  const url = address.find((each) => /^https?:/i.test(each ?? ""));
  const subject = decodeWords(top.headers.get("subject") ?? "");
  const document = await readPage(read.text, take, warnings, { url, title: subject });
  return { ...document, encoding: read.encoding };
};

/** The part that the file names as its root, else the one at its address, else the first page. */
function mainOf({ about, headers }: Part, pages: readonly Part[]): Part | undefined {
  const root = about.get("start");
  const address = headers.get("snapshot-content-location");
  const at = (name: string, value: string | undefined) =>
    value === undefined ? undefined : pages.find((each) => each.headers.get(name) === value);
  return at("content-id", root) ?? at("content-location", address) ?? pages[0];
}
