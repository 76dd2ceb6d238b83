import type { LabelAttribute } from "@/domain/codebook/attribute";
import type { Codebook } from "@/domain/codebook/codebook";

type Thing = { readonly slug: string };

/**
 * A codebook with what was read from a file: things of the same slug say what the file says, others are added, and
 * nothing that is there is taken out. An attribute of another type is added under a slug of its own, and a key that is
 * in use stays where it is.
 */
export function takenIn(now: Codebook, read: Codebook): Codebook {
  const keys = new Map(now.labels.flatMap(({ slug, key, retired }) => (key && !retired ? [[key, slug] as const] : [])));
  return {
    labels: joined(now.labels, read.labels, (was, label) => {
      const { key, ...said } = label;
      const holder = key && keys.get(key);
      const kept = key && (holder === undefined || holder === label.slug) ? key : was?.key;
      return {
        ...said,
        definition: said.definition || (was?.definition ?? ""),
        guidelines: said.guidelines || (was?.guidelines ?? ""),
        examples: said.examples.length > 0 ? said.examples : (was?.examples ?? []),
        attributes: attributes(was?.attributes ?? [], said.attributes),
        ...(kept && { key: kept }),
      };
    }),
    relationTypes: joined(now.relationTypes, read.relationTypes, (was, type) => ({
      ...type,
      from: [...new Set([...(was?.from ?? []), ...type.from])],
      to: [...new Set([...(was?.to ?? []), ...type.to])],
      attributes: attributes(was?.attributes ?? [], type.attributes),
    })),
    eventTypes: joined(now.eventTypes, read.eventTypes, (_, type) => type),
    reportFields: attributes(now.reportFields, read.reportFields),
  };
}

function joined<T extends Thing>(
  now: readonly T[],
  read: readonly T[],
  become: (was: T | undefined, said: T) => T,
): T[] {
  const said = new Map(read.map((each) => [each.slug, each]));
  const known = new Set(now.map(({ slug }) => slug));
  return [
    ...now.map((was) => {
      const next = said.get(was.slug);
      return next ? become(was, next) : was;
    }),
    ...read.filter(({ slug }) => !known.has(slug)).map((each) => become(undefined, each)),
  ];
}

type Field = Pick<LabelAttribute, "slug" | "choices"> & { type: string };

function attributes<T extends Field>(now: readonly T[], read: readonly T[]): T[] {
  const types = new Map(now.map(({ slug, type }) => [slug, type]));
  const taken = new Set([...types.keys(), ...read.map(({ slug }) => slug)]);
  const renamed = read.map((each) => {
    const type = types.get(each.slug);
    return type === undefined || type === each.type ? each : { ...each, slug: otherSlug(each.slug, taken) };
  });
  return joined(now, renamed, (was, said) => ({
    ...said,
    choices: joined(was?.choices ?? [], said.choices, (_, choice) => choice),
  }));
}

function otherSlug(slug: string, taken: Set<string>): string {
  for (let nth = 2; ; nth++) {
    const next = `${slug.slice(0, 56)}-${nth}`;
    if (taken.has(next)) continue;
    taken.add(next);
    return next;
  }
}
