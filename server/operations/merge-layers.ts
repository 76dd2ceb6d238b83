import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import { type ReportId, TagId } from "@/domain/ids";
import { compareLayers } from "@/domain/review/compare/compare";
import { settledGroups } from "@/domain/review/compare/finals";
import { type Made, type MergePlan, planMerge } from "@/domain/review/compare/merge";
import { leftBecause } from "@/domain/review/compare/merge-values";
import type { MergeAnswer, Merging } from "@/domain/review/compare/strategy";
import type { TagChange } from "@/domain/tag/batch";
import { decideChanges } from "@/domain/tag/change";
import { lockReport } from "@/server/data/report-state";
import { askedBy } from "@/server/data/tags/asked";
import { keepUnderLock } from "@/server/data/tags/keep";
import { readSituation } from "@/server/data/tags/situation";
import { inTransaction, type Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { comparableLayers } from "@/server/operations/compare-report";

/** Fills the final layer with what needs nobody's judgement; what was decided before stays as it is. */
export const mergeLayers = (actor: Actor, reportId: ReportId, merging: Merging): Promise<Result<MergeAnswer>> =>
  inTransaction(actor.workspaceId, async (tx) => {
    if (!merging.preview) await lockReport(tx, reportId);
    const found = await comparableLayers(tx, actor, reportId, "merge-layers");
    if (!found.ok) return found;
    const { on, layers } = found.value;
    if (on.closed && !merging.preview) return fail({ kind: "forbidden", reason: "report-closed" });

    const comparison = compareLayers(layers.authors.map(({ id }) => ({ by: id, ...layers.of(id) })));
    const settled = settledGroups(comparison, layers.final);
    const plan = planMerge(comparison, settled, merging, () => newId(TagId));
    const written = merging.preview ? ok(undefined) : await write(tx, actor, reportId, plan.make);
    return written.ok ? ok(sumUp(plan, merging)) : written;
  });

/** Makes the final tags as a reviewer would by hand: each with its version, decision and history entry. */
async function write(tx: Tx, actor: Actor, reportId: ReportId, make: readonly Made[]): Promise<Result<undefined>> {
  const changes = make.map(changeFor);
  const situation = await readSituation(tx, actor, reportId, askedBy(changes));
  if (!situation) return fail({ kind: "not-found" });
  const { answers, writes } = decideChanges(
    situation,
    changes.map((value) => ({ ok: true, value })),
  );
  const refused = answers.find((answer) => !answer.ok);
  if (refused && !refused.ok) return refused;
  const kept = await keepUnderLock(tx, situation, writes);
  return kept === "kept" ? ok(undefined) : fail({ kind: "unavailable", reason: "busy" });
}

function changeFor({ id, group: _group, type: _type, ...draft }: Made): TagChange {
  const origin = "engine:merge";
  if ("from" in draft) {
    const { cue, ...body } = draft;
    return { deed: "put-relation", id, body: { ...body, ...(cue && { cue: sent(cue) }), origin } };
  }
  return { deed: "put-annotation", id, body: { ...draft, ...sent(draft), origin } };
}

const sent = <A extends { revisionId: unknown; segments: readonly { start: number; end: number; quote: string }[] }>({
  revisionId,
  segments,
}: A): Pick<A, "revisionId"> & { segments: { start: number; end: number; quote: string }[] } => ({
  revisionId,
  segments: segments.map(({ start, end, quote }) => ({ start, end, quote })),
});

function sumUp({ make, kept, left }: MergePlan, { preview }: Merging): MergeAnswer {
  const made = (type: Made["type"]) => make.filter((each) => each.type === type).length;
  const because = leftBecause.map((why) => [why, left.filter((each) => each.because === why).length] as const);
  return {
    preview,
    made: { annotations: made("annotation"), relations: made("relation") },
    kept: kept.length,
    changedSince: kept.filter(({ settled }) => settled?.changedSince === true).length,
    left: Object.fromEntries(because) as MergeAnswer["left"], // every reason is a key
  };
}
