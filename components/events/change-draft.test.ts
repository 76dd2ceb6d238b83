import { expect, test } from "vitest";
import { contentOf, draftOf } from "@/components/events/change-draft";
import { deriveEvent } from "@/domain/event/derive";
import { EventContent } from "@/domain/event/event";
import { aClaim, claimId } from "@/domain/event/evidence.fixture";

const claims = [{ id: claimId("A"), part: "supports" }];
const figures = [{ what: "killed" as const, low: 3, high: 3, who: "civilian" as const }];

test.each([
  { says: "nothing but a title", more: {} },
  {
    says: "a date",
    more: { date: { from: "2026-11-28", to: "2026-11-29", meaning: "duration", precision: "day", reason: "The log." } },
  },
  {
    says: "no later than",
    more: { date: { to: "2026-11-29", meaning: "no later than", precision: "unknown", reason: "The log." } },
  },
  {
    says: "a place",
    more: {
      place: {
        tagId: claimId("p"),
        name: "Hama",
        geoPrecision: 2,
        latitude: 35.1,
        longitude: 36.7,
        coordinateBasis: "named place",
        reason: "Known.",
      },
    },
  },
  { says: "figures", more: { figures: [{ outcome: "killed", who: "civilian", low: 2, high: 3, reason: "Names." }] } },
  {
    says: "judgements",
    more: { likelihood: "likely", confidence: "low", note: "So it seems.", type: "attack", phase: "ended" },
  },
])("what an event says comes back out of the form as it was: $says", ({ more }) => {
  const content = EventContent.parse({ title: "Clash", claims, ...more });
  const derived = deriveEvent(content, [aClaim("A", { figures })], []);
  const { claims: _claims, ...rest } = content;
  const back = contentOf(draftOf({ content }), { content, derived });
  expect(Object.fromEntries(Object.entries(back).filter(([, value]) => value !== undefined))).toEqual(rest);
});

test("a reason alone is sent, so that the server says what is missing beside it", () => {
  const content = EventContent.parse({ title: "Clash", claims });
  const derived = deriveEvent(content, [], []);
  const draft = { ...draftOf({ content }), dateReason: "The log." };
  expect(contentOf(draft, { content, derived })).toMatchObject({ date: { reason: "The log." } });
});
