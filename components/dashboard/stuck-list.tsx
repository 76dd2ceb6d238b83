"use client";

import { useTranslations } from "use-intl";
import { RowLink, Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { Stuck } from "@/domain/dashboard/dashboard";

/** What has not moved, each one click from the place where it can be moved. */
export function StuckList({ stuck }: { stuck: readonly Stuck[] }) {
  const t = useTranslations("dashboard");
  return (
    <section aria-labelledby="stuck">
      <h2 id="stuck" className="headline text-title">
        {t("stuck")}
      </h2>
      {stuck.length === 0 ? (
        <p className="mt-1 text-ink-2">{t("nothingStuck")}</p>
      ) : (
        <>
          <p className="mt-1 mb-4 text-small text-ink-2">{t("stuckLead")}</p>
          <Table caption={t("stuck")}>
            <TableHead>
              <Th>{t("report")}</Th>
              <Th from="sm">{t("whatIs")}</Th>
              <Th numeric>{t("since")}</Th>
            </TableHead>
            <tbody>
              {stuck.map(({ what, reportId, title, since, count, tagId, threadId, userId, name }) => (
                <Tr key={`${what} ${reportId} ${userId ?? threadId ?? ""}`}>
                  <Td>
                    <RowLink href={`/reports/${reportId}${placeOf(tagId, threadId)}`}>
                      <bdi>{title}</bdi>
                    </RowLink>
                    <span className="block text-ink-2 sm:hidden">{t(`what.${what}`, { count, name: name ?? "" })}</span>
                  </Td>
                  <Td from="sm" className="text-ink-2">
                    {t(`what.${what}`, { count, name: name ?? "" })}
                  </Td>
                  <Td numeric className="whitespace-nowrap text-ink-2">
                    <When value={since} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}

function placeOf(tag: string | undefined, thread: string | undefined): string {
  if (tag) return `?tag=${tag}`;
  return thread ? `?thread=${thread}` : "";
}
