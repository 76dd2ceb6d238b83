import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Frame } from "@/app/(signed-in)/frame";
import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { UserBar } from "@/app/(signed-in)/user-bar";
import { CompareLink } from "@/components/compare/compare-link";
import { DeletedReport } from "@/components/erasing/deleted-report";
import { ProtectedPaper } from "@/components/protection/protected-paper";
import { spansIn } from "@/components/reader/address";
import { OpenReader } from "@/components/reader/open-reader";
import type { Target } from "@/components/reader/use-target";
import { WorkBar } from "@/components/reader/work/work-bar";
import type { WorkHere } from "@/components/reader/work/work-context";
import { WorkNotice } from "@/components/reader/work/work-notice";
import { refusalForComparison, refusalInProject, writingLayer } from "@/domain/access/policy";
import type { Assignment } from "@/domain/assignment/assignment";
import { isIn } from "@/domain/assignment/machine";
import { ReportId, TagId, ThreadId, type UserId } from "@/domain/ids";
import type { Member, Project } from "@/domain/project/project";
import { countsOwn } from "@/domain/review/counting";
import { joinBlocks } from "@/domain/text/blocks";
import { translator } from "@/messages/translator";
import { readTombstone } from "@/server/operations/erase";
import { historyPosition } from "@/server/operations/follow";
import { listAssignments } from "@/server/operations/list-assignments";
import { listMembers } from "@/server/operations/list-members";
import { openReport } from "@/server/operations/open-report";
import { isPrintedAsItIs } from "@/server/operations/protect/printed-as-it-is";
import { readCodebook } from "@/server/operations/read-codebook";
import { readProject } from "@/server/operations/read-project";

type Props = { params: Promise<{ reportId: string }>; searchParams: Query };

/** The report of an address, asked once for the page and its title. */
const reportAt = cache(async (reportId: string) => {
  const actor = await signedIn();
  const id = ReportId.safeParse(reportId);
  if (!id.success) notFound();
  const opened = await openReport(actor, id.data);
  const stone = opened.ok ? undefined : await readTombstone(actor, id.data);
  return stone?.ok ? { stone: stone.value } : { actor, ...(await shown(opened)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const at = await reportAt((await params).reportId);
  return { title: "stone" in at ? at.stone.title : at.report.title };
}

export default async function Page({ params, searchParams }: Props) {
  const at = await reportAt((await params).reportId);
  if ("stone" in at) {
    return (
      <Frame>
        <DeletedReport stone={at.stone} />
      </Frame>
    );
  }
  const { actor, report, blocks, standing } = at;
  const [position, project, codebook, members, work, plain] = await Promise.all([
    historyPosition(actor),
    shown(readProject(actor, report.projectId)),
    shown(readCodebook(actor, report.projectId)),
    shown(listMembers(actor, report.projectId)),
    listAssignments(actor, report.id),
    isPrintedAsItIs(actor, standing.standing, report.projectId),
  ]);
  const { text, ...withoutText } = report;
  const may = (deed: Parameters<typeof refusalInProject>[2]) =>
    !standing.closed && refusalInProject(actor, standing.standing, deed) === undefined;
  const { userId } = actor;
  const assignments = work.ok ? work.value.items : [];
  const own = assignments.find((each) => each.userId === userId);
  const handedIn = own !== undefined && isIn(own.state) && project.mode === "independent";

  const blind = countsOwn(standing.standing, standing.layersOpen);
  const here = workHere({ assignments, project, blind, members, userId, may });

  const comparing = { deed: "compare" as const, layersOpen: standing.layersOpen };
  const comparable =
    standing.standing.mode === "independent" && !refusalForComparison(actor, standing.standing, comparing);

  return (
    <OpenReader
      key={`${report.revisionId} ${handedIn}`}
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
          externalAuthors: members.external,
        },
        people: members.items.map(({ userId: id, name, email }) => ({ id, name, email })),
        position,
        layer: writingLayer(userId, standing.standing),
        me: { id: userId, mayTag: may("tag") && !handedIn, mayDecide: may("decide"), mayDiscuss: may("discuss") },
      }}
      crumbs={[
        { label: translator("projects")("title"), href: "/projects" },
        { label: project.name, href: `/projects/${project.id}` },
        { label: report.title },
      ]}
      guidelines={project.guidelinesProse}
      work={here}
      user={<UserBar />}
      target={{ ...(own && !handedIn && { readTo: own.readTo }), ...targetOf(await searchParams) }}
      actions={
        <>
          {comparable ? <CompareLink reportId={report.id} /> : null}
          <WorkBar {...here} />
        </>
      }
      notice={<WorkNotice own={own} />}
      paper={plain ? null : <ProtectedPaper />}
    />
  );
}

/** The work on this report, and what this person may do about it. */
function workHere({
  assignments,
  project,
  blind,
  members,
  userId,
  may,
}: {
  assignments: readonly Assignment[];
  project: Pick<Project, "practice">;
  blind: boolean;
  members: { items: readonly Member[] };
  userId: UserId;
  may: (deed: Parameters<typeof refusalInProject>[2]) => boolean;
}): WorkHere {
  return {
    assignments,
    practice: project.practice,
    blind,
    colleagues: members.items
      .filter((member) => member.role !== "reader" && member.userId !== userId)
      .map((member) => ({ id: member.userId, name: member.name })),
    may: {
      work: may("do-work"),
      review: may("review-work"),
      triage: may("triage"),
      close: may("close-report"),
    },
  };
}

/** What `?tag=`, `?thread=` and `?at=` point at, whether `?review=` begins a review and `?original=` shows the original. */
function targetOf(query: Awaited<Query>): Target {
  const tag = TagId.safeParse(query["tag"]);
  const thread = ThreadId.safeParse(query["thread"]);
  const at = spansIn(query["at"]);
  const revision = Number(query["revision"]);
  return {
    ...(at ? { at } : {}),
    ...(Number.isSafeInteger(revision) && revision > 0 ? { revision } : {}),
    ...(tag.success ? { tag: tag.data } : {}),
    ...(thread.success ? { thread: thread.data } : {}),
    ...(query["review"] ? { review: true } : {}),
    ...(query["original"] ? { original: true } : {}),
  };
}
