"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { EventTypesEditor } from "@/components/codebook/event-types-editor";
import { LabelsEditor } from "@/components/codebook/labels-editor";
import { MoveTags } from "@/components/codebook/move-tags";
import { RelationTypesEditor } from "@/components/codebook/relation-types-editor";
import { ReportFieldsEditor } from "@/components/codebook/report-fields-editor";
import { SaveBar } from "@/components/codebook/save-bar";
import { SaveDialog } from "@/components/codebook/save-dialog";
import { TakeIn } from "@/components/codebook/take-in";
import { useDraft } from "@/components/codebook/use-draft";
import { type Versions, VersionsList } from "@/components/codebook/versions-list";
import { Page } from "@/components/shell/page";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import { Tabs } from "@/components/ui/tabs";
import type { VersionedCodebook } from "@/domain/codebook/codebook";
import { type CodebookPart, codebookParts } from "@/domain/codebook/codebook-values";
import type { CodebookMigration } from "@/domain/codebook/migration";
import type { Project } from "@/domain/project/project";

type Props = {
  project: Pick<Project, "id" | "mode">;
  codebook: VersionedCodebook;
  versions: Versions;
  migrations: readonly CodebookMigration[];
  mayChange: boolean;
};

/** What may be tagged in a project: everybody reads it, its editors change it, version by version. */
export function CodebookPage({ project, codebook, versions, migrations, mayChange }: Props) {
  const t = useTranslations("codebook");
  const [saving, setSaving] = useState(false);
  const editing = useDraft(project.id, codebook);
  const { base, draft, change, differences } = editing;
  const parts = editorsOf(editing, mayChange);

  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Downloads project={project} />
          {mayChange ? <TakeIn projectId={project.id} base={base} onTake={change} /> : null}
        </>
      }
      lead={`${t("lead", { version: base.version })}${mayChange ? "" : ` ${t("readOnly")}`}`}
    >
      <Tabs
        label={t("tabs")}
        tabs={[
          ...codebookParts.map((part) => ({
            value: part,
            label: `${t(part)} (${draft[part].length})`,
            content: (
              <section aria-label={t(part)} className="flex flex-col gap-3">
                <p className="text-small text-ink-2">{t(`${part}Lead`)}</p>
                {parts[part]}
              </section>
            ),
          })),
          ...(mayChange
            ? [
                {
                  value: "move",
                  label: t("moveTags"),
                  content: (
                    <MoveTags
                      projectId={project.id}
                      codebook={base}
                      migrations={migrations}
                      blind={project.mode === "independent"}
                    />
                  ),
                },
              ]
            : []),
          {
            value: "versions",
            label: t("versions"),
            content: <VersionsList key={base.version} projectId={project.id} codebook={base} first={versions} />,
          },
        ]}
      />
      {mayChange ? <SaveBar editing={editing} onSave={() => setSaving(true)} /> : null}
      {saving ? (
        <SaveDialog
          projectId={project.id}
          base={base}
          draft={draft}
          differences={differences}
          blind={project.mode === "independent"}
          sending={editing.sending}
          onClose={() => setSaving(false)}
          onSave={async () => {
            await editing.save();
            setSaving(false);
          }}
        />
      ) : null}
    </Page>
  );
}

function Downloads({ project }: { project: Pick<Project, "id"> }) {
  const t = useTranslations("codebook");
  return (
    <>
      <a href={`/api/v1/projects/${project.id}/codebook/file`} download className={buttonLook("plain", "medium")}>
        <Icon name="download" />
        {t("download")}
      </a>
      <a
        href={`/api/v1/projects/${project.id}/codebook/file?format=qdc`}
        download
        className={buttonLook("plain", "medium")}
      >
        <Icon name="download" />
        {t("downloadQdc")}
      </a>
    </>
  );
}

/** The editor of each part of a codebook. */
function editorsOf({ base, draft, change }: ReturnType<typeof useDraft>, mayChange: boolean) {
  return {
    labels: (
      <LabelsEditor
        labels={draft.labels}
        saved={base.labels}
        mayChange={mayChange}
        onChange={(labels) => change({ labels })}
      />
    ),
    relationTypes: (
      <RelationTypesEditor
        relationTypes={draft.relationTypes}
        labels={draft.labels}
        saved={base.relationTypes}
        mayChange={mayChange}
        onChange={(relationTypes) => change({ relationTypes })}
      />
    ),
    eventTypes: (
      <EventTypesEditor
        eventTypes={draft.eventTypes}
        mayChange={mayChange}
        onChange={(eventTypes) => change({ eventTypes })}
      />
    ),
    reportFields: (
      <ReportFieldsEditor
        fields={draft.reportFields}
        saved={base.reportFields}
        mayChange={mayChange}
        onChange={(reportFields) => change({ reportFields })}
      />
    ),
  } satisfies Record<CodebookPart, unknown>;
}
