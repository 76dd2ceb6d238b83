import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookMove } from "@/domain/codebook/migration";
import type { Problem } from "@/domain/failure";

/** What keeps a move from being made under this codebook. */
export function checkMove(move: CodebookMove, codebook: Codebook): Problem[] {
  if (move.from === move.to) return [{ field: "to", reason: "Choose another one than it is now." }];
  if (move.move === "label") {
    const to = codebook.labels.find(({ slug }) => slug === move.to);
    return [
      ...(codebook.labels.some(({ slug }) => slug === move.from) ? [] : [noSuch("from", "label")]),
      ...(to ? retired(to) : [noSuch("to", "label")]),
    ];
  }
  const attribute = attributeOf(move, codebook);
  if (!attribute) return [noSuch("attribute", "attribute")];
  const to = attribute.choices.find(({ slug }) => slug === move.to);
  return [
    ...(attribute.choices.some(({ slug }) => slug === move.from) ? [] : [noSuch("from", "value")]),
    ...(to ? retired(to) : [noSuch("to", "value")]),
  ];
}

const noSuch = (field: string, what: string): Problem => ({ field, reason: `The codebook has no such ${what}.` });
const retired = ({ name, retired: is }: { name: string; retired: boolean }): Problem[] =>
  is ? [{ field: "to", reason: `“${name}” is retired: nothing can become it.` }] : [];

function attributeOf(move: Extract<CodebookMove, { move: "choice" }>, codebook: Codebook): LabelAttribute | undefined {
  const own = [
    ...codebook.labels.map((each) => ({ ...each, kind: `label:${each.slug}` })),
    ...codebook.relationTypes.map((each) => ({ ...each, kind: `relation:${each.slug}` })),
  ].find(({ kind }) => kind === move.kind);
  return own?.attributes.find(({ slug }) => slug === move.attribute);
}
