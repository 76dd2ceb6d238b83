import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { MyWorkPage } from "@/components/work/my-work-page";
import { translator } from "@/messages/translator";
import { now } from "@/server/clock";
import { readInbox } from "@/server/operations/inbox";
import { listProjects } from "@/server/operations/list-projects";
import { readMyWork } from "@/server/operations/read-my-work";
import { readMyQueue } from "@/server/operations/read-queue";

export const metadata: Metadata = { title: translator("work")("title") };

/** How many reports that wait for a decision are shown here. */
const REPORTS = 5;

const said: ReadonlySet<string> = new Set(["mentioned", "replied", "commented"]);

export default async function Page() {
  const actor = await signedIn();
  const [work, projects, inbox, queue] = await Promise.all([
    shown(readMyWork(actor)),
    shown(listProjects(actor)),
    shown(readInbox(actor, { unread: true, limit: 50, before: undefined })),
    shown(readMyQueue(actor, { filters: {}, limit: REPORTS })),
  ]);
  return (
    <Frame>
      <MyWorkPage
        work={work}
        said={inbox.items.filter(({ kind }) => said.has(kind)).slice(0, 8)}
        deciding={queue.items}
        projects={projects.items}
        today={now().toISOString().slice(0, 10)}
      />
    </Frame>
  );
}
