"use client";

import { useTranslations } from "use-intl";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookDifference, CodebookUsage } from "@/domain/codebook/codebook-answers";

type Named = { slug: string; name: string; attributes?: readonly Named[]; choices?: readonly Named[] };

/** What changed in a codebook, in words. `codebook` names what things are within. */
export function useDifferenceWords(codebook: Codebook): (difference: CodebookDifference) => string {
  const t = useTranslations("codebook");
  const fieldName = (field: string) => (isField(field) ? t(`fields.${field}`) : field);
  return ({ part, path, name: own, did, fields = [], was }) => {
    const outer = outerName(codebook, part, path);
    const name = outer ? t("inThing", { name: own, outer }) : own;
    const thing = t(
      `things.${path.length === 1 ? part : path.length === 2 && part !== "reportFields" ? "attribute" : "choice"}`,
    );
    const others = fields.filter((field) => field !== "name");
    const renamed = was === undefined ? [] : [t("did.renamed", { thing, name, was })];
    if (did !== "changed") return t(`did.${did}`, { thing, name });
    const changed =
      others.length > 0 ? [t("did.changed", { thing, name, fields: others.map(fieldName).join(", ") })] : [];
    return [...renamed, ...changed].join("; ");
  };
}

const fieldNames = [
  "name",
  "definition",
  "guidelines",
  "examples",
  "colour",
  "shape",
  "key",
  "type",
  "required",
  "from",
  "to",
] as const;
const isField = (field: string): field is (typeof fieldNames)[number] =>
  (fieldNames as readonly string[]).includes(field);

function outerName(codebook: Codebook, part: CodebookDifference["part"], path: readonly string[]): string | undefined {
  let list: readonly Named[] = codebook[part];
  const names: string[] = [];
  for (const slug of path.slice(0, -1)) {
    const found = list.find((each) => each.slug === slug);
    names.push(found?.name ?? slug);
    list = [...(found?.attributes ?? []), ...(found?.choices ?? [])];
  }
  return names.length > 0 ? names.join(", ") : undefined;
}

/** How many tags or reports carry what changed; undefined where that does not matter: it is new. */
export function affectedBy(usage: CodebookUsage, { part, path, did }: CodebookDifference): number | undefined {
  if (did === "added") return undefined;
  const [slug = "", attribute, value] = path;
  if (part === "eventTypes") return usage.eventTypes.find((each) => each.slug === slug)?.tags ?? 0;
  if (part === "reportFields") {
    const field = usage.reportFields.find((each) => each.slug === slug);
    const chosen = field?.values.find((each) => each.value === attribute)?.reports;
    return (attribute === undefined ? field?.reports : chosen) ?? 0;
  }
  const kind = usage.kinds.find((each) => each.kind === `${part === "labels" ? "label" : "relation"}:${slug}`);
  const said = kind?.attributes.find((each) => each.slug === attribute);
  if (value !== undefined) return said?.values.find((each) => each.value === value)?.tags ?? 0;
  return (attribute === undefined ? kind?.tags : said?.tags) ?? 0;
}
