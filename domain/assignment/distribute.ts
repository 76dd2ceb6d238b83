/** Report and person. */
export type Pair<Report, Person> = { report: Report; person: Person };

/**
 * Gives every report to `each` of these people, so that in the end the words they have to read differ as little as they
 * can: by no more than the longest report has. The same question always has the same answer: the longest report goes
 * first, of equal ones the one named first, each to those with the fewest words to read, and of those with the same to
 * the one named first (longest processing time first, Graham 1969).
 *
 * @param on who has a report already: they count among its `each` people and are not given it again
 * @param words how long a report is
 * @param waiting how many words wait for a person before this
 */
export function distribute<Report, Person>(
  reports: readonly Report[],
  people: readonly Person[],
  {
    each,
    on,
    words,
    waiting,
  }: {
    each: number;
    on: (report: Report) => readonly Person[];
    words: (report: Report) => number;
    waiting: (person: Person) => number;
  },
): Pair<Report, Person>[] {
  const load = new Map(people.map((person) => [person, waiting(person)]));
  const given: Pair<Report, Person>[] = [];
  for (const report of reports.toSorted((a, b) => words(b) - words(a))) {
    const there = new Set(on(report));
    const free = [...load].filter(([person]) => !there.has(person)).toSorted(([, a], [, b]) => a - b);
    for (const [person, before] of free.slice(0, Math.max(0, each - there.size))) {
      load.set(person, before + words(report));
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
