import "server-only";
import type { Actor } from "@/domain/access/actor";
import { AskedAgreement } from "@/domain/agreement/project/asked";
import type { ProjectId } from "@/domain/ids";
import type { ReleasedAgreement } from "@/domain/release/manifest";
import { readAgreement } from "@/server/operations/read-agreement";

const nothing = { shared: "nobody has decided on anything yet", independent: "no report was tagged by two people yet" };

/** How far people agree, as the page of agreement says it to whoever makes the release; blind work is never counted. */
export async function agreed(actor: Actor, projectId: ProjectId): Promise<ReleasedAgreement> {
  const found = await readAgreement(actor, projectId, AskedAgreement.parse({ resamples: "200" }));
  if (!found.ok) return { mode: "shared", figures: [], basis: 0, why: "it was not computed" };
  const { mode, about, figures, review = [] } = found.value;
  if (mode === "shared") {
    const told = review.map(({ kind, share }) => ({ name: `accepted as it was: ${kind}`, ...share }));
    return told.length > 0
      ? { mode, figures: told, basis: about.tags }
      : { mode, figures: [], basis: 0, why: nothing.shared };
  }
  const told = figures.map(({ name, pooled: { value, interval } }) => ({
    name,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }));
  return about.reports.compared > 0
    ? { mode, figures: told, basis: about.reports.compared }
    : { mode, figures: [], basis: 0, why: nothing.independent };
}
