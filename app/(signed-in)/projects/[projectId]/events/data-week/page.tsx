import type { Metadata } from "next";
import { InProject, openProject, type Params } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { FridayPage } from "@/components/events/friday-page";
import { FridayQuery } from "@/domain/api/friday-query";
import { translator } from "@/messages/translator";
import { readFriday } from "@/server/operations/read-friday";
import { readEventWeek } from "@/server/operations/read-timeline";

const t = translator("events");

export const metadata: Metadata = { title: t("friday.title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { actor, project } = await openProject(params);
  const { day, by } = FridayQuery.catch({ day: undefined, by: "event" }).parse(await searchParams);
  const [week, history] = await Promise.all([
    shown(readFriday(actor, project.id, { day, by })),
    shown(readEventWeek(actor, project.id, day)),
  ]);
  const events = { label: t("title"), href: `/projects/${project.id}/events` };
  return (
    <InProject project={project} here={[events, { label: t("friday.title") }]}>
      <FridayPage key={`${week.from} ${by}`} project={project} week={week} history={history} />
    </InProject>
  );
}
