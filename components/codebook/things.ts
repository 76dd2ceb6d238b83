import { slugFrom } from "@/components/project/slug";

export type Thing = { slug: string; name: string; retired?: boolean };

export const replaced = <T>(list: readonly T[], at: number, thing: T): T[] => list.with(at, thing);

export const without = <T>(list: readonly T[], at: number): T[] => list.toSpliced(at, 1);

export const moved = <T>(list: readonly T[], at: number, by: 1 | -1): T[] => {
  const thing = list[at];
  const other = list[at + by];
  return thing === undefined || other === undefined ? [...list] : list.with(at, other).with(at + by, thing);
};

/** A slug that no thing of the list has: of the name's letters, or of what it is where it has none that fit. */
export function newSlug(name: string, what: string, list: readonly Thing[]): string {
  const taken = new Set(list.map(({ slug }) => slug));
  const wanted = slugFrom(name).slice(0, 56).replace(/-+$/, "") || what;
  for (let nth = 1; ; nth++) {
    const slug = nth === 1 && wanted !== "note" ? wanted : `${wanted}-${nth}`;
    if (!taken.has(slug)) return slug;
  }
}
