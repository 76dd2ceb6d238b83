import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ReportsPage } from "@/components/reports/reports-page";
import { refusalInProject } from "@/domain/access/policy";
import { ReportFilters } from "@/domain/report/report";
import { usualColumns, usualSort } from "@/domain/report/sorting";
import { now } from "@/server/clock";
import { listMembers } from "@/server/operations/list-members";
import { listReports, reportFilterChoices } from "@/server/operations/list-reports";
import { tableCursorIn } from "@/server/operations/page-cursor";
import { readCodebook } from "@/server/operations/read-codebook";
import { readTablePreference } from "@/server/operations/read-preferences";

type Props = { params: Params; searchParams: Query };

const ROWS_A_PAGE = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openProject(params)).project.name };
}

export default async function Page({ params, searchParams }: Props) {
  const { actor, project } = await openProject(params);
  const query = await searchParams;
  const likes = await shown(readTablePreference(actor));
  const filters = narrowedBy(query);
  const sort = filters.sort ?? likes.sort ?? usualSort;
  const after = tableCursorIn(query["cursor"]);
  const [page, choices, members, { reportFields }] = await Promise.all([
    shown(listReports(actor, { projectId: project.id, filters: { ...filters, sort }, limit: ROWS_A_PAGE, after })),
    shown(reportFilterChoices(actor, project.id)),
    shown(listMembers(actor, project.id)),
    shown(readCodebook(actor, project.id)),
  ]);
  return (
    <InProject project={project}>
      <ReportsPage
        project={project}
        rows={page.items}
        next={page.next}
        paged={after !== undefined}
        filters={filters}
        choices={{
          ...choices,
          fields: reportFields,
          people: members.items
            .filter(({ role }) => role !== "reader")
            .map((member) => ({ id: member.userId, name: member.name })),
        }}
        shown={{ columns: likes.columns ?? usualColumns, sort }}
        today={now().toISOString().slice(0, 10)}
        may={{
          import: refusalInProject(actor, project, "import") === undefined,
          triage: refusalInProject(actor, project, "triage") === undefined,
          assign: refusalInProject(actor, project, "assign") === undefined,
        }}
      />
    </InProject>
  );
}

/** The filters in the address; one that makes no sense narrows nothing. */
function narrowedBy(query: Awaited<Query>): ReportFilters {
  const { state, outlet, language, from, to, q, field, fieldValue, assignee, due, priority, archived, sort } =
    ReportFilters.shape;
  return {
    state: state.catch(undefined).parse(query["state"]),
    outlet: outlet.catch(undefined).parse(query["outlet"]),
    language: language.catch(undefined).parse(query["language"]),
    from: from.catch(undefined).parse(query["from"]),
    to: to.catch(undefined).parse(query["to"]),
    q: q.catch(undefined).parse(query["q"] || undefined),
    field: field.catch(undefined).parse(query["field"] || undefined),
    fieldValue: fieldValue.catch(undefined).parse(query["fieldValue"] || undefined),
    assignee: assignee.catch(undefined).parse(query["assignee"]),
    due: due.catch(undefined).parse(query["due"]),
    archived: archived.catch(undefined).parse(query["archived"] || undefined),
    sort: sort.catch(undefined).parse(query["sort"]),
    priority: query["priority"] ? priority.catch(undefined).parse(query["priority"]) : undefined,
  };
}
