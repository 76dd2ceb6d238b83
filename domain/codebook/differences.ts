import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookDifference } from "@/domain/codebook/codebook-answers";
import { codebookParts } from "@/domain/codebook/codebook-values";

type Thing = {
  slug: string;
  name: string;
  retired?: boolean;
  attributes?: readonly Thing[];
  choices?: readonly Thing[];
};
type Place = Pick<CodebookDifference, "part" | "path">;

/** What changed from one codebook to another, in the order of the new one; what is gone comes last in its list. */
export const differencesOf = (before: Codebook, after: Codebook): CodebookDifference[] =>
  codebookParts.flatMap((part) => ofList(before[part], after[part], { part, path: [] }));

function ofList(before: readonly Thing[], after: readonly Thing[], place: Place): CodebookDifference[] {
  const known = new Map(before.map((each) => [each.slug, each]));
  const kept = new Set(after.map(({ slug }) => slug));
  const at = ({ slug, name }: Thing) => ({ part: place.part, path: [...place.path, slug], name });
  return [
    ...after.flatMap((now) => {
      const was = known.get(now.slug);
      return was ? ofThing(was, now, at(now)) : [{ ...at(now), did: "added" as const }];
    }),
    ...before.filter(({ slug }) => !kept.has(slug)).map((gone) => ({ ...at(gone), did: "removed" as const })),
  ];
}

function ofThing(was: Thing, now: Thing, here: Omit<CodebookDifference, "did">): CodebookDifference[] {
  const fields = changedFields(was, now);
  const place = { part: here.part, path: here.path };
  const retired =
    was.retired === now.retired ? [] : [{ ...here, did: now.retired ? ("retired" as const) : ("unretired" as const) }];
  const renamed = was.name === now.name ? {} : { was: was.name };
  return [
    ...retired,
    ...(fields.length > 0 ? [{ ...here, did: "changed" as const, fields, ...renamed }] : []),
    ...ofList(was.attributes ?? [], now.attributes ?? [], place),
    ...ofList(was.choices ?? [], now.choices ?? [], place),
  ];
}

const apart = new Set(["slug", "retired", "attributes", "choices"]);

function changedFields(was: Thing, now: Thing): string[] {
  const [a, b] = [new Map(Object.entries(was)), new Map(Object.entries(now))];
  const fields = [...new Set([...a.keys(), ...b.keys()])].filter((field) => !apart.has(field));
  return fields.filter((field) => JSON.stringify(a.get(field)) !== JSON.stringify(b.get(field)));
}
