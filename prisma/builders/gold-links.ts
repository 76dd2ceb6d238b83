import type { Proposal } from "@/domain/suggestion/engine/proposal";
import type { Gold } from "./gold-report";

type Spans = readonly { readonly start: number; readonly end: number }[];

/** How many letters two claims share. */
const shared = (one: Spans, other: Spans) =>
  one.reduce(
    (sum, a) =>
      sum + other.reduce((all, b) => all + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );

/**
 * The links between claims that are proposed for the gold report, each claim taken for the one of the analyst's, of
 * its kind if there is one, with which it shares most: those that the analyst made too, and the others.
 */
export function linksFound(
  gold: Pick<Gold, "claims" | "claimRelations">,
  proposals: readonly Proposal[],
): { right: ReadonlySet<string>; wrong: ReadonlySet<string> } {
  const nameOf = (key: string | undefined) => {
    const named = proposals.find((each) => each.key === key);
    const near = gold.claims
      .map((claim) => ({ ...claim, letters: shared(claim.segments, named?.spans ?? []) }))
      .filter(({ letters }) => letters > 0)
      .toSorted((a, b) => b.letters - a.letters);
    const same = near.find(({ kind }) => named?.kind === "claim" && kind === named.attributes.kind);
    return (same ?? near[0])?.id ?? "nothing";
  };
  const wanted = new Set(gold.claimRelations.map((link) => link.join(" ")));
  const made = proposals.flatMap((each) =>
    each.kind === "claim"
      ? each.links.flatMap(({ kind, to }) =>
          kind === "depends-on" ? [`${nameOf(each.key)} ${kind} ${nameOf(to)}`] : [],
        )
      : [],
  );
  return {
    right: new Set(made.filter((link) => wanted.has(link))),
    wrong: new Set(made.filter((link) => !wanted.has(link))),
  };
}
