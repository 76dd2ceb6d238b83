"use client";

import { useTranslations } from "use-intl";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookMove } from "@/domain/codebook/migration";

export type MoveWish = CodebookMove;
type Ends = { from: string; to: string };
type Named = { slug: string; name: string; retired: boolean };

/** What can be moved: labels among each other, or the values of one attribute. */
export type Movable = {
  value: string;
  label: string;
  of: readonly Named[];
  move: (ends: Ends) => MoveWish;
};

/** What can be moved under a codebook, and what a move is called. */
export function useMoveWords(codebook: Codebook) {
  const t = useTranslations("codebook");
  const own = [
    ...codebook.labels.map((each) => ({ ...each, kind: `label:${each.slug}` })),
    ...codebook.relationTypes.map((each) => ({ ...each, kind: `relation:${each.slug}` })),
  ];
  const labels: Movable = {
    value: "labels",
    label: t("moveLabels"),
    of: codebook.labels,
    move: (ends) => ({ move: "label", ...ends }),
  };
  const things: Movable[] = [
    ...(codebook.labels.length > 1 ? [labels] : []),
    ...own.flatMap(({ kind, name, attributes }) =>
      attributes
        .filter(({ choices }) => choices.length > 1)
        .map(
          (attribute): Movable => ({
            value: `${kind} ${attribute.slug}`,
            label: t("moveValues", { attribute: attribute.name, name }),
            of: attribute.choices,
            move: (ends) => ({ move: "choice", kind, attribute: attribute.slug, ...ends }),
          }),
        ),
    ),
  ];
  const nameIn = (list: readonly Named[], slug: string) => list.find((each) => each.slug === slug)?.name ?? slug;
  const whatOf = (move: CodebookMove): string => {
    if (move.move === "label") {
      const [from, to] = [nameIn(codebook.labels, move.from), nameIn(codebook.labels, move.to)];
      return t("whatMoved", { from, to });
    }
    const attribute = own
      .find(({ kind }) => kind === move.kind)
      ?.attributes.find(({ slug }) => slug === move.attribute);
    const choices = attribute?.choices ?? [];
    const [from, to] = [nameIn(choices, move.from), nameIn(choices, move.to)];
    return `${attribute?.name ?? move.attribute}: ${t("whatMoved", { from, to })}`;
  };
  return { things, whatOf };
}
