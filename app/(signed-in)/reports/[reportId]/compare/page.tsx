import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { UserBar } from "@/app/(signed-in)/user-bar";
import { OpenComparison } from "@/components/compare/open-comparison";
import { AllWords } from "@/components/intl/words";
import { EmptyState } from "@/components/ui/empty-state";
import { refusalForComparison, refusalInProject, writingLayer } from "@/domain/access/policy";
import { ReportId } from "@/domain/ids";
import { joinBlocks } from "@/domain/text/blocks";
import { translator } from "@/messages/translator";
import { compareReport } from "@/server/operations/compare-report";
import { historyPosition } from "@/server/operations/follow";
import { listMembers } from "@/server/operations/list-members";
import { openReport } from "@/server/operations/open-report";
import { readCodebook } from "@/server/operations/read-codebook";
import { readProject } from "@/server/operations/read-project";

const t = translator("compare");

export const metadata: Metadata = { title: t("crumb") };

type Props = { params: Promise<{ reportId: string }> };

export default async function Page({ params }: Props) {
  const actor = await signedIn();
  const id = ReportId.safeParse((await params).reportId);
  if (!id.success) notFound();
  const { report, blocks, standing } = await shown(openReport(actor, id.data));
  if (standing.standing.mode === "shared") notFound();
  const refusal = refusalForComparison(actor, standing.standing, { deed: "compare", layersOpen: standing.layersOpen });
  if (refusal) {
    const { project } = await openProject(Promise.resolve({ projectId: report.projectId }));
    return (
      <InProject
        project={project}
        here={[{ label: report.title, href: `/reports/${report.id}` }, { label: t("crumb") }]}
      >
        <EmptyState title={t("closedTitle")}>{t("closed")}</EmptyState>
      </InProject>
    );
  }

  const [position, project, codebook, members, answer] = await Promise.all([
    historyPosition(actor),
    shown(readProject(actor, report.projectId)),
    shown(readCodebook(actor, report.projectId)),
    shown(listMembers(actor, report.projectId)),
    shown(compareReport(actor, id.data, { anonymous: false })),
  ]);
  const { text, ...withoutText } = report;
  const may = (deed: Parameters<typeof refusalInProject>[2]) =>
    !standing.closed && refusalInProject(actor, standing.standing, deed) === undefined;
  const { userId } = actor;
  const decides = may("merge-layers");

  return (
    <AllWords>
      <OpenComparison
        key={report.revisionId}
        open={{
          report: withoutText,
          blocks,
          tail: text.slice(joinBlocks(blocks, "").length),
          project: {
            id: project.id,
            name: project.name,
            languages: project.languages,
            mode: project.mode,
            twoPersonRule: project.twoPersonRule,
            codebookVersion: codebook.version,
            codebook,
            reasons: project.review.reasons,
          },
          people: members.items.map(({ userId: id, name, email }) => ({ id, name, email })),
          position,
          layer: writingLayer(userId, standing.standing),
          me: { id: userId, mayTag: decides, mayDecide: decides, mayDiscuss: may("discuss") },
        }}
        answer={answer}
        crumbs={[
          { label: project.name, href: `/projects/${project.id}` },
          { label: report.title, href: `/reports/${report.id}` },
          { label: t("crumb") },
        ]}
        user={<UserBar />}
      />
    </AllWords>
  );
}
