"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { choiceOf, queryOf } from "@/components/export/choice";
import { ExportChoices } from "@/components/export/export-choices";
import { type ExportPath, ExportPreview } from "@/components/export/export-preview";
import { Page } from "@/components/shell/page";
import type { Menu, UsualExport } from "@/domain/formats/menu";

/** Chooses what leaves the house and in which form, and says before the download what it will and will not carry. */
export function ExportPage({
  name,
  path,
  formats,
  labels = [],
  usual = null,
}: {
  /** What is exported: a project's or report's name. */
  name: string;
  /** The API's address of it, such as /projects/{id}/export. */
  path: ExportPath;
  /** What there is to choose from; the first one is chosen where nothing was exported yet. */
  formats: Menu;
  /** The labels that the project adds to the three core kinds. */
  labels?: readonly { slug: string; name: string }[];
  /** What was exported of the project last. */
  usual?: UsualExport | null;
}) {
  const t = useTranslations("export");
  const [choice, setChoice] = useState(() => choiceOf(formats, usual));
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <ExportChoices choice={choice} formats={formats} labels={labels} onChange={setChoice} />
        <ExportPreview
          key={queryOf(choice)}
          name={name}
          path={path}
          choice={choice}
          onOfferAll={() => setChoice({ ...choice, states: "all" })}
        />
      </div>
    </Page>
  );
}
