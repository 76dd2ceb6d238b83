import "server-only";
import { ActivityFilters } from "@/domain/api/activity-filters";
import { ActivityQuery } from "@/server/http/paging";

type Query = Record<string, string | string[] | undefined>;

/** What an activity page's address asks for; what makes no sense narrows nothing. */
export function activityAsked(query: Query) {
  const { by, kind, report, from, to } = ActivityFilters.shape;
  const filters = {
    by: by.catch(undefined).parse(query["by"] || undefined),
    kind: kind.catch(undefined).parse(query["kind"] || undefined),
    report: report.catch(undefined).parse(query["report"] || undefined),
    from: from.catch(undefined).parse(query["from"] || undefined),
    to: to.catch(undefined).parse(query["to"] || undefined),
  };
  const known = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const asked = ActivityQuery.safeParse({ ...known, cursor: query["cursor"] });
  return { paging: asked.success ? asked.data : ActivityQuery.parse(known), narrowed: filters };
}
