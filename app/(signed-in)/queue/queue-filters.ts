import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { QueueFilters } from "@/domain/review/queue";

/** The filters in the address; one that makes no sense narrows nothing. */
export function queueFiltersIn(query: Awaited<Query>): QueueFilters {
  const { person, kind, origin, days, checkWorthy } = QueueFilters.shape;
  const said = (name: string) => (query[name] === "" ? undefined : query[name]);
  return {
    person: person.catch(undefined).parse(said("person")),
    kind: kind.catch(undefined).parse(said("kind")),
    origin: origin.catch(undefined).parse(said("origin")),
    days: days.catch(undefined).parse(said("days")),
    checkWorthy: checkWorthy.catch(undefined).parse(said("checkWorthy")),
  };
}
