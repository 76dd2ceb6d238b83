import type { Thread } from "@/domain/discussion/thread";
import type { ExportedReport, Parts, ReportBundle, TagRecord, UnreadBundle } from "@/domain/formats/dataset";
import type { Block } from "@/domain/report/report";
import type { Annotation, Relation } from "@/domain/tag/tag";
import { pageSize, type Statements } from "./asked-of";
import { readAhead } from "./read-ahead";
import { cellsFrom, type Lines, type Reading, rowsIn } from "./reading";
import { type Cells, tagFrom, UnreadRow } from "./tag-from";

/** Reports whose tags and texts come by one statement each: no more than so many tags or code points, but one report. */
const most = { tags: 6_000, codePoints: 1_000_000 };

/** A report as the page of reports tells it; `weight` is about how many tags it has. */
type Row = {
  report: Omit<ExportedReport, "text" | "blocks">;
  tail: string;
  weight: number;
  leaving: ReportBundle["leaving"];
};

/** What comes from the database, in this order for each group: its reports with texts and threads, then its tags. */
type Piece =
  | { is: "group"; group: readonly Row[]; texts: Lines[]; threads: Lines[]; verdicts: Lines[] }
  | { is: "tags"; lines: Lines };

const sizeOf = (piece: Piece) =>
  piece.is === "tags"
    ? piece.lines.length
    : [...piece.texts, ...piece.threads, ...piece.verdicts].reduce((sum, { length }) => sum + length, 0);

type About = Omit<UnreadBundle, "tags"> & {
  rows: readonly string[][];
  decided(of: readonly string[]): string | null | undefined;
};

/** Every report that was asked for with what leaves of it, by their ids, one report in memory at a time. */
export async function* bundlesOf(reading: Reading, statements: Statements, parts: Parts): AsyncGenerator<ReportBundle> {
  for await (const { rows, decided, ...about } of reportsOf(reading, statements, parts)) {
    const found = rows.map((row) => tagFrom(cellsFrom(row), about.report.projectId, decided(row)));
    const annotations = found.filter(isOf<Annotation>("annotation"));
    yield Object.assign(about, { annotations, relations: found.filter(isOf<Relation>("relation")) });
  }
}

/** The same with tags whose JSON is not read. */
export async function* unreadBundlesOf(
  reading: Reading,
  statements: Statements,
  parts: Parts,
): AsyncGenerator<UnreadBundle> {
  for await (const { rows, decided, ...about } of reportsOf(reading, statements, parts)) {
    const tags = rows.map((row) => new UnreadRow(row, about.report.projectId, decided(row)));
    yield Object.assign(about, { tags });
  }
}

/**
 * Statements are set-based, one for each part of a group of reports, and the next one runs while its rows are waited
 * for.
 */
async function* reportsOf(reading: Reading, statements: Statements, parts: Parts): AsyncGenerator<About> {
  const ahead = readAhead(piecesOf(reading, statements, parts), { bytes: 4_000_000, sizeOf });
  const tags = inTurn(ahead.next);
  try {
    for (let piece = await tags.group(); piece; piece = await tags.group()) {
      const [texts, threads, verdicts] = [byId(piece.texts), byId(piece.threads), byId(piece.verdicts)];
      const decided = (row: readonly string[]) => verdicts.get(row[2] ?? "")?.[0]?.[1];
      for (const { report, tail, leaving } of piece.group) {
        yield {
          report: Object.assign(report, textFrom(texts.get(report.id) ?? [], parts.text ? tail : "")),
          leaving,
          rows: await tags.of(report.id),
          decided,
          threads: (threads.get(report.id) ?? []).map(([, thread]): Thread => JSON.parse(thread ?? "")),
        };
      }
    }
  } finally {
    await ahead.end();
  }
}

async function* piecesOf(reading: Reading, statements: Statements, parts: Parts): AsyncGenerator<Piece, void> {
  let after: string | null = null;
  while (true) {
    const page = await pageAfter(reading, statements, after, parts);
    for (const group of groupsOf(page)) {
      const values = [...statements.values, group.map(({ report }) => report.id)];
      const texts = parts.text ? await collected(reading.copied(statements.blocks, values)) : [];
      const threads = parts.threads ? await collected(reading.copied(statements.threads, values)) : [];
      const tags = parts.annotations || parts.relations;
      const verdicts = tags ? await collected(reading.copied(statements.verdicts, values)) : [];
      yield { is: "group", group, texts, threads, verdicts };
      for await (const lines of tagsOf(reading, statements, { values, parts })) yield { is: "tags", lines };
    }
    after = page.length < pageSize ? null : (page.at(-1)?.report.id ?? null);
    if (after === null) return;
  }
}

const pageAfter = async (reading: Reading, { page, values }: Statements, after: string | null, { counts }: Parts) =>
  // The statement's columns are those of a Row.
  (await reading.rows(page, [...values, after, counts === true])) as Row[];

function* groupsOf(page: readonly Row[]): Generator<Row[]> {
  let group: Row[] = [];
  let [tags, codePoints] = [0, 0];
  for (const row of page) {
    const full = tags + row.weight > most.tags || codePoints + row.report.codePoints > most.codePoints;
    if (full && group.length > 0) {
      yield group;
      group = [];
      [tags, codePoints] = [0, 0];
    }
    group.push(row);
    tags += row.weight;
    codePoints += row.report.codePoints;
  }
  if (group.length > 0) yield group;
}

type AskedTags = { values: readonly unknown[]; parts: Parts };

/** The rows of the tags that are needed; none are asked for where none are. */
async function* tagsOf(reading: Reading, statements: Statements, { values, parts }: AskedTags): AsyncGenerator<Lines> {
  const { annotations, relations } = parts;
  if (!annotations && !relations) return;
  const some = annotations === "all" ? undefined : annotations;
  const chosen = [annotations !== undefined, some?.kinds, some?.linked === true, relations === true];
  yield* reading.copied(statements.tags, [...values, ...chosen]);
}

/** Hands out groups, and the rows of tags report by report, in the order in which they come. */
function inTurn(next: () => Promise<Piece | undefined>) {
  let rows: string[][] = [];
  let at = 0;
  let coming: Extract<Piece, { is: "group" }> | undefined;
  /** Whether there are more rows of this group. */
  const more = async () => {
    if (coming) return false;
    // The reading goes on while this is looked at.
    await new Promise((resolve) => setImmediate(resolve));
    const piece = await next();
    if (piece?.is === "group") coming = piece;
    if (piece?.is !== "tags") return false;
    rows = rowsIn(piece.lines);
    at = 0;
    return true;
  };
  return {
    async group() {
      while (!coming && (await more()));
      const group = coming;
      coming = undefined;
      rows = [];
      at = 0;
      return group;
    },
    async of(reportId: string): Promise<string[][]> {
      const found: string[][] = [];
      while (at < rows.length || (await more())) {
        const row = rows[at];
        if (row?.[0] !== reportId) break;
        found.push(row);
        at += 1;
      }
      return found;
    },
  };
}

async function collected(chunks: AsyncIterable<Lines>): Promise<Lines[]> {
  const all: Lines[] = [];
  for await (const lines of chunks) all.push(lines);
  return all;
}

/** Rows by the id in their first column. */
function byId(chunks: readonly Lines[]): ReadonlyMap<string, Cells[]> {
  const rows = new Map<string, Cells[]>();
  for (const row of chunks.flatMap(rowsIn).map(cellsFrom)) {
    const id = row[0] ?? "";
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  }
  return rows;
}

function textFrom(rows: readonly Cells[], tail: string): Pick<ExportedReport, "text" | "blocks"> {
  const blocks = rows.map(
    ([, ordinal, type, attributes, start, before, text]): Block => ({
      ordinal: Number(ordinal),
      // The column holds nothing but types of blocks.
      type: type as Block["type"],
      attributes: JSON.parse(attributes ?? "{}"),
      start: Number(start),
      before: before ?? "",
      text: text ?? "",
    }),
  );
  return { text: blocks.map(({ before, text }) => before + text).join("") + tail, blocks };
}

const isOf =
  <T extends Annotation | Relation>(type: T["type"]) =>
  (record: TagRecord<Annotation> | TagRecord<Relation>): record is TagRecord<Annotation> & TagRecord<T> =>
    record.tag.type === type;
