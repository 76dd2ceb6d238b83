import type { Grade, Reliability } from "@/domain/entity/entity";

/** The grade in force at the end of a month (YYYY-MM), and how many were given in it. */
export type MonthOfGrades = { month: string; grade: Reliability; given: number };

/** So many months are shown, the latest ones. */
const mostMonths = 60;

const next = (month: string) => {
  const [year = 0, nth = 0] = month.split("-").map(Number);
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, "0")}`;
};

/**
 * How a source's reliability was judged, month by month (in UTC) from the first grade to the last: the latest grade up
 * to then holds until another is given.
 */
export function reliabilityByMonth(grades: readonly Pick<Grade, "at" | "reliability">[]): MonthOfGrades[] {
  const inOrder = grades.toSorted((one, other) => one.at.localeCompare(other.at));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return [];
  const months: MonthOfGrades[] = [];
  let grade = first.reliability;
  for (let month = first.at.slice(0, 7); month <= last.at.slice(0, 7); month = next(month)) {
    const given = inOrder.filter(({ at }) => at.startsWith(month));
    grade = given.at(-1)?.reliability ?? grade;
    months.push({ month, grade, given: given.length });
  }
  return months.slice(-mostMonths);
}
