import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { OutcomesPage } from "@/components/outcomes/outcomes-page";
import { ReportId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { openReport } from "@/server/operations/open-report";
import { tagCursorIn } from "@/server/operations/page-cursor";
import { listEntities } from "@/server/operations/read-entities";
import { readOutcomes } from "@/server/operations/read-outcomes";

const t = translator("outcomes");

export const metadata: Metadata = { title: t("title") };

const TAGS_A_PAGE = 200;
const NAMES = 1000;

type Props = { params: Promise<{ reportId: string }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report } = await shown(openReport(actor, id.data));
  const { project } = await openProject(Promise.resolve({ projectId: report.projectId }));
  const after = tagCursorIn((await searchParams)["cursor"]);
  const [{ items, next }, members, entities] = await Promise.all([
    shown(readOutcomes(actor, id.data, { after, limit: TAGS_A_PAGE })),
    shown(listMembers(actor, project.id)),
    shown(listEntities(actor, { projectId: project.id, q: "", after: undefined, limit: NAMES })),
  ]);
  const names = Object.fromEntries([
    ...members.items.map(({ userId, name }) => [userId, name]),
    ...entities.items.map((entity) => [entity.id, entity.name]),
  ]);
  return (
    <InProject project={project} here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("title") }]}>
      <OutcomesPage
        report={{ id: report.id, title: report.title, language: report.language }}
        outcomes={items}
        names={names}
        next={next}
        paged={after !== undefined}
      />
    </InProject>
  );
}
