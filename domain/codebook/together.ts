import type { Codebook } from "@/domain/codebook/codebook";

type Thing = { readonly slug: string };

/**
 * One's own changes of a codebook on top of a colleague's, thing by thing and field by field; both started from `base`.
 * `clashes` names by slug what both changed differently: there one's own stands.
 */
export function together(base: Codebook, mine: Codebook, theirs: Codebook): { codebook: Codebook; clashes: string[] } {
  const clashes: string[] = [];
  const list = <T extends Thing>(part: (codebook: Codebook) => readonly T[]) =>
    lists(part(base), part(mine), part(theirs), clashes);
  const codebook = {
    eventTypes: list((each) => each.eventTypes),
    labels: list((each) => each.labels),
    relationTypes: list((each) => each.relationTypes),
    reportFields: list((each) => each.reportFields),
  };
  return { codebook, clashes: [...new Set(clashes)] };
}

/** Their list with what oneself added, changed and took out; in one's own order if one changed it. */
function lists<T extends Thing>(base: readonly T[], mine: readonly T[], theirs: readonly T[], clashes: string[]): T[] {
  const [from, own, other] = [bySlug(base), bySlug(mine), bySlug(theirs)];
  const merged = theirs.flatMap((their) => {
    const [was, now] = [from.get(their.slug), own.get(their.slug)];
    if (!now) return was ? [] : [their];
    return [things(was, now, their, clashes)];
  });
  const added = mine.filter(({ slug }) => !other.has(slug) && !from.has(slug));
  const all = [...merged, ...added];
  const moved = orderOf(mine, from) !== orderOf(base, own);
  if (!moved) return all;
  const place = new Map(mine.map(({ slug }, at) => [slug, at]));
  return all.toSorted((a, b) => (place.get(a.slug) ?? mine.length) - (place.get(b.slug) ?? mine.length));
}

const bySlug = <T extends Thing>(list: readonly T[]) => new Map(list.map((each) => [each.slug, each]));
const orderOf = (list: readonly Thing[], among: ReadonlyMap<string, Thing>) =>
  list
    .filter(({ slug }) => among.has(slug))
    .map(({ slug }) => slug)
    .join(" ");
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function things<T extends Thing>(was: T | undefined, now: T, their: T, clashes: string[]): T {
  if (same(was, now)) return their;
  if (same(was, their)) return now;
  const fields = [...new Set([...Object.keys(now), ...Object.keys(their)])] as (keyof T)[];
  const entries = fields.map((field) => {
    const [a, b, c] = [was?.[field], now[field], their[field]];
    if (same(a, b)) return [field, c];
    if (isList(b) && isList(c)) return [field, lists(isList(a) ? a : [], b, c, clashes)];
    if (!same(a, c) && !same(b, c)) clashes.push(now.slug);
    return [field, b];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T; // the fields of both, each with a value of one
}

const isList = (value: unknown): value is readonly Thing[] =>
  Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null && "slug" in each);
