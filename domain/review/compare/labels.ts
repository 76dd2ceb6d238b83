import { saidIn } from "@/domain/codebook/normal-form";
import type { TagId } from "@/domain/ids";
import type { ComparedAnnotation, ComparedRelation } from "@/domain/review/compare/group";
import { canonical } from "@/domain/tag/same-attributes";

type Work = { readonly annotations: readonly ComparedAnnotation[]; readonly relations: readonly ComparedRelation[] };

/** What one person's annotation says with its links, told by contents alone: no id, no order of making. */
export type Content = {
  /** Equal for two annotations that say the same and are linked to what says the same. */
  readonly label: string;
  /** Each link at it, described ever more exactly: what it joins, how it was filled in, what its other end says. */
  readonly links: readonly string[];
  readonly lot: number;
};

/** How often links of links are looked at: a claim, its source, and what else that source is linked to. */
const rounds = 2;

/** The contents of everything that one person tagged. */
export function contentsOf({ annotations, relations }: Work): Map<TagId, Content> {
  const places = new Map(annotations.map((tag) => [tag.id, placeOf(tag)]));
  const filled = annotations.map(
    (tag) => [tag.id, hash(`${placeOf(tag)} ${canonical(saidIn(tag.attributes))}`)] as const,
  );
  let labels = new Map(filled);
  const described = new Map<TagId, string[]>(annotations.map(({ id }) => [id, []]));
  const links = relations.flatMap((link) => endsOf(link).map((end) => ({ ...end, said: wordsOf(link) })));
  for (const { at, other, how, said } of links)
    described.get(at)?.push(`${how} ${places.get(other as TagId) ?? other}`, `${how} ${said}`);
  for (let round = 0; round < rounds; round += 1) {
    const around = new Map<TagId, string[]>();
    for (const { at, other, how, said } of links) {
      const words = `${how} ${said} ${labels.get(other as TagId) ?? other}`;
      around.set(at, [...(around.get(at) ?? []), words]);
      described.get(at)?.push(words);
    }
    labels = new Map(
      [...labels].map(([id, label]) => [id, hash([label, ...(around.get(id) ?? []).toSorted()].join("\n"))]),
    );
  }
  return new Map(
    annotations.map(({ id }) => {
      const label = labels.get(id) ?? "";
      return [id, { label, links: (described.get(id) ?? []).toSorted(), lot: lotIn(label) }];
    }),
  );
}

const placeOf = ({ kind, segments }: ComparedAnnotation): string =>
  `${kind} ${segments.map(({ start, end }) => `${start}-${end}`).join()}`;

/** A link as each of its annotations sees it. */
function endsOf({ kind, from, to, toEntity }: ComparedRelation): { at: TagId; other: string; how: string }[] {
  const leads = { at: from, other: to ?? toEntity ?? "article", how: `to ${kind}` };
  return to ? [leads, { at: to, other: from, how: `from ${kind}` }] : [leads];
}

export const wordsOf = (relation: ComparedRelation): string =>
  `${canonical(saidIn(relation.attributes))} ${cueOf(relation)}`;

export const cueOf = ({ cue }: Pick<ComparedRelation, "cue">): string =>
  cue?.segments.map(({ start, end }) => `${start}-${end}`).join() ?? "";

/** What two sorted lists have in common, as a part of what they hold together: 1 also where both are empty. */
export function commonPart(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] ?? "", b[j] ?? ""];
    if (one === other) both += 1;
    if (one <= other) i += 1;
    if (one >= other) j += 1;
  }
  return both / (a.length + b.length - both);
}

/** A number from 0 to 1 that two contents always draw together, in whichever order they are named. */
export function lotOf(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  let mixed = Math.imul(low ^ (low >>> 16), 0x45d9f3b) ^ Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** What a content draws its lots with. */
export const lotIn = (label: string): number => Number.parseInt(label, 36) >>> 0;

/** 53 bits of a text (cyrb53, public domain): equal texts have equal hashes, and chance makes no two others equal. */
export function hash(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
