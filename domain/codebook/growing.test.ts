import { describe, expect, test } from "vitest";
import { attributesSchemaOf } from "@/domain/codebook/attribute-schema";
import { Codebook } from "@/domain/codebook/codebook";
import { type AttributeType, attributeTypes, hasChoices } from "@/domain/codebook/codebook-values";
import { differencesOf } from "@/domain/codebook/differences";
import { saidIn } from "@/domain/codebook/normal-form";
import { unsaidRequired } from "@/domain/codebook/required";
import { attributesSchema } from "@/domain/tag/kind";
import { differingAttributes } from "@/domain/tag/same-attributes";

/** What each type of attribute takes, and two things that it doesn't. A new type needs its line here. */
const samples: Record<AttributeType, { takes: readonly [unknown, unknown]; refuses: unknown }> = {
  text: { takes: ["Grad", "Kornet"], refuses: 1 },
  number: { takes: [0, 12], refuses: "12" },
  date: { takes: ["2026-03-01", "2026-03-02"], refuses: "March" },
  choice: { takes: ["one", "two"], refuses: "three" },
  choices: { takes: [["one"], ["one", "two"]], refuses: ["three"] },
  "yes-no": { takes: ["no", "yes"], refuses: false },
  entity: {
    takes: [{ entityId: "01a229f5-8ac1-75cc-a89f-ac144cf96cba" }, { entityId: "01a229f5-8ac1-75cc-a89f-ac144cf96cbb" }],
    refuses: "Amal",
  },
  place: { takes: [{ name: "Hama" }, { name: "Homs" }], refuses: "Hama" },
};

describe.each(attributeTypes)("a new attribute of type %s", (type) => {
  const choices = hasChoices(type) ? ["one", "two"].map((slug) => ({ slug, name: slug })) : [];
  const attribute = { slug: "seen", name: "Seen", type, required: true, choices };
  const label = { slug: "vehicle", name: "Vehicle", attributes: [attribute] };
  const before = Codebook.parse({ labels: [{ ...label, attributes: [] }] });
  const after = Codebook.parse({ labels: [label] });
  const { takes, refuses } = samples[type];
  const [one, other] = takes;
  const attributes = after.labels[0]?.attributes ?? [];

  test("is checked wherever its label is tagged", () => {
    const schema = attributesSchema("label:vehicle", after);
    expect(schema).toBe(attributesSchemaOf(attributes));
    expect(takes.map((seen) => schema.safeParse({ seen }).success)).toEqual([true, true]);
    expect(schema.safeParse({ seen: refuses }).success).toBe(false);
    expect(attributesSchema("label:vehicle", before).safeParse({ seen: one }).success).toBe(false);
  });

  test("is asked for before work is submitted, until it says something", () => {
    expect(unsaidRequired(attributes, {})).toContain("seen");
    expect(unsaidRequired(attributes, { seen: one })).toEqual([]);
  });

  test("is compared between people and between versions of the codebook", () => {
    expect(saidIn({ seen: one })).toEqual({ seen: one });
    expect(differingAttributes([{ seen: one }, { seen: other }])).toEqual(["seen"]);
    expect(differingAttributes([{ seen: one }, { seen: one }])).toEqual([]);
    expect(JSON.stringify(differencesOf(before, after))).toContain("Seen");
  });
});
