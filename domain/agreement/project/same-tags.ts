import type { Described, DescribedReport } from "@/domain/agreement/project/described";
import { joined } from "@/domain/review/compare/join";
import { commonPart, hash, lotIn, lotOf } from "@/domain/review/compare/labels";

export type Tagged = { readonly person: number; readonly tag: Described };

/**
 * Which tags of a kind are the same item: those with the same borders, and of links those that join the same, at most
 * one of each person's. Where somebody has
 * several, those meet that are most alike in attributes and links, whatever was made first.
 */
export function sameTags(report: DescribedReport, kind: string): Tagged[][] {
  const places = new Map<string, Tagged[]>();
  for (const { person, tags } of report) {
    for (const tag of tags) {
      if (tag[0] !== kind) continue;
      const borders = `${tag[1]} ${tag[2]} ${tag[5] ?? ""}`;
      const there = places.get(borders);
      if (there) there.push({ person, tag });
      else places.set(borders, [{ person, tag }]);
    }
  }
  return [...places.values()].flatMap((there) => (isStacked(there) ? paired(there) : [there]));
}

const isStacked = (tags: readonly Tagged[]) => new Set(tags.map(({ person }) => person)).size < tags.length;

/** Attributes and links, then a lot drawn by what both say, decide between tags on the same words. */
const LOT = 1e-6;

function paired(tags: readonly Tagged[]): Tagged[][] {
  const all = tags.map(contentOf).toSorted((a, b) => (a.content < b.content ? -1 : 1));
  const people = [...new Set(tags.map(({ person }) => person))].toSorted((a, b) => a - b);
  const numbered = people.map((person) => all.flatMap((each, at) => (each.tagged.person === person ? [at] : [])));
  const worth = (a: number, b: number) => {
    const [one, other] = [all[a], all[b]];
    if (!one || !other) return 0;
    return 1 + commonPart(one.said, other.said) + commonPart(one.links, other.links) + LOT * lotOf(one.lot, other.lot);
  };
  const groups = joined(
    numbered,
    (one, other) =>
      (numbered[one] ?? []).flatMap((a) => (numbered[other] ?? []).map((b) => ({ a, b, worth: worth(a, b) }))),
    () => true,
    (number) => all[number]?.content ?? "",
  );
  return groups.map((group) => group.flatMap((each) => all[each]?.tagged ?? []));
}

function contentOf(tagged: Tagged) {
  const [, , , attributes, links = []] = tagged.tag;
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== "" && value !== "false" && value !== "unspecified")
    .map(([name, value]) => `${name} ${value}`)
    .toSorted();
  const sorted = links.toSorted();
  const content = JSON.stringify([said, sorted]);
  return { tagged, said, links: sorted, content, lot: lotIn(hash(content)) };
}
