import { describe, expect, test } from "vitest";
import { z } from "zod";
import { deriveEvent } from "@/domain/event/derive";
import { goldAlways, goldClaims, goldLinks, goldNoRow, goldRows } from "@/domain/event/gold-events.fixture";
import { likelyMembers } from "@/domain/event/likely";
import { rowReason } from "@/domain/event/makes-row";
import { proposeEvents } from "@/domain/event/proposals";
import { hasSharedData, sharedJson } from "@/prisma/builders/shared-data";

/** The proposed events with the names of their claims. */
function proposed() {
  const claims = goldClaims();
  const named = new Map([...claims].map(([name, claim]) => [claim.claimId, name]));
  return proposeEvents([...claims.values()], goldLinks).map(({ lead, again }) => {
    const all = [lead, ...again];
    const content = {
      title: lead.quote,
      claims: all.map(({ claimId }) => ({ id: claimId, part: "supports" as const })),
    };
    const { date, place, actors, certainty, corroboration } = deriveEvent(content, [...claims.values()], goldLinks);
    return {
      claims: [named.get(lead.claimId)],
      restatedBy: again.map(({ claimId }) => named.get(claimId)),
      place: { name: place.name, geoPrecision: place.geoPrecision },
      ...{ date, certainty, independent: corroboration.independent },
      actors: actors.map(({ name, role }) => ({ name, role })),
    };
  });
}

describe("the headline and first four paragraphs of a real report", () => {
  test("make two events, as an expert makes them", () => {
    const rows = proposed().toSorted((one, other) => ((one.claims[0] ?? "") < (other.claims[0] ?? "") ? -1 : 1));
    expect(rows).toMatchObject(goldRows.map((row) => ({ ...row, ...goldAlways })));
  });

  test("have no first day and no last: nobody says when, and the report has no day of publication", () => {
    for (const { date } of proposed()) expect([date.from, date.to]).toEqual([undefined, undefined]);
  });

  test.each(Object.entries(goldNoRow))("%s makes none: %s", (name, reason) => {
    const claim = goldClaims().get(name);
    expect(claim && rowReason(claim)).toBe(reason);
  });

  test("no coordinates come from the road's two ends", () => {
    const claim = goldClaims().get("C08");
    if (!claim) throw new Error("It is there.");
    const content = { title: "x", claims: [{ id: claim.claimId, part: "supports" as const }] };
    const { place } = deriveEvent(content, [claim], []);
    expect([place.latitude, place.longitude, place.missing]).toEqual([undefined, undefined, "a road's ends give none"]);
  });

  test("what an analyst may add to the second event is proposed with its reasons", () => {
    const claims = goldClaims();
    const [hills, control] = [claims.get("C08"), claims.get("C11")];
    if (!hills || !control) throw new Error("Both are there.");
    const [likely] = likelyMembers([hills], [control], { linked: new Set(), most: 1 });
    expect(likely?.reasons.map(({ why }) => why)).toEqual(["same actor", "same words"]);
  });
});

const Expected = z.object({
  rows: z.array(z.object({ claims: z.array(z.string()), primaryPlace: z.object({ name: z.string() }) })),
  noRow: z.record(z.string(), z.string()),
});

test.skipIf(!hasSharedData)("the copy of the example says what the example says", () => {
  const { rows, noRow } = Expected.parse(sharedJson("gold-events.json"));
  expect(goldRows.map(({ claims, place }) => [...claims, place.name])).toEqual(
    rows.map(({ claims, primaryPlace }) => [...claims, primaryPlace.name]),
  );
  const restated = goldRows.flatMap(({ restatedBy }) => [...restatedBy]);
  expect([...Object.keys(goldNoRow), ...restated].toSorted()).toEqual(Object.keys(noRow).toSorted());
});
