import { expect, test, vi } from "vitest";
import { z } from "zod";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { labelsIn, linkLabelsIn } from "@/domain/formats/labels";
import { taggedKind } from "@/domain/prose/guidelines-schema";
import { TagChange } from "@/domain/tag/batch";
import { AnnotationKind, attributesOfCore, attributesSchema } from "@/domain/tag/kind";
import { attributesOfRelation, RelationKind, relations } from "@/domain/tag/relation";
import { endsOf } from "@/domain/tag/relation-values";

/** A core kind and a kind of relation that the product does not have, each added where CONTRIBUTING says. */
vi.mock("@/domain/kind-values", async (original) => {
  const real = await original<{ coreKinds: string[] }>();
  real.coreKinds.push("weapon");
  return real;
});
vi.mock("@/domain/tag/relation-values", async (original) => {
  const real = await original<{ relationKinds: string[]; otherEnds: Record<string, string[]> }>();
  real.relationKinds.push("denies");
  real.otherEnds["denies"] = ["claim", "weapon"];
  return real;
});
Object.assign(attributesOfCore, { weapon: z.strictObject({ calibre: z.string() }) });
Object.assign(relations, { denies: { attributes: z.strictObject({ how: z.string().optional() }) } });

const empty = codebookOf("empty");
const change = (body: object) => ({ deed: "put-annotation", id: crypto.randomUUID(), body });

test("a core kind is taken, checked by its own attributes, exported, cited in guidelines and put in order", () => {
  const kind = AnnotationKind.parse("weapon");
  expect(attributesSchema(kind, empty).safeParse({ calibre: "7.62" }).success).toBe(true);
  expect(attributesSchema(kind, empty).safeParse({ colour: "grey" }).success).toBe(false);
  expect(labelsIn(empty).map(({ name }) => name)).toEqual(["claim", "place", "source", "weapon"]);
  expect(taggedKind.test("weapon")).toBe(true);
  const segments = [{ start: 0, end: 3, quote: "gun" }];
  const body = { kind, attributes: {}, anchor: { revisionId: crypto.randomUUID(), segments } };
  expect(TagChange.safeParse(change(body)).error?.issues ?? []).not.toContainEqual(
    expect.objectContaining({ path: ["body", "kind"] }),
  );
});

test("a kind of relation is taken, joins what its line says, is checked by its own attributes and exported", () => {
  const kind = RelationKind.parse("denies");
  expect(endsOf(kind, empty)).toEqual({ from: ["claim"], to: ["claim", "weapon"] });
  expect(attributesOfRelation(kind, empty).safeParse({ how: "at once" }).success).toBe(true);
  expect(attributesOfRelation(kind, empty).safeParse({ role: "at" }).success).toBe(false);
  expect(linkLabelsIn(empty).map(({ name }) => name)).toContain("denies");
});
