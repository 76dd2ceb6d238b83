import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { v7 } from "uuid";
import { longText, type Spot, spotsOf } from "@/bench/text";
import { codePoint } from "@/domain/text/offsets";
import { passage, segmentsOf } from "@/domain/text/segment";
import { readReport } from "@/server/import/read-report";

/** Whose rows these are. */
export type Owner = { workspaceId: string; projectId: string; userId: string };
type Cell = string | number | null;
/** Rows of one table as COPY reads them. */
export type Rows = { table: string; columns: readonly string[]; lines: string[] };

const escaped = (cell: Cell) =>
  cell === null ? "\\N" : String(cell).replace(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign);
const signs: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
export const lineOf = (cells: readonly Cell[]) => `${cells.map(escaped).join("\t")}\n`;

const attributes = {
  claim: { kind: "event", certainty: "certain", polarity: "affirmed", standing: "asserted" },
  place: { featureType: "settlement" },
  source: {},
} as const;

const columns = {
  report:
    "workspace_id id project_id title outlet language direction revision_id original_sha256 text_sha256 encoding media_type byte_length code_points words created_by",
  report_original: "workspace_id report_id bytes",
  revision: "workspace_id id report_id number text_sha256 code_points tail extractor created_by",
  block: "workspace_id revision_id ordinal type attributes start before text",
  tag: "workspace_id id project_id report_id type kind layer state version span_start span_end created_by updated_by",
  tag_version:
    "workspace_id tag_id number kind state attributes schema_version codebook_version anchor origin op_id created_by",
} as const;
type Table = keyof typeof columns;
const tables = Object.keys(columns) as Table[];

/** Papers of 400 words with so many spans each, written past the app as COPY writes them; `seed` makes others. */
export function corpus(owner: Owner, reports: number, spans: number, seed: number): Rows[] {
  const rows = Object.fromEntries(tables.map((table) => [table, [] as string[]])) as Record<Table, string[]>;
  for (let nth = 0; nth < reports; nth += 1) paper(rows, owner, { seed: seed + nth, spans });
  return tables.map((table) => ({ table, columns: columns[table].split(" "), lines: rows[table] }));
}

function paper(rows: Record<Table, string[]>, owner: Owner, { seed, spans }: { seed: number; spans: number }): void {
  const { workspaceId, projectId, userId } = owner;
  const [id, revisionId] = [v7(), v7()];
  const text = longText(380, seed);
  const bytes = Buffer.from(text);
  const read = readReport({ text, language: "en", mediaType: "text/plain" }, bytes, ["en"]);
  if (!read.ok) throw new Error("A paper can't be read.");
  const { originalSha256, textSha256, codePoints, words, tail, blocks } = read.report;
  const about = [`Paper ${seed}`, "Hama Post", "en", "ltr", revisionId, originalSha256, textSha256];
  const kept = ["UTF-8", "text/plain", bytes.length, codePoints, words, userId];
  rows.report.push(lineOf([workspaceId, id, projectId, ...about, ...kept]));
  rows.report_original.push(lineOf([workspaceId, id, `\\x${bytes.toString("hex")}`]));
  rows.revision.push(lineOf([workspaceId, revisionId, id, 1, textSha256, codePoints, tail, "text 1", userId]));
  for (const { ordinal, type, attributes: more, start, before, text: words } of blocks) {
    rows.block.push(lineOf([workspaceId, revisionId, ordinal, type, JSON.stringify(more), start, before, words]));
  }
  const whole = passage(text);
  for (const spot of spotsOf(text, spans)) span(rows, owner, { spot, id, revisionId, whole });
}

type On = { spot: Spot; id: string; revisionId: string; whole: ReturnType<typeof passage> };

function span(rows: Record<Table, string[]>, owner: Owner, { spot, id, revisionId, whole }: On): void {
  const { workspaceId, projectId, userId } = owner;
  const tagId = v7();
  const { kind, start, end } = spot;
  const anchor = { revisionId, segments: segmentsOf(whole, [{ start: codePoint(start), end: codePoint(end) }]) };
  rows.tag.push(
    lineOf([workspaceId, tagId, projectId, id, "annotation", kind, "shared", "open", 1, start, end, userId, userId]),
  );
  const said = JSON.stringify(attributes[kind]);
  const made = ["person", v7(), userId];
  rows.tag_version.push(lineOf([workspaceId, tagId, 1, kind, "open", said, 1, 1, JSON.stringify(anchor), ...made]));
}

/** Writes rows with COPY and says how many milliseconds it took. */
export async function copyIn(client: Client, rows: readonly Rows[]): Promise<number> {
  const began = performance.now();
  for (const { table, columns: names, lines } of rows) {
    const stream = client.query(from(`copy ${table} (${names.join(", ")}) from stdin`));
    for (let at = 0; at < lines.length; at += 500) {
      if (!stream.write(lines.slice(at, at + 500).join(""))) await once(stream, "drain");
    }
    stream.end();
    await finished(stream);
  }
  return performance.now() - began;
}
