import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { TimelinePage } from "@/components/timeline/timeline-page";
import { TimelineQuery } from "@/domain/api/timeline-query";
import { translator } from "@/messages/translator";
import { readCodebook } from "@/server/operations/read-codebook";
import { readTimeline } from "@/server/operations/read-timeline";

const t = translator("timeline");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const given = await searchParams;
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const asked = TimelineQuery.safeParse(filled);
  const { states, ...wish } = asked.success ? asked.data : TimelineQuery.parse({});
  const [timeline, { eventTypes }] = await Promise.all([
    shown(readTimeline(actor, project.id, { ...wish, states })),
    shown(readCodebook(actor, project.id)),
  ]);
  const { place = "", actor: who = "", type = "", source = "", from = "", to = "", by } = wish;
  const state = states.length === 1 ? states[0] : "current";
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <TimelinePage
        project={project}
        timeline={timeline}
        types={eventTypes}
        narrowed={{ place, actor: who, type, source, from, to, by, state }}
      />
    </InProject>
  );
}
