import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { type ComparingDeed, refusalForComparison } from "@/domain/access/policy";
import { fail, invalid, ok, type Result } from "@/domain/failure";
import type { ReportId, UserId } from "@/domain/ids";
import type { ReportComparison } from "@/domain/review/compare/answer";
import { compareLayers } from "@/domain/review/compare/compare";
import { ownFinals, progressOf, type Settled, settledGroups, tagProgress } from "@/domain/review/compare/finals";
import type { Group } from "@/domain/review/compare/group";
import { namelessAnnotation, namelessRelation, namelessTag } from "@/domain/review/compare/nameless";
import { countPairs, countsOf } from "@/domain/review/compare/pairs";
import { type Author, type Layers, layersOf } from "@/server/data/layers";
import { type ReportStanding, standingOn } from "@/server/data/standings";
import { type Sql, sql } from "@/server/data/transaction";

/** What the analysts of a report said, compared, with what was decided about it. Names are hidden on request. */
export async function compareReport(
  actor: Actor,
  reportId: ReportId,
  asked: { anonymous: boolean },
): Promise<Result<ReportComparison>> {
  const found = await comparableLayers(sql, actor, reportId, "compare");
  if (!found.ok) return found;
  const { on, layers } = found.value;
  const anonymous = asked.anonymous || layers.anonymous;
  const keyOf = anonymous ? lettersFor(reportId, layers.authors) : (id: UserId): string => id;
  const comparison = compareLayers(
    layers.authors.map(({ id }) => {
      const { annotations, relations } = layers.of(id);
      const nameless = { annotations: annotations.map(namelessAnnotation), relations: relations.map(namelessRelation) };
      return { by: keyOf(id), ...nameless };
    }),
  );
  const finals = layers.final.map(namelessTag);
  const settled = settledGroups(comparison, finals);
  const shown = <G extends Group>(group: G) => ({ ...group, ...decided(settled.get(group.id)) });
  return ok({
    reportId,
    revisionId: on.revisionId,
    anonymous,
    analysts: layers.authors
      .map(({ id, name }) => ({ key: keyOf(id), ...(anonymous ? { name: keyOf(id) } : { name, userId: id }) }))
      .toSorted((a, b) => (a.name === b.name ? (a.key < b.key ? -1 : 1) : a.name < b.name ? -1 : 1)),
    annotations: comparison.annotations.map(shown),
    relations: comparison.relations.map(shown),
    own: ownFinals(layers.final).map(namelessTag),
    counts: { annotations: countsOf(comparison.annotations), relations: countsOf(comparison.relations) },
    pairs: countPairs(comparison),
    progress: progressOf(comparison, settled),
    toSettle: tagProgress(comparison, finals),
  });
}

/** The layers of a report for somebody who may compare them: once they are open, and who is more than a reader. */
export async function comparableLayers(
  db: Sql,
  actor: Actor,
  reportId: ReportId,
  deed: ComparingDeed,
): Promise<Result<{ on: ReportStanding; layers: Layers }>> {
  const on = await standingOn(db, actor, reportId);
  if (!on) return fail({ kind: "not-found" });
  const refusal = refusalForComparison(actor, on.standing, { deed, layersOpen: on.layersOpen });
  if (refusal) return fail(refusal);
  if (on.standing.mode === "shared") return invalid("reportId", "In a shared project all work in one layer.");
  return ok({ on, layers: await layersOf(db, actor, reportId) });
}

/** A, B, C …: the same for as long as the same people are compared, and in every report in another order. */
function lettersFor(reportId: ReportId, authors: readonly Author[]): (id: UserId) => string {
  const drawn = authors
    .map(({ id }) => ({ id, lot: createHash("sha256").update(`${reportId} ${id}`).digest("hex") }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
  const letters = new Map(drawn.map(({ id }, at) => [id, letter(at)]));
  return (id) => letters.get(id) ?? "";
}

const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;

const decided = (settled: Settled | undefined) =>
  settled && { final: { tag: settled.final, leftOut: settled.leftOut, changedSince: settled.changedSince } };
