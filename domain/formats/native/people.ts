import type { UserId } from "@/domain/ids";

type Person = { id: UserId; name: string };

/** People by the number under which a file knows them: their ids and names stand in it once. */
export type Numbers = {
  of(id: UserId): number;
  /** Those who got a number since this was asked last. */
  fresh(): (Person & { number: number })[];
};

/** Counts from 1 in the order in which people are first named. */
export function numbered(people: readonly Person[]): Numbers {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const numbers = new Map<UserId, number>();
  let waiting: (Person & { number: number })[] = [];
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      const number = numbers.size + 1;
      numbers.set(id, number);
      waiting.push({ number, id, name: names.get(id) ?? id });
      return number;
    },
    fresh() {
      const fresh = waiting;
      if (fresh.length > 0) waiting = [];
      return fresh;
    },
  };
}
