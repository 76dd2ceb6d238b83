import type { Ask } from "@/client/api/answer";
import { valueIn } from "@/client/api/value-in";
import type { ProjectHere } from "@/client/desk/desk";
import { type Fetched, fetchReport } from "@/client/desk/fetch-report";
import type { Touched } from "@/client/follow/touched";
import type { Thread } from "@/domain/discussion/thread";
import type { TagId, ThreadId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";

/** Beyond this many at once all is fetched: it costs less than asking for each. */
const mostTags = 100;
const mostThreads = 5;

/** What the server says now, and what this person does not see any more. */
export type FetchedAgain = { said: Fetched; gone: readonly (TagId | ThreadId)[] };

const nothingElse: Fetched = {};

/** Fetches what was touched. Throws when nobody answers. */
export async function fetchTouched(
  ask: Ask,
  about: { project: ProjectHere; report: Report },
  { tags, threads, entities, everything }: Touched,
): Promise<FetchedAgain> {
  if (everything || tags.size > mostTags) return { said: await fetchReport(ask, { ...about, people: [] }), gone: [] };
  const some = threads.size > mostThreads || entities.size > 0;
  const [ofTags, ofThreads, rest] = await Promise.all([
    tags.size > 0
      ? ask("GET", `/reports/${about.report.id}/tags?withdrawn=1&ids=${[...tags].join(",")}`).then(valueIn)
      : undefined,
    threads.size <= mostThreads ? Promise.all([...threads].map((id) => fetchThread(ask, id))) : [],
    some
      ? fetchReport(ask, {
          ...about,
          people: [],
          annotations: [],
          relations: [],
          ...(threads.size > mostThreads ? {} : { threads: [] }),
          ...(entities.size > 0 ? {} : { entities: [] }),
        })
      : nothingElse,
  ]);
  const seen = new Set<string>([...(ofTags?.annotations ?? []), ...(ofTags?.relations ?? [])].map(({ id }) => id));
  const found = ofThreads.flatMap((each) => (typeof each === "string" ? [] : [each]));
  const lost = ofThreads.flatMap((each) => (typeof each === "string" ? [each] : []));
  return {
    said: { ...rest, ...ofTags, threads: [...(rest.threads ?? []), ...found] },
    gone: [...[...tags].filter((id) => !seen.has(id)), ...lost],
  };
}

/** The thread, or its id when for this person there is none. */
async function fetchThread(ask: Ask, id: ThreadId): Promise<Thread | ThreadId> {
  const answer = await ask("GET", `/threads/${id}`);
  return !answer.ok && answer.problem.status === 404 ? id : valueIn(answer);
}
