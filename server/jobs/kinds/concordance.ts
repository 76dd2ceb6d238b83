import "server-only";
import { z } from "zod";
import { ok } from "@/domain/failure";
import { UploadId } from "@/domain/ids";
import { ConcordanceData } from "@/domain/job/concordance";
import { leavingHits } from "@/domain/protection/leaving-hits";
import { Hit } from "@/domain/search/concordance";
import type { Query } from "@/domain/search/query";
import { starterOf } from "@/server/data/jobs/starter";
import { addPart, addUpload, beginFile, endFile, partSize } from "@/server/data/jobs/uploads";
import { findProject } from "@/server/data/projects";
import { reportsWith } from "@/server/data/search/concordance";
import { openSorting } from "@/server/data/search/sorting";
import { inTransaction, sql } from "@/server/data/transaction";
import { hitsFile, hitsFileName } from "@/server/export/hits-file";
import { JobFailed, jobKind, type Running } from "@/server/jobs/kind";
import { newId } from "@/server/new-id";
import { readConcordanceQuery } from "@/server/operations/concordance";
import { mayTakeHits } from "@/server/operations/export-concordance";
import { hitsOf, type SortableHit } from "@/server/operations/read-hits";

/** Reports that are looked up at a time. */
const atOnce = 2000;

type Work = Running<ConcordanceData>;
type Starter = NonNullable<Awaited<ReturnType<typeof starterOf>>>;

/** Writes every hit of a concordance into a file, sorted as it was asked for; its starter alone sees it. */
export const concordance = jobKind<ConcordanceData>({
  kind: "concordance",
  deed: "export",
  counted: "hits",
  data: ConcordanceData,
  async run(work) {
    const { data, projectId } = work;
    const actor = await starterOf(sql, work);
    if (!actor) throw new JobFailed("Whoever started this is not in the workspace any more.");
    const may = await mayTakeHits(actor, projectId);
    const query = await readConcordanceQuery(actor, projectId, data.q);
    if (!may.ok || !query.ok) throw new JobFailed("This concordance can’t be made any more. Nothing was written.");
    const count = { hits: 0 };
    const hits = eachHit(work, actor, query.value, count);
    const project = await findProject(sql, actor, projectId);
    const name = hitsFileName(project?.slug ?? "project", data.format);
    const sorted = data.sort === "newest" ? inOrder(hits) : byKeys(hits, data.sort);
    const file = await keepFile(work, actor, { name, chunks: hitsFile(data.format, leavingHits(may.value, sorted)) });
    await work.progress(count.hits, count.hits);
    return { hits: count.hits, ...file };
  },
});

async function* eachHit(
  { projectId, signal, progress }: Work,
  actor: Starter,
  query: Query,
  count: { hits: number },
): AsyncGenerator<readonly SortableHit[]> {
  for (let after: readonly [string, string] | undefined; ; ) {
    const reports = await reportsWith(sql, actor, { query, projectId, after, limit: atOnce, free: true });
    for await (const some of hitsOf(actor, query, reports)) {
      signal.throwIfAborted();
      count.hits += some.length;
      yield some;
    }
    await progress(count.hits);
    const last = reports.at(-1);
    if (!last || reports.length < atOnce) return;
    after = [last.key, last.reportId];
  }
}

async function* inOrder(hits: AsyncGenerator<readonly SortableHit[]>): AsyncGenerator<readonly Hit[]> {
  for await (const some of hits) yield some.map(({ hit }) => hit);
}

async function* byKeys(
  hits: AsyncGenerator<readonly SortableHit[]>,
  sort: "left" | "right" | "word",
): AsyncGenerator<readonly Hit[]> {
  const sorting = await openSorting();
  try {
    for await (const some of hits) {
      await sorting.add(some.map(({ hit, keys }) => ({ key: keys[sort], line: JSON.stringify(hit) })));
    }
    for await (const lines of sorting.sorted()) yield z.array(Hit).parse(lines.map((line) => JSON.parse(line)));
  } finally {
    sorting.end();
  }
}

/** Keeps a file where uploads are kept, part by part as it is made. */
async function keepFile(
  { projectId, workspaceId }: Work,
  actor: Starter,
  { name, chunks }: { name: string; chunks: AsyncGenerator<Uint8Array> },
): Promise<{ upload: UploadId; name: string; bytes: number }> {
  const upload = newId(UploadId);
  const begun = await inTransaction(workspaceId, async (tx) => {
    await addUpload(tx, actor, { id: upload, projectId });
    return ok((await beginFile(tx, upload, 1)) ?? 1);
  });
  if (!begun.ok) throw new JobFailed("The file could not be begun. Nothing was written; start it again.");
  const file = { workspaceId, id: upload, nth: begun.value };
  let [waiting, part, bytes] = [Buffer.alloc(0), 0, 0];
  for await (const chunk of chunks) {
    waiting = Buffer.concat([waiting, chunk]);
    bytes += chunk.byteLength;
    for (; waiting.length >= partSize; waiting = waiting.subarray(partSize), part += 1) {
      await addPart(sql, file, part, waiting.subarray(0, partSize));
    }
  }
  if (waiting.length > 0) await addPart(sql, file, part, waiting);
  await inTransaction(workspaceId, async (tx) => ok(await endFile(tx, file, { name, bytes })));
  return { upload, name, bytes };
}
