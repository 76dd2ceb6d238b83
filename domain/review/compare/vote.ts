import { saidIn } from "@/domain/codebook/normal-form";
import type { ComparedTag, Saying } from "@/domain/review/compare/group";
import { canonical, ownWords } from "@/domain/tag/same-attributes";

export type Counted<T> = { readonly value: T; readonly votes: number };

/** What most say, or undefined when two are said equally often. */
export function majority<T>(values: readonly T[]): Counted<T> | undefined {
  const [first, second] = counted(values);
  return first && first.votes > (second?.votes ?? 0) ? first : undefined;
}

/** Most said first; of those said equally often, the first said. */
export function counted<T>(values: readonly T[]): Counted<T>[] {
  const found = new Map<string, { value: T; votes: number }>();
  for (const value of values) {
    const known = found.get(canonical(value));
    if (known) known.votes += 1;
    else found.set(canonical(value), { value, votes: 1 });
  }
  return [...found.values()].toSorted((a, b) => b.votes - a.votes);
}

/**
 * The attributes that most say, name by name; saying nothing is a vote too. Of words of one's own, which nobody
 * repeats, those of the first. `tied` names what has no majority.
 */
export function attributesByVote(tags: readonly Saying[]): { attributes: ComparedTag["attributes"]; tied: string[] } {
  const all = tags.map(({ tag }) => saidIn(tag.attributes));
  const names = [...new Set(all.flatMap((said) => Object.keys(said)))];
  const tied: string[] = [];
  const said = names.flatMap((name): [string, unknown][] => {
    const values = all.map((each) => each[name]);
    const own = ownWords.includes(name);
    const most = own ? counted(values.filter((value) => value !== undefined))[0] : majority(values);
    if (!most) tied.push(`attributes.${name}`);
    return most?.value === undefined ? [] : [[name, most.value]];
  });
  return { attributes: Object.fromEntries(said), tied };
}
