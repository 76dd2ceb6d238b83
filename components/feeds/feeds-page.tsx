"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { AddFeed } from "@/components/feeds/add-feed";
import { FeedDeeds } from "@/components/feeds/feed-deeds";
import { FeedOutcome } from "@/components/feeds/feed-result";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { Feed } from "@/domain/feed/feed";

/** Milliseconds between two looks while a feed is being read. */
const pause = 2000;

/** What a project is fed by, what came of it last, and when it is read next. */
export function FeedsPage({
  projectId,
  feeds,
  mayChange,
}: {
  projectId: string;
  feeds: readonly Feed[];
  mayChange: boolean;
}) {
  const t = useTranslations("feeds");
  const router = useRouter();
  const running = feeds.some(({ jobId }) => jobId !== undefined);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [running, router]);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="space-y-12">
        {feeds.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        ) : (
          <Table caption={t("caption")}>
            <TableHead>
              <Th>{t("name")}</Th>
              <Th>{t("last")}</Th>
              <Th from="md">{t("next")}</Th>
              <Th>
                <span className="sr-only">{t("deeds")}</span>
              </Th>
            </TableHead>
            <tbody>
              {feeds.map((feed) => (
                <Tr key={feed.id}>
                  <Td>
                    <RowLink href={`/projects/${projectId}/feeds/${feed.id}`} className="font-medium">
                      <bdi>{feed.name}</bdi>
                    </RowLink>
                    <p className="text-small break-all text-ink-3">
                      {t(`kinds.${feed.kind}`)} · <bdi>{feed.address}</bdi>
                    </p>
                  </Td>
                  <Td>
                    <FeedOutcome feed={feed} />
                  </Td>
                  <Td from="md" className="text-small text-ink-2">
                    {feed.nextAt === undefined ? t("paused") : <When value={feed.nextAt} time />}
                  </Td>
                  <Td className="text-end">
                    <div className="relative">{mayChange ? <FeedDeeds feed={feed} /> : null}</div>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
        {mayChange ? <AddFeed projectId={projectId} /> : null}
      </div>
    </Page>
  );
}
