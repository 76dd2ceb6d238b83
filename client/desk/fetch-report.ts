import type { Answer, Ask } from "@/client/api/answer";
import { valueIn } from "@/client/api/value-in";
import type { Person, ProjectHere } from "@/client/desk/desk";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { ReportId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";
import type { Annotation, Relation } from "@/domain/tag/tag";

/** What a server said about things of a report. */
export type Fetched = {
  annotations?: readonly Annotation[];
  relations?: readonly Relation[];
  entities?: readonly Entity[];
  threads?: readonly Thread[];
  people?: readonly Person[];
};

type Known = Omit<Fetched, "people"> & { people?: readonly Person[]; project: ProjectHere; report: Report };

/** Fetches what is not known yet of a report's tags, entities, threads and people. Throws when nobody answers. */
export async function fetchReport(ask: Ask, known: Known): Promise<Fetched> {
  const { project, report } = known;
  const [tags, threads, entities, members] = await Promise.all([
    known.annotations && known.relations ? undefined : ask("GET", addressOfTags(report.id)).then(valueIn),
    known.threads ? undefined : all((query) => ask("GET", `/reports/${report.id}/threads?${query}`)),
    known.entities ? undefined : all((query) => ask("GET", `/projects/${project.id}/entities?${query}`)),
    known.people ? undefined : all((query) => ask("GET", `/projects/${project.id}/members?${query}`)),
  ]);
  return {
    ...tags,
    ...(threads ? { threads } : {}),
    ...(entities ? { entities } : {}),
    ...(members ? { people: members.map(({ userId, name, email }) => ({ id: userId, name, email })) } : {}),
  };
}

/** Where a report's tags are; the page has the browser ask for it before any script runs. */
export const addressOfTags = (reportId: ReportId) => `/reports/${reportId}/tags?withdrawn=1` as const;

const MOST_PAGES = 20;

type Page<T> = { items: readonly T[]; next?: string | undefined };

/** Every item of a list; its pages are joined, up to some thousand. */
async function all<T>(ask: (query: string) => Promise<Answer<Page<T>>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = cursor ? `limit=200&cursor=${encodeURIComponent(cursor)}` : "limit=200";
    const { items: some, next } = valueIn(await ask(query));
    items.push(...some);
    if (!next) break;
    cursor = next;
  }
  return items;
}
