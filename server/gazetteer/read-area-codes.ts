import "server-only";
import { ok } from "@/domain/failure";
import {
  type CodeColumns,
  CodeTable,
  codeColumnsIn,
  type MatchedArea,
  matchAreas,
  mostCodedAreas,
} from "@/domain/gazetteer/area-codes";
import type { FileLine } from "@/domain/gazetteer/file-lines";
import { placeNameLimits, type ReadPlaceNames } from "@/domain/job/place-name-file";
import { areasOfCountries, keepCodes } from "@/server/data/gazetteer/area-codes";
import { type BrokenLine, type Filed, listBroken, noteFiled } from "@/server/data/gazetteer/filing";
import { gazetteerState } from "@/server/data/gazetteer/fill";
import { inTransaction, sql } from "@/server/data/transaction";
import { Unreadable } from "@/server/import/documents/extracted";
import { delimiterOf, recordsOf } from "@/server/import/tables/csv";
import { JobFailed, type RunningInWorkspace } from "@/server/jobs/kind";

type Job = RunningInWorkspace<ReadPlaceNames>;
type Header = { line: number; delimiter: string; columns: CodeColumns };

/** The header of a table of P-codes, whose first line with words it is; undefined for any other file. */
export async function codesHeaderOf(lines: AsyncIterable<FileLine>): Promise<Header | undefined> {
  for await (const { number, text, broken } of lines) {
    if (broken !== undefined) return undefined;
    if (text.trim() === "") continue;
    const delimiter = delimiterOf(text);
    const cells = cellsOf(text, delimiter);
    const columns = typeof cells === "string" ? undefined : codeColumnsIn(cells);
    return columns && { line: number, delimiter, columns };
  }
  return undefined;
}

/** The cells of one line; a sentence where they can't be told apart. */
function cellsOf(text: string, delimiter: string): readonly string[] | string {
  try {
    return recordsOf(text, delimiter).next().value?.values ?? [];
  } catch (error) {
    if (error instanceof Unreadable) return "A quotation mark is opened and not closed on this line.";
    throw error;
  }
}

type Reason = { line: number; reason: string };

/** Lines that are read between two words of progress. */
const atOnce = 1000;

/** Reads all lines of a table of P-codes after its header. */
export async function readCodeTable(
  { line: headerLine, delimiter, columns }: Header,
  lines: AsyncIterable<FileLine>,
  onProgress: (lines: number) => Promise<void>,
): Promise<{ table: CodeTable; lines: number; broken: Reason[] }> {
  const table = new CodeTable(columns);
  const broken: Reason[] = [];
  let read = 0;
  for await (const { number, text, broken: unread } of lines) {
    read = number;
    if (number % atOnce === 0) await onProgress(number);
    if (number <= headerLine || text.trim() === "") continue;
    const cells = unread ?? cellsOf(text, delimiter);
    const reason = typeof cells === "string" ? cells : table.take(number, cells);
    if (reason !== undefined) broken.push({ line: number, reason });
    if (broken.length > mostCodedAreas)
      throw new JobFailed(
        `More than ${mostCodedAreas} lines of this table can't be read. Nothing was changed; correct it and add it again.`,
      );
  }
  return { table, lines: read, broken };
}

/**
 * Finds the areas of a table of P-codes in the gazetteer and keeps their codes, all of them together or none. What was not
 * found, or fits more than one area, is listed by line like what can't be read.
 */
export async function readAreaCodes(
  job: Job,
  header: Header,
  { total, lines }: { total: number; lines: () => AsyncIterable<FileLine> },
): Promise<Filed> {
  if ((await gazetteerState())?.state !== "loaded")
    throw new JobFailed(
      "The gazetteer is not loaded yet, so no area can be found in it. Nothing was changed; add the file again in some minutes.",
    );
  const read = await readCodeTable(header, lines(), async (done) => {
    job.signal.throwIfAborted();
    await job.progress(done, total);
  });
  const { sure, doubtful } = read.table.areas;
  const countries = [...new Set(sure.map(({ country }) => country))];
  const { matched, unmatched } = matchAreas(sure, await areasOfCountries(sql, job.workspaceId, countries));
  job.signal.throwIfAborted();
  const reasons = reasonsByLine([...read.broken, ...doubtful, ...unmatched]);
  const broken = await withTexts(reasons, lines());
  const filed: Filed = {
    ...{ kind: "codes", lines: read.lines, total, kept: matched.length },
    ...{ broken: reasons.size, passedOver: read.table.deeper },
  };
  return keep(job, { filed, matched, broken });
}

/** Each line once, with all that is wrong with it. */
function reasonsByLine(all: readonly Reason[]): ReadonlyMap<number, ReadonlySet<string>> {
  const reasons = new Map<number, Set<string>>();
  for (const { line, reason } of all) reasons.set(line, (reasons.get(line) ?? new Set()).add(reason));
  return reasons;
}

/** The first of these lines as they stand in the file. */
async function withTexts(
  reasons: ReadonlyMap<number, ReadonlySet<string>>,
  lines: AsyncIterable<FileLine>,
): Promise<BrokenLine[]> {
  const listed: BrokenLine[] = [];
  for await (const { number, text } of lines) {
    const here = reasons.get(number);
    if (here) listed.push({ number, reason: [...here].join(" "), text });
    if (listed.length === Math.min(reasons.size, placeNameLimits.listed)) break;
  }
  return listed;
}

async function keep(
  job: Job,
  { filed, matched, broken }: { filed: Filed; matched: readonly MatchedArea[]; broken: readonly BrokenLine[] },
): Promise<Filed> {
  const kept = await inTransaction(job.workspaceId, async (tx) => {
    if (!(await noteFiled(tx, job, filed))) throw new Error("The job is no longer this process's.");
    await keepCodes(tx, job.id, matched);
    await listBroken(tx, { id: job.id, name: job.data.name }, broken);
    return ok(filed);
  });
  if (!kept.ok) throw new JobFailed("The database was away for too long. Nothing was changed; add the file again.");
  return kept.value;
}
