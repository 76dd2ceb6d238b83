import type { Piece } from "@/domain/document/piece";
import { type Extract, Unreadable } from "../extracted";
import { FoundValues } from "../found";
import { Warnings } from "../warnings";
import { regionsOf } from "./columns";
import { isRightToLeft } from "./direction";
import { type Fragment, fragmentsOf } from "./fragments";
import { withoutFurniture } from "./furniture";
import { hyphenatedIn } from "./joins";
import { type Row, rowsOf } from "./lines";
import { Paragraphs, type Sizes } from "./paragraphs";

const PAGES_AT_MOST = 5000;

type Page = { label: string; rows: Row[]; turned: string[] };

/** A PDF: its text in reading order, as far as that can be told from where letters stand. */
export const extract: Extract = async (bytes) => {
  const warnings = new Warnings();
  const { pages, info } = await readPages(bytes);
  const empty = pages.filter(({ rows, turned }) => rows.length === 0 && turned.length === 0);
  if (empty.length === pages.length) {
    throw new Unreadable(
      "This PDF has only pictures of pages and no text in it. Run text recognition (OCR) on it and import the result.",
    );
  }
  for (const { label } of empty) warnings.add("pages-without-text", `page ${label}`);
  const furniture = withoutFurniture(pages.map(({ rows }) => rows));
  warnings.add("headers-left-out", undefined, furniture.left);
  const bare = pages.map((page, at) => ({ ...page, rows: furniture.pages[at] ?? [] }));
  return { pieces: piecesOf(bare, warnings), warnings: warnings.all(), found: foundIn(info).all() };
};

async function readPages(bytes: Uint8Array): Promise<{ pages: Page[]; info: Record<string, unknown> }> {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  if (document.numPages > PAGES_AT_MOST) {
    throw new Unreadable(`The PDF has ${document.numPages} pages; at most ${PAGES_AT_MOST} are read. Split it.`);
  }
  const labels = await document.getPageLabels();
  const { info } = await document.getMetadata();
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const { upright, turned } = fragmentsOf(items);
    const label = labels?.[number - 1] || `${number}`;
    pages.push({ label, rows: rowsOf(upright), turned: joinedTurned(turned) });
  }
  return { pages, info: { ...info } };
}

function refusalOf(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : "";
  return new Unreadable(
    name === "PasswordException"
      ? "The PDF is encrypted. Save it without a password and import it again."
      : "The PDF is cut off or damaged. Get a whole copy.",
  );
}

const joinedTurned = (turned: readonly Fragment[]): string[] => {
  const text = turned
    .map((fragment) => fragment.text)
    .join("")
    .trim();
  return text === "" ? [] : [text];
};

function piecesOf(pages: readonly Page[], warnings: Warnings): Piece[] {
  const all = pages.flatMap(({ rows }) => rows.flat());
  const paragraphs = new Paragraphs(sizesOf(all), hyphenatedIn(all.map(({ text }) => text)), warnings);
  for (const { label, rows, turned } of pages) {
    const rightToLeft = rows.flat().filter((segment) => segment.rightToLeft);
    const { regions, columns } = regionsOf(
      rows,
      isRightToLeft(
        rows
          .flat()
          .map(({ text }) => text)
          .join(" "),
      ),
    );
    if (columns) warnings.add("columns-guessed", `page ${label}`);
    warnings.add("right-to-left-reordered", `page ${label}`, rightToLeft.length);
    for (const region of regions) paragraphs.region(region, label);
    if (turned.length === 0) continue;
    warnings.add("order-uncertain", `page ${label}`);
    paragraphs.end();
    for (const text of turned) paragraphs.pieces.push(turnedPiece(text, label));
  }
  paragraphs.end();
  return paragraphs.pieces;
}

const turnedPiece = (text: string, label: string): Piece => ({
  shape: { type: "paragraph", attributes: {} },
  inlines: [{ text, marks: [{ is: "page", label }] }],
});

/** The size of most letters, and of larger ones those of headings. */
function sizesOf(segments: readonly { text: string; size: number }[]): Sizes {
  const letters = new Map<number, number>();
  for (const { text, size } of segments) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [body = 12] = [...letters].toSorted((a, b) => b[1] - a[1]).map(([size]) => size);
  const headings = [...letters.keys()].filter((size) => size >= body * 1.15 && size > body + 0.9);
  return { body, headings: headings.toSorted((a, b) => b - a).slice(0, 6) };
}

/** PDF's own dates: D:20170703120000+03'00' (ISO 32000-2, 7.9.4). */
function foundIn(info: Record<string, unknown>): FoundValues {
  const found = new FoundValues();
  const said = (name: string) => (typeof info[name] === "string" ? info[name] : undefined);
  found.add("title", said("Title"), "PDF Title");
  found.add("author", said("Author"), "PDF Author");
  found.add("published", dateOf(said("CreationDate")), "PDF CreationDate");
  found.add("language", said("Language"), "PDF Language");
  return found;
}

function dateOf(said: string | undefined): string | undefined {
  const [, year, month = "01", day = "01", time, zone, hours, minutes] =
    /^D:(\d{4})(\d{2})?(\d{2})?(\d{6})?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(said ?? "") ?? [];
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}`))) return undefined;
  const offset = zone ? "Z" : hours && `${hours}:${minutes ?? "00"}`;
  if (!time || !offset) return `${year}-${month}-${day}`;
  return `${year}-${month}-${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}${offset}`;
}
