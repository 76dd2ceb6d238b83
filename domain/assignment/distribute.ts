/** Report and person. */
export type Pair<Report, Person> = { report: Report; person: Person };

/**
 * Gives every report to `each` of these people, so that in the end their shares of open work differ as little as they
 * can. The same question always has the same answer: reports go out in the order given, each to those with the least
 * to do, and of those with the same to the one who was named first.
 *
 * @param on who has a report already: they count among its `each` people and are not given it again
 * @param waiting how many reports wait for a person before this
 */
export function distribute<Report, Person>(
  reports: readonly Report[],
  people: readonly Person[],
  {
    each,
    on,
    waiting,
  }: { each: number; on: (report: Report) => readonly Person[]; waiting: (person: Person) => number },
): Pair<Report, Person>[] {
  const load = new Map(people.map((person) => [person, waiting(person)]));
  const given: Pair<Report, Person>[] = [];
  for (const report of reports) {
    const there = new Set(on(report));
    const free = [...load].filter(([person]) => !there.has(person)).toSorted(([, a], [, b]) => a - b);
    for (const [person, before] of free.slice(0, Math.max(0, each - there.size))) {
      load.set(person, before + 1);
      given.push({ report, person });
    }
  }
  return given;
}

/** Gives every report to everybody who has not got it. */
export const toEverybody = <Report, Person>(
  reports: readonly Report[],
  people: readonly Person[],
  on: (report: Report) => readonly Person[],
): Pair<Report, Person>[] =>
  reports.flatMap((report) => {
    const there = new Set(on(report));
    return people.filter((person) => !there.has(person)).map((person) => ({ report, person }));
  });
