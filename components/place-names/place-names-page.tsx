"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useLooking } from "@/components/jobs/use-jobs";
import { AddFile } from "@/components/place-names/add-file";
import { FileRow } from "@/components/place-names/file-row";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Th } from "@/components/ui/table";
import { isOver } from "@/domain/job/job-values";
import type { PlaceNameFile } from "@/domain/job/place-name-file";

/** The files from GeoNames and the tables of P-codes that admins added to the gazetteer, as they are read. */
export function PlaceNamesPage({
  files: first,
  attribution,
}: {
  files: readonly PlaceNameFile[];
  attribution: string;
}) {
  const t = useTranslations("people.placeNames");
  const ask = useAsk();
  const [files, setFiles] = useState(first);
  useLooking(
    files.some(({ job }) => !isOver(job)),
    () => ask("GET", "/place-name-files"),
    ({ items }) => setFiles(items),
  );
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p className="mb-2 max-w-3xl text-small text-ink-2">{t("where")}</p>
      <p className="mb-6 max-w-3xl text-small text-ink-2">{t("codes")}</p>
      <AddFile onAdded={(file) => setFiles([file, ...files])} />
      {files.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <Table caption={t("caption")}>
          <TableHead>
            <Th>{t("file")}</Th>
            <Th from="md">{t("by")}</Th>
            <Th>{t("records")}</Th>
            <Th>{t("state")}</Th>
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          </TableHead>
          <tbody>
            {files.map((file) => (
              <FileRow
                key={file.id}
                file={file}
                onJob={(job) => setFiles(files.map((each) => (each.id === file.id ? { ...each, job } : each)))}
                onRemoved={() => setFiles(files.filter(({ id }) => id !== file.id))}
              />
            ))}
          </tbody>
        </Table>
      )}
      <p className="mt-6 text-small text-ink-3">{attribution}</p>
    </Page>
  );
}
