import { expect, test } from "vitest";
import type { DerivedEvent, EventClaim } from "@/domain/event/event";
import { UserId } from "@/domain/ids";
import { contradictionsIn, deniedBy } from "./denied-by";
import { aClaim, claimId, entityId } from "./evidence.fixture";

const actor = { id: entityId("army"), name: "The army", role: "initiator" as const };
const blames = aClaim("blames", { actors: [actor] });
const counts = aClaim("counts", { figures: [{ what: "killed", low: 3, high: 3 }] });
const ministry = aClaim("ministry", { kind: "denial" });

type Said = { denies: EventClaim["denies"]; against?: string; notice?: boolean };

test.each<{ when: string; said: Said; expected: Record<string, readonly string[]> }>([
  {
    when: "it is denied that it happened",
    said: { denies: ["happened"] },
    expected: { blames: ["happened"], counts: ["happened"] },
  },
  { when: "only who did it is denied", said: { denies: ["who"] }, expected: { blames: ["who"] } },
  {
    when: "several things are denied",
    said: { denies: ["who", "figures", "place"] },
    expected: { blames: ["who"], counts: ["figures"] },
  },
  {
    when: "the denial is linked to the claim that it contradicts",
    said: { denies: ["happened"], against: "counts" },
    expected: { counts: ["happened"] },
  },
  { when: "the report of the claim was retracted", said: { denies: ["who"], notice: true }, expected: {} },
])("$when", ({ said: { denies = [], against, notice }, expected }) => {
  const disputed: DerivedEvent["disputed"] = [
    { claimId: claimId("ministry"), denies },
    ...(against ? [{ claimId: claimId("ministry"), denies: [], against: claimId(against) }] : []),
  ];
  const claims: EventClaim[] = [
    { id: claimId("blames"), part: "supports" },
    { id: claimId("counts"), part: "supports" },
    { id: claimId("ministry"), part: "denies", denies },
  ];
  const by = UserId.parse(entityId("editor"));
  const first = notice
    ? { ...blames, notice: { kind: "retracted" as const, on: "2026-01-01", words: "Gone.", by } }
    : blames;
  const found = deniedBy({ claims, disputed }, [first, counts, ministry]);
  expect(Object.fromEntries([...found].map(([id, each]) => [id, each.flatMap((one) => one.denies)]))).toEqual(
    Object.fromEntries(Object.entries(expected).map(([name, what]) => [claimId(name), what])),
  );
});

test.each<{ when: string; said: DerivedEvent["disputed"]; expected: [string, readonly string[]][] }>([
  {
    when: "a denial stands against what says what it denies",
    said: [{ claimId: claimId("ministry"), denies: ["figures"] }],
    expected: [["ministry", ["counts"]]],
  },
  {
    when: "nobody says what it denies",
    said: [{ claimId: claimId("ministry"), denies: ["place"] }],
    expected: [["ministry", ["blames", "counts"]]],
  },
  {
    when: "its link to the claim it denies says nothing more",
    said: [
      { claimId: claimId("ministry"), denies: ["happened"] },
      { claimId: claimId("counts"), denies: [], against: claimId("ministry") },
    ],
    expected: [["ministry", ["counts"]]],
  },
  {
    when: "two claims contradict each other beside it",
    said: [
      { claimId: claimId("ministry"), denies: ["figures"] },
      { claimId: claimId("blames"), denies: [], against: claimId("counts") },
    ],
    expected: [
      ["ministry", ["counts"]],
      ["blames", ["counts"]],
    ],
  },
])("contradictions are each shown once: $when", ({ said, expected }) => {
  const claims: EventClaim[] = [
    { id: claimId("blames"), part: "supports" },
    { id: claimId("counts"), part: "supports" },
    { id: claimId("ministry"), part: "denies" },
  ];
  expect(contradictionsIn({ claims, disputed: said }, [blames, counts, ministry])).toMatchObject(
    expected.map(([by, against]) => ({ by: claimId(by), against: against.map(claimId) })),
  );
});
