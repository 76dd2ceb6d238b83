import { createHash } from "node:crypto";
import type { Client } from "pg";
import { v7 } from "uuid";
import { copyIn, lineOf, type Owner, type Rows } from "@/bench/datasets/corpus";
import { searchParts } from "@/domain/search/parts";

/** Short reports in great numbers, written past the app with COPY, with what they are found by. */

/** Words of a report. */
const long = 60;
/** Words there are; the nth is met about 1/n as often as the first. */
const vocabulary = 40_000;
const syllables = "ba de fi go hu ka le mi no pu ra se ti vo wu za che kha sha thu".split(" ");

/** The nth word from the most frequent on; no two are the same. */
export function wordOf(nth: number): string {
  let word = "";
  for (let rest = nth + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

/** The same numbers for the same seed: xorshift. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** By Zipf's law, from a table of places. */
const places = (() => {
  const weights = Array.from({ length: vocabulary }, (_, nth) => 1 / (nth + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(2 ** 20);
  let [word, reached] = [0, (weights[0] ?? 0) / whole];
  for (let at = 0; at < table.length; at += 1) {
    while (at / table.length > reached && word < vocabulary - 1) {
      word += 1;
      reached += (weights[word] ?? 0) / whole;
    }
    table[at] = word;
  }
  return table;
})();
const words = Array.from({ length: vocabulary }, (_, nth) => wordOf(nth));

function textOf(seed: number): string {
  const next = numbers(seed);
  let text = "";
  for (let nth = 0; nth < long; nth += 1) {
    text += `${nth === 0 ? "" : nth % 12 === 0 ? ". " : " "}${words[places[Math.floor(next() * places.length)] ?? 0]}`;
  }
  return `${text}.`;
}

const columns = {
  report:
    "workspace_id id project_id title outlet language direction revision_id original_sha256 text_sha256 encoding media_type byte_length code_points words created_by created_at",
  revision: "workspace_id id report_id number text_sha256 code_points tail extractor created_by",
  block: "workspace_id revision_id ordinal type attributes start before text",
  search_part: "workspace_id project_id report_id of id nth parts block_from block_to at words kept_at",
} as const;
type Table = keyof typeof columns;
const tables = Object.keys(columns) as Table[];

/** So many reports from this number on; one a second, so that a later one is newer. */
function some(owner: Owner, from: number, count: number): Rows[] {
  const lines: Record<Table, string[]> = { report: [], revision: [], block: [], search_part: [] };
  const { workspaceId, projectId, userId } = owner;
  for (let nth = from; nth < from + count; nth += 1) {
    const [id, revisionId, text] = [v7(), v7(), textOf(nth + 1)];
    const sha = createHash("sha1").update(`${nth} ${text}`).digest("hex");
    const [title, outlet] = [`Paper ${nth}`, "Hama Post"];
    const at = new Date(Date.UTC(2020, 0, 1) + nth * 1000).toISOString();
    const about = [title, outlet, "en", "ltr", revisionId, sha, sha, "UTF-8", "text/plain"];
    lines.report.push(lineOf([workspaceId, id, projectId, ...about, text.length, text.length, long, userId, at]));
    lines.revision.push(lineOf([workspaceId, revisionId, id, 1, sha, text.length, "", "text 1", userId]));
    lines.block.push(lineOf([workspaceId, revisionId, 0, "paragraph", "{}", 0, "", text]));
    for (const [part, { vector, from: first, to }] of searchParts([`${title}\n${outlet}`, text], 1).entries()) {
      lines.search_part.push(lineOf([workspaceId, projectId, id, "report", id, part, 1, first, to, at, vector, at]));
    }
  }
  return tables.map((table) => ({ table, columns: columns[table].split(" "), lines: lines[table] }));
}

const atOnce = 5000;
const index = 'create index search_part_words on search_part using gin ("words")';

/** Writes reports number `from` to `to`; a great number of them with the index of words made at the end. */
export async function bringReports(client: Client, owner: Owner, from: number, to: number): Promise<void> {
  const many = to - from > 100_000;
  await client.query("set statement_timeout = 0; set maintenance_work_mem = '1GB'; set synchronous_commit = off");
  if (many) await client.query("drop index search_part_words");
  for (let nth = from; nth < to; nth += atOnce) await copyIn(client, some(owner, nth, Math.min(atOnce, to - nth)));
  if (many) await client.query(index);
  await client.query("vacuum (analyze) report, revision, block, search_part");
}
