import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";
import { hasChoices, type ReportFieldType } from "@/domain/codebook/codebook-values";
import type { Problem } from "@/domain/failure";

/**
 * What is wrong with a codebook that each of its parts does not show alone, and what of the one before it may not be
 * missing or of another type: tags may carry it. Fields are paths as in the request ("labels.2.attributes.0.slug").
 */
export function checkCodebook(next: Codebook, before?: Codebook): Problem[] {
  return [
    ...listProblems("eventTypes", next.eventTypes, []),
    ...listProblems("labels", next.labels, before?.labels ?? []),
    ...listProblems("relationTypes", next.relationTypes, before?.relationTypes ?? []),
    ...fieldProblems("reportFields", next.reportFields, before?.reportFields ?? []),
    ...keyProblems(next.labels),
    ...attributesOf("labels", next.labels, before?.labels ?? []),
    ...attributesOf("relationTypes", next.relationTypes, before?.relationTypes ?? []),
    ...endProblems(next),
  ];
}

type Named = { slug: string; name: string };

/** A slug that stands twice, or one that stood in the version before and is missing. */
function listProblems(field: string, now: readonly Named[], before: readonly Named[]): Problem[] {
  const first = new Map<string, number>();
  const doubled = now.flatMap(({ slug }, at) => {
    const known = first.get(slug);
    if (known === undefined) first.set(slug, at);
    return known === undefined ? [] : [{ field: `${field}.${at}.slug`, reason: `“${slug}” stands there twice.` }];
  });
  const gone = before
    .filter(({ slug }) => !first.has(slug))
    .map(({ slug }) => ({ field, reason: `“${slug}” is missing: retire it, tags or reports may carry it.` }));
  return [...doubled, ...gone];
}

type Field = Pick<LabelAttribute, "slug" | "name" | "choices"> & { type: LabelAttribute["type"] | ReportFieldType };

function fieldProblems(path: string, now: readonly Field[], before: readonly Field[]): Problem[] {
  const known = new Map(before.map((field) => [field.slug, field]));
  const ofEach = now.flatMap((field, at) => {
    const here = `${path}.${at}`;
    const was = known.get(field.slug);
    return [
      ...(field.slug === "note" ? [{ field: `${here}.slug`, reason: "“note” is what every tag has already." }] : []),
      ...(was && was.type !== field.type
        ? [{ field: `${here}.type`, reason: `It is of type “${was.type}”: add another one and retire this one.` }]
        : []),
      ...choiceProblems(here, field),
      ...listProblems(`${here}.choices`, field.choices, was?.choices ?? []),
    ];
  });
  return [...listProblems(path, now, before), ...ofEach];
}

function choiceProblems(path: string, { type, choices }: Field): Problem[] {
  const field = `${path}.choices`;
  if (hasChoices(type)) return choices.length > 0 ? [] : [{ field, reason: "Give at least one value to choose." }];
  return choices.length > 0 ? [{ field, reason: `Something of type “${type}” has no values to choose from.` }] : [];
}

function attributesOf(
  path: string,
  now: readonly { slug: string; attributes: readonly LabelAttribute[] }[],
  before: readonly { slug: string; attributes: readonly LabelAttribute[] }[],
): Problem[] {
  const known = new Map(before.map(({ slug, attributes }) => [slug, attributes]));
  return now.flatMap(({ slug, attributes }, at) =>
    fieldProblems(`${path}.${at}.attributes`, attributes, known.get(slug) ?? []),
  );
}

function keyProblems(labels: Codebook["labels"]): Problem[] {
  const taken = new Map<string, string>();
  return labels.flatMap(({ key, name, retired }, at) => {
    const other = key && !retired ? taken.get(key) : undefined;
    if (key && !retired && other === undefined) taken.set(key, name);
    return other === undefined ? [] : [{ field: `labels.${at}.key`, reason: `Key ${key} is already “${other}”.` }];
  });
}

function endProblems({ labels, relationTypes }: Codebook): Problem[] {
  const known = new Set(["claim", "place", "source", "entity", ...labels.map(({ slug }) => `label:${slug}`)]);
  return relationTypes.flatMap(({ from, to }, at) =>
    [...from.map((kind) => ["from", kind] as const), ...to.map((kind) => ["to", kind] as const)]
      .filter(([, kind]) => !known.has(kind))
      .map(([end, kind]) => ({
        field: `relationTypes.${at}.${end}`,
        reason: `The codebook has no “${kind.replace(/^label:/, "")}”.`,
      })),
  );
}
