"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { FeedOutcome } from "@/components/feeds/feed-result";
import { Page } from "@/components/shell/page";
import { Paging, pageAt } from "@/components/ui/paging";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { Feed, FeedItem } from "@/domain/feed/feed";

/** One feed with what it brought, or tried to. */
export function FeedPage({
  feed,
  items,
  next,
  paged,
}: {
  feed: Feed;
  items: readonly FeedItem[];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** This is not the first page. */
  paged: boolean;
}) {
  const t = useTranslations("feeds");
  const base = `/projects/${feed.projectId}/feeds/${feed.id}`;
  return (
    <Page title={<bdi>{feed.name}</bdi>} lead={`${t(`kinds.${feed.kind}`)} · ${feed.address}`}>
      <div className="space-y-6">
        <FeedOutcome feed={feed} />
        <div>
          <h2 className="headline text-lead">{t("items")}</h2>
          <p className="text-small text-ink-3">{t("itemsLead")}</p>
        </div>
        {items.length === 0 ? <p>{t("noItems")}</p> : <Items items={items} />}
      </div>
      <Paging label={t("pages")} first={paged ? base : undefined} next={next && pageAt(base, next)} byTime />
    </Page>
  );
}

function Items({ items }: { items: readonly FeedItem[] }) {
  const t = useTranslations("feeds");
  return (
    <Table caption={t("itemsCaption")}>
      <TableHead>
        <Th>{t("item")}</Th>
        <Th>{t("outcome")}</Th>
        <Th from="md">{t("fetched")}</Th>
      </TableHead>
      <tbody>
        {items.map(({ key, title, address, outcome, reason, reportId, fetchedAt, changedAt }) => (
          <Tr key={key}>
            <Td>
              {reportId ? (
                <Link href={`/reports/${reportId}`} className="link font-medium">
                  <bdi>{title}</bdi>
                </Link>
              ) : (
                <bdi className="font-medium">{title || key}</bdi>
              )}
              <p className="text-small break-all text-ink-3">
                <bdi>{address ?? key}</bdi>
              </p>
            </Td>
            <Td className="text-small">
              {t(`outcomes.${outcome}`)}
              {reason ? <p className="text-ink-2">{reason}</p> : null}
            </Td>
            <Td from="md" className="text-small text-ink-2">
              <When value={changedAt ?? fetchedAt} time />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
