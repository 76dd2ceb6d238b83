import { expect, test } from "vitest";
import type { Evidence, Speaker } from "@/domain/event/evidence";
import { aClaim, aLink, aMember, aSpeaker, reportId } from "@/domain/event/evidence.fixture";
import { corroborate, sharedSides } from "@/domain/event/origins";
import { UserId } from "@/domain/ids";

const ministry = aSpeaker("Ministry");
const local = (name: string, outlet?: string) => aSpeaker(name, { unnamed: true, ...(outlet && { outlet }) });
const said = (name: string, outlet: string, chains: Speaker[][], more: Partial<Evidence> = {}) =>
  aMember(aClaim(name, { outlet, chains, ...more }));

const wireCopy = { copyOf: { reportId: reportId("W"), outlet: "Wire" } };
const agency = aSpeaker("Agency", { isOutlet: true });
const gone = {
  kind: "retracted",
  on: "2026-11-30",
  words: "Withdrawn.",
  by: UserId.parse("0190a000-0000-7000-8000-000000000001"),
} as const;

test.each([
  {
    when: "one ministry carried by five outlets",
    members: ["A", "B", "C", "D", "E"].map((each) => said(each, `Outlet ${each}`, [[ministry]])),
    is: "single origin 1",
  },
  {
    when: "two outlets that cite nobody",
    members: [said("A", "North", []), said("B", "South", [])],
    is: "independent 2",
  },
  { when: "one outlet twice", members: [said("A", "North", []), said("B", "north", [])], is: "single origin 1" },
  {
    when: "two unnamed sources of one outlet",
    members: [said("A", "North", [[local("Local sources")]]), said("B", "North", [[local("A witness")]])],
    is: "independence not established 1",
  },
  {
    when: "unnamed sources of two outlets",
    members: [said("A", "North", [[local("Local sources")]]), said("B", "South", [[local("A witness")]])],
    is: "independent 2",
  },
  {
    when: "an outlet that cites an agency that cites the ministry",
    members: [said("A", "North", [[agency, ministry]]), said("B", "South", [[ministry]])],
    is: "single origin 1",
  },
  {
    when: "an agency of its own, and an outlet that cites it",
    members: [said("A", "North", [[agency]]), said("B", "Agency", [])],
    is: "single origin 1",
  },
  {
    when: "a ministry and a hospital in one report",
    members: [said("A", "North", [[ministry], [aSpeaker("Hospital")]])],
    is: "independent 2",
  },
  {
    when: "two outlets that carry the same wire",
    members: [said("A", "North", [], wireCopy), said("B", "South", [], wireCopy)],
    is: "single origin 1",
  },
  {
    when: "an agency and an outlet that copies it",
    members: [said("A", "Wire", []), said("B", "South", [], wireCopy)],
    is: "single origin 1",
  },
  {
    when: "an outlet that copies the agency, and the outlet’s own article",
    members: [said("A", "South", [], wireCopy), said("B", "South", [])],
    is: "independent 2",
  },
  {
    when: "unnamed sources of one wire, each counted to the outlet that carries it",
    members: [
      said("A", "North", [[local("Local sources", "North")]], wireCopy),
      said("B", "South", [[local("Residents", "South")]], wireCopy),
    ],
    is: "independence not established 1",
  },
  {
    when: "a ministry cited in a copy, and a hospital in its original",
    members: [said("A", "North", [[ministry]], wireCopy), said("B", "Wire", [[aSpeaker("Hospital")]])],
    is: "independent 2",
  },
  {
    when: "copies of a report whose outlet nobody knows",
    members: [
      said("A", "North", [], { copyOf: { reportId: reportId("W") } }),
      said("B", "South", [], { copyOf: { reportId: reportId("W") } }),
    ],
    is: "single origin 1",
  },
  {
    when: "all reports retracted",
    members: [said("A", "North", [], { notice: gone }), said("B", "South", [], { notice: gone })],
    is: "no origin 0",
  },
  {
    when: "one of two retracted",
    members: [said("A", "North", []), said("B", "South", [], { notice: gone })],
    is: "single origin 1",
  },
  {
    when: "a denial is no origin of what it denies",
    members: [said("A", "North", []), { ...said("B", "South", []), part: "denies" as const }],
    is: "single origin 1",
  },
])("$when: $is", ({ members, is }) => {
  const { state, independent } = corroborate(members, []);
  expect(`${state} ${independent}`).toBe(is);
});

test("a copy has the origin of what it copies, through any number of copies", () => {
  const members = [said("A", "North", [[ministry]]), said("B", "South", []), said("C", "West", [])];
  const { state, origins } = corroborate(members, [aLink("C repeats B"), aLink("B repeats A")]);
  expect(state).toBe("single origin");
  expect(origins[0]?.carriers.map(({ outlet, copies }) => [outlet, copies !== undefined])).toEqual([
    ["North", false],
    ["South", true],
    ["West", true],
  ]);
});

test("a copy of a retracted report does not count, and says why", () => {
  const members = [said("A", "North", [[ministry]], { notice: gone }), said("B", "South", [])];
  const { state, origins } = corroborate(members, [aLink("B repeats A")]);
  expect(state).toBe("no origin");
  expect(origins[0]?.carriers.map(({ notCounted }) => notCounted)).toEqual(["retracted", "retracted"]);
});

test("claims that copy each other in a circle are still answered", () => {
  const members = [said("A", "North", []), said("B", "South", [])];
  expect(corroborate(members, [aLink("A repeats B"), aLink("B repeats A")]).origins.length).toBeGreaterThan(0);
});

test("a person says with a reason that an unnamed source is independent", () => {
  const members = [said("A", "North", [[local("Local sources")]]), said("B", "North", [[local("A witness")]])];
  const before = corroborate(members, []);
  const key = before.origins[1]?.key ?? "";
  expect(corroborate(members, [], [{ key, reason: "We spoke to both." }])).toMatchObject({
    state: "independent",
    independent: 2,
  });
});

test("who did it and who says so are of one side", () => {
  const actors: Evidence["actors"] = [
    { id: aSpeaker("Army").id as never, name: "Army", role: "initiator", side: "government" },
  ];
  const members = [said("A", "North", [[aSpeaker("Spokesman", { side: "government" })]], { actors })];
  expect(sharedSides(members, corroborate(members, []))).toEqual(["government"]);
});
