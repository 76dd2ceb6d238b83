import type { Row } from "./lines";

/** On fewer pages something that comes again is taken for text. */
const PAGES = 3;
/** Rows from the top and from the bottom that may be furniture. */
const EDGE = 3;

const wordsOf = (row: Row) => row.map(({ text }) => text).join(" ");
/** The same but for its numbers. */
const formOf = (row: Row, end: "top" | "bottom") =>
  `${end} ${Math.round(row[0]?.baseline ?? 0)} ${wordsOf(row).replace(/\p{N}+/gu, "#")}`;
const isPageNumber = (row: Row) =>
  /^[\s\p{P}]*(?:page|seite|стр\.?|صفحة)?\s*\p{N}{1,4}(?:\s*(?:\/|of|von|из|من)\s*\p{N}{1,4})?[\s\p{P}]*$/iu.test(
    wordsOf(row),
  );

/** Takes off each page what stands in the same place of most others: running heads, page numbers. */
export function withoutFurniture(pages: readonly (readonly Row[])[]): { pages: Row[][]; left: number } {
  const counts = new Map<string, number>();
  for (const rows of pages)
    for (const form of new Set(edgesOf(rows).values())) counts.set(form, (counts.get(form) ?? 0) + 1);
  let left = 0;
  const kept = pages.map((rows) => {
    const edges = edgesOf(rows);
    return rows.filter((row, at) => {
      const form = edges.get(row);
      const often = form !== undefined && (counts.get(form) ?? 0) >= Math.max(PAGES, pages.length / 4);
      const alone = (at === 0 || at === rows.length - 1) && pages.length > 1 && rows.length > 2 && isPageNumber(row);
      if (often || alone) left += 1;
      return !(often || alone);
    });
  });
  return { pages: kept, left };
}

function edgesOf(rows: readonly Row[]): Map<Row, string> {
  const edges = new Map<Row, string>();
  for (const row of rows.slice(0, EDGE)) edges.set(row, formOf(row, "top"));
  for (const row of rows.slice(-EDGE)) if (!edges.has(row)) edges.set(row, formOf(row, "bottom"));
  return edges;
}
