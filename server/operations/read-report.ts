import "server-only";
import type { Actor } from "@/domain/access/actor";
import { ok, type Result } from "@/domain/failure";
import type { ReportId } from "@/domain/ids";
import { entitiesNamedIn } from "@/server/data/entities/find";
import { tagsAsJson } from "@/server/data/tags/read";
import { threadsOf } from "@/server/data/threads";
import { sql } from "@/server/data/transaction";
import { inPieces, jsonList, jsonString } from "@/server/http/json-pieces";
import { openReport } from "@/server/operations/open-report";

/** A report with everything on it that this person sees, as one JSON text that is made while it is read. */
export async function readWholeReport(actor: Actor, reportId: ReportId): Promise<Result<ReadableStream<Uint8Array>>> {
  const opened = await openReport(actor, reportId);
  if (!opened.ok) return opened;
  const { report, blocks, standing: on } = opened.value;
  const [tags, threads, entities] = await Promise.all([
    tagsAsJson(sql, actor, on.standing, { reportId, withdrawn: false }),
    threadsOf(sql, actor, on.standing, reportId),
    entitiesNamedIn(sql, { actor, standing: on.standing }, reportId),
  ]);
  const { text, ...rest } = report;
  return ok(
    inPieces(function* () {
      yield `${JSON.stringify({ ...rest, threads, entities }).slice(0, -1)},"text":`;
      yield* jsonString(text);
      yield `,"annotations":${tags.annotations},"relations":${tags.relations},"blocks":`;
      yield* jsonList(blocks);
      yield "}";
    }),
  );
}
