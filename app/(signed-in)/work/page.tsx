import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { MyWorkPage } from "@/components/work/my-work-page";
import { translator } from "@/messages/translator";
import { now } from "@/server/clock";
import { readInbox } from "@/server/operations/inbox";
import { listProjects } from "@/server/operations/list-projects";
import { submittedCursorIn, workCursorIn } from "@/server/operations/page-cursor";
import { readMyWork } from "@/server/operations/read-my-work";
import { readMyQueue } from "@/server/operations/read-queue";

export const metadata: Metadata = { title: translator("work")("title") };

/** How many reports that wait for a reviewer are shown here; the queue shows the others. */
const REPORTS = 25;

const said: ReadonlySet<string> = new Set(["mentioned", "replied", "commented"]);

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await signedIn();
  const query = await searchParams;
  const after = workCursorIn(query["cursor"]);
  const submittedBefore = submittedCursorIn(query["submitted"]);
  const [work, projects, inbox, queue] = await Promise.all([
    shown(readMyWork(actor, { after, submittedBefore })),
    shown(listProjects(actor)),
    shown(readInbox(actor, { unread: true, limit: 50, before: undefined })),
    shown(readMyQueue(actor, { filters: {}, limit: REPORTS })),
  ]);
  return (
    <Frame>
      <MyWorkPage
        work={work}
        said={inbox.items.filter(({ kind }) => said.has(kind)).slice(0, 8)}
        deciding={queue}
        projects={projects.items}
        now={now().toISOString()}
        paged={after !== undefined || submittedBefore !== undefined}
      />
    </Frame>
  );
}
