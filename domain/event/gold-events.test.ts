import { expect, test } from "vitest";
import { z } from "zod";
import { deriveEvent } from "@/domain/event/derive";
import type { EventContent } from "@/domain/event/event";
import type { ClaimLink, Evidence } from "@/domain/event/evidence";
import { aClaim, claimId, entityId } from "@/domain/event/evidence.fixture";
import { likelyMembers } from "@/domain/event/likely";
import { rowReason } from "@/domain/event/makes-row";
import { type ProposedEvent, proposeEvents } from "@/domain/event/proposals";
import { featureTypes } from "@/domain/tag/place-values";
import { Gold, nameOfPlace, segmentsOf } from "@/prisma/builders/gold-report";
import { hasSharedData, sharedJson } from "@/prisma/builders/shared-data";

const GoldEvents = z.object({
  rows: z.array(
    z.object({
      claims: z.array(z.string()),
      restatedBy: z.array(z.string()).default([]),
      mayAlsoHold: z.array(z.string()).default([]),
      date: z.object({ from: z.null(), to: z.null(), precision: z.string(), meaning: z.string(), basis: z.string() }),
      primaryPlace: z.object({ name: z.string(), geoPrecision: z.int() }),
      actors: z.array(z.object({ name: z.string(), role: z.string() })),
      origins: z.int(),
      certainty: z.string(),
    }),
  ),
  noRow: z.record(z.string(), z.string()),
});

const first = 14;
const army: Evidence["actors"] = [{ id: entityId("Syrian Army"), name: "Syrian Army", role: "initiator" }];

/** The claims of the headline and the first four paragraphs, with the speakers and places that the analyst gave them. */
function goldClaims(gold: Gold): Map<string, Evidence> {
  const named = new Map(gold.places.map((place) => [nameOfPlace(segmentsOf(place)), place.is]));
  const claims = gold.claims.slice(0, first).map((claim) => {
    const source = gold.sources.find(({ id }) => id === claim.attributedTo);
    const evidence = aClaim(claim.id, {
      quote: claim.segments.map(({ quote }) => quote).join(" … "),
      reportTitle: "report",
      kind: claim.kind as Evidence["kind"] & string,
      certainty: claim.certainty as Evidence["certainty"] & string,
      polarity: claim.polarity as Evidence["polarity"] & string,
      standing: claim.standing as Evidence["standing"] & string,
      actors: army,
      chains: source ? [[{ id: entityId(source.entity), name: source.entity, unnamed: true, isOutlet: false }]] : [],
      places: claim.locatedAt.map(({ place, start, role, precision }, at) => {
        const is = named.get(`place ${start} ${place}`);
        const isTown = is?.startsWith("town") ? "settlement" : undefined;
        const isRoad = place.startsWith("the road") ? "road" : isTown;
        const featureType = featureTypes.find((type) => is?.startsWith(type)) ?? isRoad;
        return {
          ...{ id: claimId(place), words: place, precision, primary: at === 0 },
          role: role as "at",
          ...(featureType && { featureType }),
        };
      }),
    });
    return [claim.id, evidence] as const;
  });
  return new Map(claims);
}

const linksOf = (gold: Gold): ClaimLink[] =>
  gold.claimRelations.map(([from, kind, to]) => ({ kind, from: claimId(from), to: claimId(to) }));

const contentOf = ({ lead, again }: ProposedEvent): EventContent => ({
  title: lead.quote,
  claims: [lead, ...again].map((claim) => ({ id: claim.claimId, part: "supports" })),
});

test.skipIf(!hasSharedData)("the gold report's headline and first four paragraphs make two events", () => {
  const report = Gold.parse(sharedJson("gold-report.json"));
  const expected = GoldEvents.parse(sharedJson("gold-events.json"));
  const claims = goldClaims(report);
  const nameOf = (evidence: Evidence) => [...claims].find(([, each]) => each === evidence)?.[0] ?? "";
  const proposed = proposeEvents([...claims.values()], linksOf(report));

  const rows = proposed.map((group) => {
    const derived = deriveEvent(contentOf(group), [...claims.values()], linksOf(report));
    return {
      claims: [nameOf(group.lead)],
      restatedBy: group.again.map(nameOf),
      date: {
        from: derived.date.from ?? null,
        to: derived.date.to ?? null,
        precision: derived.date.precision,
        meaning: derived.date.meaning,
        basis: derived.date.basis,
      },
      primaryPlace: { name: derived.place.name, geoPrecision: derived.place.geoPrecision },
      actors: derived.actors.map(({ name, role }) => ({ name, role })),
      certainty: derived.certainty,
    };
  });
  expect(rows.toSorted((one, other) => ((one.claims[0] ?? "") < (other.claims[0] ?? "") ? -1 : 1))).toMatchObject(
    expected.rows.map(({ mayAlsoHold: _may, origins: _origins, ...row }) => row),
  );

  const inRows = new Set(proposed.flatMap(({ lead, again }) => [lead, ...again].map(nameOf)));
  const restated = expected.rows.flatMap((row) => row.restatedBy);
  expect(Object.keys(expected.noRow).filter((name) => inRows.has(name) && !restated.includes(name))).toEqual([]);
  expect(claims.get("C03") && rowReason(claims.get("C03") as Evidence)).toBe("ongoing");
});

test.skipIf(!hasSharedData)("what an analyst may add to the second event is proposed with its reasons", () => {
  const claims = goldClaims(Gold.parse(sharedJson("gold-report.json")));
  const [hills, control] = [claims.get("C08"), claims.get("C11")];
  if (!hills || !control) throw new Error("The gold report has changed.");
  const [proposed] = likelyMembers([hills], [control], { linked: new Set(), most: 1 });
  expect(proposed?.reasons.map(({ why }) => why)).toEqual(["same actor", "same words"]);
});
