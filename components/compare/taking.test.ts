import { expect, test } from "vitest";
import type { Final } from "@/client/desk/desk";
import { differingFields, inWorkingOrder } from "@/components/compare/fields";
import { type Basis, leavingOut, mostSaid, picking, taking } from "@/components/compare/taking";
import type { Settled } from "@/domain/review/compare/finals";
import type { Group } from "@/domain/review/compare/group";
import { comparing, idOf, type Notes } from "@/domain/review/compare/layers.fixture";

const basis = (settled: [string, Settled][], ...notes: Notes[]): Basis => {
  let next = 0;
  return { comparison: comparing(...notes), settled: new Map(settled), newId: () => idOf(900, ++next) };
};
const first = 0;
const annotation = (from: Basis, at: number): Group => from.comparison.annotations[at] as Group; // as many as the test notes
const relation = (from: Basis, at: number): Group => from.comparison.relations[at] as Group;

const said = (finals: readonly Final[]) =>
  finals.map((final) =>
    final.type === "annotation" ? final.segments.map(({ quote }) => quote).join(" ") : final.kind,
  );

const notes: Notes[] = [
  { tags: ["claim [it left Hama]", "place [Hama]"], links: ["1 located-at 2"] },
  { tags: [["claim [it left Hama on Monday]", { certainty: "certain" }], "place [Hama]"] },
];

test("taking an analyst's claim takes the links they made, with their ends", () => {
  const at = basis([], ...notes);
  expect(said(taking(at, annotation(at, first), "A"))).toEqual(["it left Hama", "Hama", "located-at"]);
  expect(said(taking(at, annotation(at, first), "B"))).toEqual(["it left Hama on Monday"]);
});

test("a link joins what is settled, and writes over nothing that is", () => {
  const before = basis([], ...notes);
  const [claim] = before.comparison.annotations;
  const [place] = before.comparison.annotations.slice(1);
  if (!claim || !place) throw new Error("Two groups.");
  const settled = (id: string, tag: (typeof claim)["tags"][number] | undefined): [string, Settled][] =>
    tag ? [[id, { final: { ...tag.tag, id: idOf(700, 1) }, leftOut: false, changedSince: false }]] : [];
  const after = basis(settled(claim.id, claim.tags[1]), ...notes);
  const made = taking(after, relation(after, first), "A");
  expect(said(made)).toEqual(["Hama", "located-at"]);
  expect(made[1]).toMatchObject({ from: idOf(700, 1) });
});

test("an annotation is left out by itself, a link only once its ends stand", () => {
  const at = basis([], ...notes);
  expect(leavingOut(at, annotation(at, first))).toMatchObject({ leftOut: true, type: "annotation" });
  expect(leavingOut(at, relation(at, first))).toBeUndefined();
});

test("one's own begins with what most say", () => {
  const at = basis(
    [],
    { tags: ["place [Hama]"] },
    { tags: ["place [Hama on Monday]"] },
    { tags: ["place [Hama on Monday]"] },
  );
  expect(mostSaid(annotation(at, first))).toBe("B");
});

test("a field is picked from one, the rest stays as most say it", () => {
  const at = basis(
    [],
    { tags: [["claim [it left Hama]", { certainty: "certain", kind: "event" }]] },
    { tags: [["claim [it left Hama]", { certainty: "certain", kind: "denial" }]] },
    { tags: [["claim [it left Hama]", { certainty: "possible", kind: "event" }]] },
  );
  const [made] = picking(at, annotation(at, first), { field: "attributes.certainty", by: "C" });
  expect(made?.attributes).toEqual({ certainty: "possible", kind: "event" });
  expect(made?.derivedFrom).toHaveLength(3);
});

test("a picked field keeps what was settled", () => {
  const before = basis([], ...notes);
  const claim = before.comparison.annotations[0];
  const from = claim?.tags[0];
  if (!claim || !from) throw new Error("A claim.");
  const final = { ...from.tag, id: idOf(700, 1), attributes: { kind: "event" } };
  const at = basis([[claim.id, { final, leftOut: false, changedSince: false }]], ...notes);
  const [made] = picking(at, annotation(at, first), { field: "attributes.certainty", by: "B" });
  expect(made).toMatchObject({ id: idOf(700, 1), attributes: { kind: "event", certainty: "certain" } });
  expect(said(made ? [made] : [])).toEqual(["it left Hama"]);
});

test("fields that differ are listed with every way they were said", () => {
  const at = basis([], ...notes);
  expect(differingFields(annotation(at, first), () => "")).toEqual([
    {
      field: "segments",
      ways: [
        { value: "it left Hama", by: ["A"] },
        { value: "it left Hama on Monday", by: ["B"] },
      ],
    },
    {
      field: "attributes.certainty",
      ways: [
        { value: undefined, by: ["A"] },
        { value: "certain", by: ["B"] },
      ],
    },
  ]);
});

test("a link is worked on after its ends", () => {
  const at = basis([], ...notes);
  expect(inWorkingOrder(at.comparison).map(({ type }) => type)).toEqual(["annotation", "annotation", "relation"]);
});
