import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { ProjectAgreement, ReviewedKind } from "@/domain/agreement/project/answer";
import type { AskedAgreement } from "@/domain/agreement/project/asked";
import { comparedAttributes } from "@/domain/agreement/project/attributes";
import { computeAgreement } from "@/domain/agreement/project/compute";
import { wilson } from "@/domain/agreement/project/wilson";
import { fail, ok, type Result } from "@/domain/failure";
import type { ProjectId } from "@/domain/ids";
import { type Compared, quotesOf } from "@/server/data/agreement/layers";
import { reviewedByKind } from "@/server/data/agreement/review";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";
import { inSlices, oneAtATime } from "@/server/in-slices";
import { gatherLayers } from "@/server/operations/gather-layers";

/**
 * How far the analysts of a project agree: of their layers where they are open; blind work is never counted. In a
 * shared project there are no layers, so it says what reviewers made of other people's tags.
 */
export async function readAgreement(
  actor: Actor,
  projectId: ProjectId,
  asked: AskedAgreement,
): Promise<Result<ProjectAgreement>> {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "see-agreement");
  if (refusal) return fail(refusal);
  const compared = { actor, standing, projectId };
  if (standing.mode === "shared") return ok(await ofShared(compared, asked));
  const question = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
  const key = `${actor.workspaceId} ${projectId} ${actor.userId} ${standing.role} ${question}`;
  return ok(await oneAtATime("agreement", key, () => ofLayers(compared, asked)));
}

const gammaLimits = { reports: 12, tags: 600 };

async function ofLayers(compared: Compared, asked: AskedAgreement): Promise<ProjectAgreement> {
  const { people, kinds, reports, described, own, about } = await gatherLayers(compared, asked);
  const computed = await inSlices(
    computeAgreement({
      people,
      kinds,
      reports,
      described,
      attributes: [...comparedAttributes, ...own].filter(
        ({ kind, attribute }) => asked.attribute === undefined || asked.attribute.includes(`${kind}.${attribute}`),
      ),
      measures: asked.measures,
      seed: asked.seed,
      resamples: asked.resamples,
      gamma: { ...gammaLimits, precision: asked.precision },
    }),
  );
  const capped = [...about.capped];
  if (asked.measures?.includes("gamma") && reports.length > gammaLimits.reports)
    capped.push(
      `γ looks at up to ${gammaLimits.reports} reports that exactly two people tagged, with up to ${gammaLimits.tags} tags each.`,
    );
  return {
    mode: "independent",
    about: {
      ...about,
      capped,
      people: people.map(({ id, name }, place) => {
        const own = reports.flatMap(({ layers }) => layers.filter(({ person }) => person === place));
        return { id, name, reports: own.length, tags: own.reduce((total, { tags }) => total + tags.count, 0) };
      }),
      kinds: [...kinds],
      positions: asked.positions,
      layers: asked.layers,
      proposals: asked.proposals,
      seed: asked.seed,
    },
    ...computed,
    confused: await inTheirWords(compared, asked, computed.confused),
  };
}

/** Characters of a quote: enough to know the place by, and never a whole report. */
const longestQuote = 200;

/** The places at which people differ, with the words they tagged there. */
async function inTheirWords(
  compared: Compared,
  { layers: when }: AskedAgreement,
  confused: ProjectAgreement["confused"],
): Promise<ProjectAgreement["confused"]> {
  const ids = confused.flatMap(({ places }) => places.flatMap(({ tagIds }) => tagIds.flatMap((id) => id ?? [])));
  const quotes = await quotesOf(sql, compared, { ids: [...new Set(ids)], when, length: longestQuote });
  const worded = (id: string | null) => (id === null ? null : (quotes.get(id) ?? null));
  return confused.map((each) => ({
    ...each,
    places: each.places.map((place) => ({ ...place, quotes: place.tagIds.map(worded) })),
  }));
}

async function ofShared(compared: Compared, asked: AskedAgreement): Promise<ProjectAgreement> {
  const rows = await reviewedByKind(sql, compared, asked);
  const wanted = rows.filter(({ kind }) => asked.kinds === undefined || asked.kinds.includes(kind));
  const review = wanted.map(({ kind, unchanged, changed, returned, rejected }): ReviewedKind => {
    const decided = unchanged + changed + returned + rejected;
    const share = wilson(unchanged, decided);
    return {
      kind,
      decided,
      unchanged,
      changed,
      returned,
      rejected,
      share: { value: share?.share ?? null, low: share?.low ?? null, high: share?.high ?? null },
    };
  });
  return {
    mode: "shared",
    about: {
      reports: { open: 0, compared: 0, blind: 0 },
      tags: review.reduce((total, { decided }) => total + decided, 0),
      people: [],
      kinds: review.map(({ kind }) => ({ kind, name: kind })),
      positions: asked.positions,
      layers: asked.layers,
      proposals: asked.proposals,
      seed: asked.seed,
      capped: [],
    },
    figures: [],
    byKind: [],
    byAttribute: [],
    pairs: [],
    overTime: [],
    reports: [],
    confusion: { labels: [], cells: [], symmetric: true },
    confused: [],
    review,
  };
}
