import "server-only";
import type { ReportId, UserId } from "@/domain/ids";
import type { DateMeaning } from "@/domain/release/release-values";
import { withValues as written } from "@/server/data/export/literal";

/** What leaves beside states and kinds is narrowed to; null is everything. */
export type Narrowing = {
  languages: readonly string[] | null;
  reports: readonly ReportId[] | null;
  /** Who made a tag first. */
  people: readonly UserId[] | null;
  date: { which: DateMeaning; from?: string | undefined; to?: string | undefined } | null;
};

/** A statement with values in it is given values once more, so none of them may look like a place for one. */
function withValues(condition: string, values: readonly unknown[]): string {
  if (JSON.stringify(values).includes("$")) throw new Error("A value of a narrowing has a dollar sign.");
  return written(condition, values);
}

/** Whether a day lies in a range. `first` and `last` are days as text; where there is none, it does not. */
const within = (first: string, last: string, { from, to }: NonNullable<Narrowing["date"]>) =>
  withValues(
    `(${first} is not null and ($1::text is null or ${last} >= $1) and ($2::text is null or ${first} <= $2))`,
    [from ?? null, to ?? null],
  );

/** The conditions on a report. A publication that is known to the month only is asked by its first day. */
export function reportNarrowed(narrowing: Narrowing | undefined, report: string): string {
  if (!narrowing) return "true";
  const { languages, reports, date } = narrowing;
  const language = `lower(coalesce(${report}.language, ''))`;
  const published = `nullif(left(${report}.published, 10), '')`;
  return all([
    languages &&
      withValues(`(${language} = any($1::text[]) or split_part(${language}, '-', 1) = any($1::text[]))`, [
        languages.map((each) => each.toLowerCase()),
      ]),
    reports && withValues(`${report}.id = any($1::uuid[])`, [reports]),
    date?.which === "publication" && within(published, published, date),
  ]);
}

/**
 * The conditions on a tag. A day on which something happened narrows claims alone: places and sources have none, and
 * links leave with both their ends.
 */
export function tagNarrowed(narrowing: Narrowing | undefined, tag: string): string {
  if (!narrowing) return "true";
  const { people, date } = narrowing;
  const time = (end: "from" | "to") => `w.attributes #>> '{eventTime,${end}}'`;
  return all([
    people && withValues(`${tag}.created_by = any($1::uuid[])`, [people]),
    date?.which === "event" &&
      `(${tag}.kind <> 'claim' or exists (select 1 from tag_version w where w.workspace_id = ${tag}.workspace_id
          and w.tag_id = ${tag}.id and w.number = ${tag}.version
          and ${within(`coalesce(${time("from")}, ${time("to")})`, `coalesce(${time("to")}, ${time("from")})`, date)}))`,
    date?.which === "decision" &&
      `exists (select 1 from (select max(w.created_at) as at from verdict w where w.workspace_id = ${tag}.workspace_id
          and w.tag_id = ${tag}.id and w.undone_at is null) d
         where ${within(day("d.at"), day("d.at"), date)})`,
  ]);
}

const day = (instant: string) => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;
const all = (conditions: readonly (string | false | null | undefined)[]) =>
  conditions.filter((each) => typeof each === "string").join(" and ") || "true";
