import type { Answer, Ask } from "@/client/api/ask";
import type { Person, ProjectHere } from "@/client/desk/desk";
import type { Thread } from "@/domain/discussion/thread";
import type { Entity } from "@/domain/entity/entity";
import type { ReportId, UserId } from "@/domain/ids";
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
    known.annotations && known.relations ? undefined : allTags(ask, report),
    known.threads ? undefined : all<Thread>(ask, `/reports/${report.id}/threads`),
    known.entities ? undefined : all<Entity>(ask, `/projects/${project.id}/entities`),
    known.people
      ? undefined
      : all<{ userId: UserId; name: string; email: string }>(ask, `/projects/${project.id}/members`),
  ]);
  return {
    ...tags,
    ...(threads ? { threads } : {}),
    ...(entities ? { entities } : {}),
    ...(members ? { people: members.map(({ userId, name, email }) => ({ id: userId, name, email })) } : {}),
  };
}

/** Where a report's tags are; the page has the browser ask for it before any script runs. */
export const addressOfTags = (reportId: ReportId) => `/reports/${reportId}/tags?withdrawn=1`;

// The shape of this address's answer, which our own server keeps.
const allTags = async (ask: Ask, { id }: Report) =>
  bodyOf(await ask("GET", addressOfTags(id))) as Pick<Fetched, "annotations" | "relations">;

const MOST_PAGES = 20;

/** Every item of a list; its pages are joined, up to some thousand. */
async function all<T>(ask: Ask, path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = cursor ? `?limit=200&cursor=${encodeURIComponent(cursor)}` : "?limit=200";
    // The shape of every list of the API.
    const { items: some, next } = bodyOf(await ask("GET", path + query)) as { items: T[]; next?: string };
    items.push(...some);
    if (!next) break;
    cursor = next;
  }
  return items;
}

function bodyOf(answer: Answer): unknown {
  if (answer.kind === "ok") return answer.body;
  throw new Error(answer.kind === "problem" ? `The server answered ${answer.status}.` : "The server did not answer.");
}
