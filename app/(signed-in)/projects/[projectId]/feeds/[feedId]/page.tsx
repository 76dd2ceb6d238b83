import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { FeedPage } from "@/components/feeds/feed-page";
import { refusalInProject } from "@/domain/access/policy";
import { FeedId } from "@/domain/ids";
import { translator } from "@/messages/translator";
import { listFeedItems, readFeedNow } from "@/server/operations/feeds";
import { feedItemCursorIn } from "@/server/operations/page-cursor";

const t = translator("feeds");

export const metadata: Metadata = { title: t("title") };

type Params = Promise<{ projectId: string; feedId: string }>;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const id = FeedId.safeParse((await params).feedId);
  if (!id.success || refusalInProject(actor, project, "see-jobs")) notFound();
  const after = feedItemCursorIn((await searchParams)["cursor"]);
  const [feed, { items, next }] = await Promise.all([
    shown(readFeedNow(actor, { projectId: project.id, id: id.data })),
    shown(listFeedItems(actor, project.id, { id: id.data, outcome: undefined, after, limit: 50 })),
  ]);
  return (
    <InProject
      project={project}
      here={[{ label: t("title"), href: `/projects/${project.id}/feeds` }, { label: feed.name }]}
    >
      <FeedPage feed={feed} items={items} next={next} paged={after !== undefined} />
    </InProject>
  );
}
