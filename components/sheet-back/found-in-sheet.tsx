"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { BothValues } from "@/components/sheet-back/both-values";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { SheetCheck } from "@/domain/event/sheet-back/back";

const figures = ["changed", "meanwhile", "legacy", "known", "unchanged", "setAside"] as const;

/** What a sheet would do: in figures, change by change, and row by row what is set aside. */
export function FoundInSheet({ check, projectId }: { check: SheetCheck; projectId: string }) {
  const t = useTranslations("sheetBack");
  const format = useFormatter();
  const { changes, setAside, locked, strangeTypes } = check;
  return (
    <section aria-labelledby="found" className="space-y-6">
      <h2 id="found" className="headline text-lead">
        {t("found", { file: check.file, rows: check.rows })}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
        {figures.map((each) => (
          <div key={each}>
            <dt className="text-small text-ink-2">{t(`counts.${each}`)}</dt>
            <dd className="text-title tabular-nums">{format.number(check.counts[each])}</dd>
          </div>
        ))}
      </dl>
      {locked.length > 0 ? (
        <p className="text-small">{t("locked", { columns: locked.map((each) => t("lockedOne", each)).join(", ") })}</p>
      ) : null}
      {strangeTypes.length > 0 ? (
        <p className="text-small">{t("strangeTypes", { types: strangeTypes.join(", ") })}</p>
      ) : null}
      {changes.count > 0 ? (
        <div>
          <h3 className="mb-2 font-medium">{t("changes", { count: changes.count })}</h3>
          <Table caption={t("changes", { count: changes.count })}>
            <TableHead>
              <Th>{t("review.event")}</Th>
              <Th>{t("review.here")}</Th>
              <Th>{t("review.sheet")}</Th>
            </TableHead>
            <tbody>
              {changes.examples.map((change) => (
                <Tr key={`${change.row} ${change.field}`}>
                  <Td>
                    <Link
                      prefetch={false}
                      href={`/projects/${projectId}/events/${change.eventId}`}
                      dir="auto"
                      className="link block"
                    >
                      {change.title}
                    </Link>
                    <span className="text-ink-3">{t("row", { row: change.row })}</span>
                  </Td>
                  <BothValues {...change} />
                </Tr>
              ))}
            </tbody>
          </Table>
          {changes.count > changes.examples.length ? (
            <p className="mt-2 text-small text-ink-3">{t("first", { count: changes.examples.length })}</p>
          ) : null}
        </div>
      ) : null}
      {setAside.count > 0 ? (
        <div>
          <h3 className="font-medium">{t("aside", { count: setAside.count })}</h3>
          <p className="text-small text-ink-3">{t("asideLead")}</p>
          <ul className="mt-2 divide-y divide-line text-small">
            {setAside.examples.map(({ row, reason }) => (
              <li key={row} className="grid gap-x-4 py-2 sm:grid-cols-[6rem_1fr]">
                <span className="text-ink-3 tabular-nums">{t("row", { row })}</span>
                <span className="break-words">{reason}</span>
              </li>
            ))}
          </ul>
          {setAside.count > setAside.examples.length ? (
            <p className="mt-2 text-small text-ink-3">{t("first", { count: setAside.examples.length })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
