import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { queueFiltersIn } from "@/app/(signed-in)/queue/queue-filters";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { QueuePage } from "@/components/queue/queue-page";
import { translator } from "@/messages/translator";
import { now } from "@/server/clock";
import { myQueueCursorIn } from "@/server/operations/page-cursor";
import { readMyQueue } from "@/server/operations/read-queue";

const t = translator("queue");

export const metadata: Metadata = { title: t("allTitle") };

const ROWS_A_PAGE = 25;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await signedIn();
  const query = await searchParams;
  const filters = queueFiltersIn(query);
  const cursor = myQueueCursorIn(query["cursor"]);
  const page = await shown(readMyQueue(actor, { filters, limit: ROWS_A_PAGE, cursor }));
  return (
    <Frame crumbs={[{ label: t("allTitle") }]}>
      <QueuePage
        rows={page.items}
        next={page.next}
        paged={cursor !== undefined}
        filters={filters}
        now={now().toISOString()}
      />
    </Frame>
  );
}
