import { z } from "zod";
import { nameKey } from "@/domain/entity/name-key";
import { type Member, notCounted } from "@/domain/event/counting";
import { corroborations } from "@/domain/event/event-values";
import type { ClaimLink, Evidence, Speaker } from "@/domain/event/evidence";
import { ReportId, TagId } from "@/domain/ids";

/** Who carries a claim of an origin, and through whom it came. */
export const Carrier = z.object({
  claimId: TagId,
  reportId: ReportId,
  reportTitle: z.string(),
  outlet: z.string().optional(),
  /** From whoever the report cites to the origin. */
  chain: z.array(z.string()),
  /** The claim that this one copies. */
  copies: TagId.optional(),
  /** Why it does not count. */
  notCounted: z.enum(["not accepted", "corrected", "retracted", "vanished"]).optional(),
});
export type Carrier = z.infer<typeof Carrier>;

/** One origin of what an event says, with every claim that goes back to it. */
export const EventOrigin = z.object({
  key: z.string(),
  name: z.string(),
  unnamed: z.boolean(),
  side: z.string().optional(),
  reliability: z.string().optional(),
  /** Whether it raises the count: nobody else of its outlet has already, or a person said that it is independent. */
  counts: z.boolean(),
  /** Why a person says that it is independent of the others of its outlet. */
  reason: z.string().optional(),
  carriers: z.array(Carrier),
});
export type EventOrigin = z.infer<typeof EventOrigin>;

export const Corroboration = z.object({
  state: z.enum(corroborations),
  /** How many origins are independent of each other. */
  independent: z.int(),
  origins: z.array(EventOrigin),
});
export type Corroboration = z.infer<typeof Corroboration>;

/** A person's word that an unnamed origin is independent of the others of its outlet. */
export const IndependentOrigin = z.strictObject({
  key: z.string().min(1).max(400),
  reason: z.string().trim().min(1).max(2000),
});
export type IndependentOrigin = z.infer<typeof IndependentOrigin>;

type Found = { speaker: Speaker; key: string; vessel: string; carrier: Carrier };

const outletKey = (name: string) => `outlet:${nameKey(name)}`;

/** What a report itself says: its outlet, or the report where nobody knows the outlet; of a copy, those of its original. */
function articleOf({ outlet, reportId, reportTitle, copyOf }: Evidence): { speaker: Speaker; key: string } {
  const said = copyOf ?? { outlet, reportId };
  return {
    speaker: { name: said.outlet ?? outlet ?? reportTitle, unnamed: false, isOutlet: true },
    key: said.outlet ? outletKey(said.outlet) : `report:${said.reportId}`,
  };
}

/**
 * Who an origin cannot be told apart from: named ones are themselves; unnamed ones and the articles of an outlet hang
 * together in it, or in their report where the outlet is not known. In a copy they are those of its original, whatever
 * outlet carries it.
 */
function placed(speaker: Speaker, evidence: Evidence): { key: string; vessel: string } {
  const home = speaker.outlet && !evidence.copyOf ? outletKey(speaker.outlet) : articleOf(evidence).key;
  const key = speaker.id ? `entity:${speaker.id}` : `words:${nameKey(speaker.name)}@${home}`;
  if (speaker.isOutlet) return { key: outletKey(speaker.name), vessel: outletKey(speaker.name) };
  return { key, vessel: speaker.unnamed ? home : key };
}

/** The claim that a copy goes back to, through any number of copies. */
function sourceOf(claim: Evidence, all: ReadonlyMap<TagId, Evidence>, copies: ReadonlyMap<TagId, TagId>): Evidence {
  const seen = new Set<TagId>();
  let at = claim;
  for (;;) {
    seen.add(at.claimId);
    const next = copies.get(at.claimId);
    const found = next === undefined || seen.has(next) ? undefined : all.get(next);
    if (!found) return at;
    at = found;
  }
}

/**
 * Counts the independent origins of what an event says, along chains of attribution: one ministry carried by five
 * outlets is one origin, and a copy has the origin of what it copies. Several unnamed sources of one outlet are one
 * until a person says otherwise.
 */
export function corroborate(
  members: readonly Member[],
  links: readonly ClaimLink[],
  independent: readonly IndependentOrigin[] = [],
): Corroboration {
  const saying = members.filter(({ part }) => part === "supports").map(({ evidence }) => evidence);
  const all = new Map(saying.map((claim) => [claim.claimId, claim]));
  const copies = new Map(links.flatMap((link) => (link.kind === "repeats" ? [[link.from, link.to] as const] : [])));
  const found = saying.flatMap((claim) => originsOf(claim, sourceOf(claim, all, copies)));
  const reasons = new Map(independent.map(({ key, reason }) => [key, reason]));
  const taken = new Set<string>();
  const origins = [...groupByKey(found).values()].map(([first, ...more]) => {
    const carriers = [first, ...more].map(({ carrier }) => carrier);
    const alive = carriers.some((carrier) => carrier.notCounted === undefined);
    const reason = reasons.get(first.key);
    const counts = alive && (reason !== undefined || !taken.has(first.vessel));
    if (alive && reason === undefined) taken.add(first.vessel);
    return originOf(first, { carriers, counts, alive, reason });
  });
  const count = origins.filter(({ counts }) => counts).length;
  const alive = origins.filter((origin) => origin.alive).length;
  return {
    state:
      count > 1
        ? "independent"
        : alive > 1
          ? "independence not established"
          : alive === 1
            ? "single origin"
            : "no origin",
    independent: count,
    origins: origins.map(({ alive: _alive, ...origin }) => origin),
  };
}

function originsOf(claim: Evidence, said: Evidence): Found[] {
  const gone = notCounted(claim) ?? notCounted(said);
  const why = gone && (gone.why === "notice" ? gone.kind : gone.why);
  const carrier = (chain: readonly Speaker[]): Carrier => ({
    claimId: claim.claimId,
    reportId: claim.reportId,
    reportTitle: claim.reportTitle,
    ...(claim.outlet !== undefined && { outlet: claim.outlet }),
    chain: chain.map(({ name }) => name),
    ...(said !== claim && { copies: said.claimId }),
    ...(why && { notCounted: why }),
  });
  const article = articleOf(said);
  if (said.chains.length === 0) return [{ ...article, vessel: article.key, carrier: carrier([]) }];
  return said.chains.flatMap((chain) => {
    const speaker = chain.at(-1);
    return speaker ? [{ speaker, ...placed(speaker, said), carrier: carrier(chain) }] : [];
  });
}

function groupByKey(found: readonly Found[]): Map<string, [Found, ...Found[]]> {
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const each of found) {
    const group = groups.get(each.key);
    if (group) group.push(each);
    else groups.set(each.key, [each]);
  }
  return groups;
}

function originOf(
  { speaker, key }: Found,
  {
    carriers,
    counts,
    alive,
    reason,
  }: { carriers: Carrier[]; counts: boolean; alive: boolean; reason: string | undefined },
) {
  const { name, unnamed, side, reliability } = speaker;
  return {
    ...{ key, name, unnamed, counts, alive, carriers },
    ...(side !== undefined && { side }),
    ...(reliability !== undefined && { reliability }),
    ...(reason !== undefined && { reason }),
  };
}

/** Sides that both say and do it: an origin speaks for itself. */
export function sharedSides(members: readonly Member[], { origins }: Corroboration): string[] {
  const saying = new Set(origins.flatMap(({ counts, side }) => (counts && side ? side : [])));
  const doing = members.flatMap(({ part, evidence }) =>
    part === "supports" ? evidence.actors.flatMap(({ role, side }) => (role === "initiator" && side ? side : [])) : [],
  );
  return [...new Set(doing)].filter((side) => saying.has(side));
}
