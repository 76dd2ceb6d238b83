import { type PlacedRow, placedRow } from "@/domain/formats/table/placed";
import { type ReadColumn, rowOf, type TableRow } from "@/domain/formats/table/row";
import { columnQuestion, holdsTags } from "@/domain/formats/table/targets";
import type { AnnotatedDocument, NamedEntity, Span } from "@/domain/interchange/document";
import { type SentText, sentText } from "@/domain/interchange/line-ends";
import type { SentFile, Trouble } from "@/domain/interchange/reader";
import type { OffsetUnit } from "@/domain/interchange/units";
import { canonicalText } from "@/domain/text/canonical";
import type { ReportsHere } from "../../../data/annotated/reports-here";
import type { Piece } from "../piece";
import { type Sheet, sheetsIn } from "./sheets";

/** What offsets may count, the usual unit first. */
export const tableUnits: readonly OffsetUnit[] = ["code point", "UTF-16 code unit", "byte"];

type Answers = Readonly<Record<string, string>>;

/** The tags of tables, report by report in the order in which they are named first. Throws `BrokenFile` after what is whole. */
export async function* tablePieces(
  files: readonly SentFile[],
  answers: Answers,
  reports: ReportsHere,
): AsyncGenerator<Piece> {
  const { sheets, broken } = await sheetsIn(files);
  const { groups, about } = grouped(sheets, answers);
  for (const entity of speakersIn(groups.values())) yield { is: "entity", entity };
  const unit = tableUnits.find((each) => each === answers["unit"]) ?? "code point";
  for (const [key, rows] of groups) yield* reportPieces(rows, { key, about: about.get(key), unit, reports });
  if (broken) throw broken;
}

/** What a row says of the report that it belongs to. */
const reference = ({ said }: TableRow) => ({
  ...given("report", said.get("report")),
  ...given("sha256", said.get("text-sha256")),
  ...given("url", said.get("url")),
  ...given("title", said.get("title")),
});
const given = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: string };

/** Rows of one report say the same of these. */
const keyOf = (row: TableRow): string => {
  const { report, sha256, url, title } = reference(row);
  return report ?? sha256 ?? url ?? title ?? row.said.get("text") ?? "";
};

/** Rows of tags by their report, and rows that tell of a report alone. */
function grouped(sheets: readonly Sheet[], answers: Answers) {
  const groups = new Map<string, TableRow[]>();
  const about = new Map<string, TableRow>();
  for (const { file, header, rows } of sheets) {
    const columns: ReadColumn[] = header.flatMap((name, at) => {
      const target = header.indexOf(name) === at ? (answers[`${columnQuestion}${name}`] ?? "") : "";
      return target === "" ? [] : [{ at, name, target }];
    });
    const tags = holdsTags(columns.map(({ target }) => target));
    for (const { line, cells } of rows) {
      const row = rowOf(cells, columns, { file, line });
      if (row.said.size === 0 && Object.keys(row.own).length === 0) continue;
      if (!tags) {
        const key = row.said.get("id") ?? keyOf(row);
        about.set(key, about.get(key) ?? row);
        continue;
      }
      const key = keyOf(row);
      const known = groups.get(key);
      if (known) known.push(row);
      else groups.set(key, [row]);
    }
  }
  return { groups, about };
}

/** Everybody whom rows name as the speaker. */
function* speakersIn(groups: Iterable<readonly TableRow[]>): Generator<NamedEntity> {
  const told = new Set<string>();
  for (const rows of groups)
    for (const { said } of rows) {
      const name = said.get("speaker");
      const key = said.get("speaker-id") ?? name;
      if (key === undefined || name === undefined || told.has(key)) continue;
      told.add(key);
      yield { key, name, ...given("kind", said.get("speaker-kind")), aliases: [], attributes: {} };
    }
}

type Around = { key: string; about: TableRow | undefined; unit: OffsetUnit; reports: ReportsHere };
/** `here`: the project has it, so that without a tag it says nothing. */
type Whole = Pick<AnnotatedDocument, "key" | "title" | "metadata"> & { sent: SentText; here: boolean };

async function* reportPieces(rows: readonly TableRow[], around: Around): AsyncGenerator<Piece> {
  const found = await wholeOf(rows, around);
  if ("is" in found) {
    for (const row of rows) yield aside(row, found);
    return;
  }
  const { sent, here, ...head } = found;
  const spans = new Map<string, Span>();
  const others: Piece[] = [];
  for (const row of rows) {
    const placed = placedRow(row, sent, around.unit);
    const made = placed.ok ? spanOf(row, placed) : placed.trouble;
    if ("is" in made) others.push(aside(row, made));
    else if (spans.has(made.id)) others.push(aside(row, { is: "twice", id: made.id }));
    else {
      spans.set(made.id, made);
      if (placed.ok && placed.byQuote)
        others.push({ is: "by-quote", spot: row.spot, quote: row.said.get("quote") ?? "" });
      const layer = row.said.get("layer");
      if (layer !== undefined && layer !== "shared" && layer !== "final")
        others.push({ is: "unread", unread: { what: `layer ${layer}`.slice(0, 100), spot: row.spot } });
    }
  }
  const [spot] = rows.map((row) => row.spot);
  const document = { ...head, text: sent.text, spans: [...spans.values()], links: [], notes: [] };
  if (spans.size > 0 || !here) yield { is: "document", document: { ...document, ...(spot && { spot }) } };
  yield* others;
}

/** The report that rows belong to: one of the project's, or one that the files have the text of. */
async function wholeOf(rows: readonly TableRow[], { key, about, reports }: Around): Promise<Whole | Trouble> {
  const [first] = rows;
  const refer = { ...(about ? reference(about) : {}), ...(first ? reference(first) : {}) };
  const here = await reports.find(refer);
  if (here.is === "report") {
    const text = await reports.textOf(here.revisionId);
    return { key: here.id, title: here.title, metadata: {}, sent: sentText(text), here: true };
  }
  const text = rows.map(({ said }) => said.get("text")).find(Boolean) ?? about?.said.get("text");
  if (here.count > 1 || text === undefined)
    return { is: "report", said: refer.title ?? refer.report ?? refer.url ?? "", count: here.count };
  const canonical = canonicalText(text);
  if (!canonical.ok) return { is: "value", name: "text", said: canonical.refusal.reason };
  const metadata: Record<string, string> = {};
  for (const name of ["outlet", "author", "published", "url", "language"]) {
    const value = about?.said.get(name) ?? first?.said.get(name);
    if (value !== undefined) metadata[name] = value;
  }
  return { key, title: refer.title ?? "", metadata, sent: sentText(text), here: false };
}

function spanOf({ said, own, spot }: TableRow, { segments }: PlacedRow & { ok: true }): Span | Trouble {
  const label = said.get("kind");
  if (label === undefined) return { is: "no-label" };
  const version = Number(said.get("version"));
  const [by, at, layer] = [said.get("annotator"), said.get("made-at"), said.get("layer")];
  const speaker = said.get("speaker-id") ?? said.get("speaker");
  return {
    id: said.get("id") ?? `${spot.file}:${spot.line ?? 0}`,
    label,
    segments,
    attributes: own,
    ...(speaker !== undefined && { entity: speaker }),
    made: {
      ...(by !== undefined && { by: { name: by } }),
      ...given("at", at),
      ...given("layer", layer),
      ...(Number.isSafeInteger(version) && version > 0 && { version }),
    },
    spot,
  };
}

const aside = ({ spot, said, own }: TableRow, trouble: Trouble): Piece => ({
  is: "set-aside",
  aside: { spot, trouble, record: JSON.stringify({ ...Object.fromEntries(said), ...own }).slice(0, 2000) },
});
