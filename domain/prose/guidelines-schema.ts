import { coreKinds } from "@/domain/kind-values";
import { type AttributeRule, noteSchema, type ProseSchema } from "@/domain/prose/schema";

const wholeFrom = (least: number, most: number, reason: string, usual: number): AttributeRule => ({
  is: (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
  reason,
  usual,
});

/** A kind of tag as an example names it: one of the core three, or a label of the codebook by its slug. */
export const taggedKind = new RegExp(`^(?:${coreKinds.join("|")}|label:[a-z0-9][a-z0-9-]{0,60})$`);

const kind: AttributeRule = {
  is: (value) => typeof value === "string" && taggedKind.test(value),
  reason: "claim, place, source or label: and a slug.",
};

const blocks = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "blockquote",
  "example",
  "codeBlock",
  "horizontalRule",
];
const formatting = ["bold", "italic", "link", "code"];

/** What a project's guidelines may be made of. */
export const guidelinesSchema: ProseSchema = {
  most: 12_000,
  longest: 100_000,
  nodes: {
    doc: { holds: { of: blocks, least: 1 } },
    paragraph: { holds: { of: ["text", "hardBreak"], least: 0, marks: formatting } },
    heading: {
      holds: { of: ["text"], least: 0, marks: formatting },
      attributes: { level: wholeFrom(1, 3, "1, 2 or 3.", 2) },
    },
    bulletList: { holds: { of: ["listItem"], least: 1 } },
    orderedList: {
      holds: { of: ["listItem"], least: 1 },
      attributes: { start: wholeFrom(0, 999_999_999, "The number of the first item.", 1) },
    },
    listItem: { holds: { of: blocks, least: 0, first: "paragraph" } },
    blockquote: { holds: { of: blocks, least: 1 } },
    example: { holds: { of: ["text"], least: 0, marks: ["tagged"] } },
    codeBlock: { holds: { of: ["text"], least: 0, marks: [] } },
    horizontalRule: {},
    text: { inline: true },
    hardBreak: { inline: true },
  },
  marks: { ...noteSchema.marks, code: {}, tagged: { attributes: { kind } } },
};
