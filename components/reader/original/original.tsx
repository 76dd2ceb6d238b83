"use client";

import { useTranslations } from "use-intl";
import { Pages } from "@/components/reader/original/pages";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { Report } from "@/domain/report/report";

/** The file that a report came as, beside its text: pages of a PDF as pictures, others to be downloaded. */
export function Original({
  report: { id, title, original },
  onClose,
}: {
  report: Pick<Report, "id" | "title" | "original">;
  onClose: () => void;
}) {
  const t = useTranslations("reader");
  const address = `/api/v1/reports/${id}/original`;
  return (
    <div className="flex flex-col bg-inherit pb-10 text-small">
      <div className="sticky inset-bs-0 z-10 flex items-start gap-2 border-b border-line bg-inherit px-4 py-3">
        <div className="min-w-0 grow">
          <h2 className="headline text-base">{t("bar.original")}</h2>
          <p className="break-words text-ink-2">
            <bdi>{original.fileName ?? title}</bdi>
            {" · "}
            <a href={address} download className="link">
              {t("original.download")}
            </a>
          </p>
        </div>
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("original.close")}
          icon={<Icon name="close" />}
          onClick={onClose}
        />
      </div>
      {original.mediaType === "application/pdf" ? (
        <Pages address={address} />
      ) : (
        <p className="px-4 pt-3 text-ink-2">{t(original.fileName ? "original.notShown" : "original.asText")}</p>
      )}
    </div>
  );
}
