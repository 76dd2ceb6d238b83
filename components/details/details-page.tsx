"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { CopiesOfReport } from "@/components/copies/copies-of-report";
import type { DetailsMay } from "@/components/details/details-may";
import { FieldsForm } from "@/components/details/fields-form";
import { FromFeed } from "@/components/details/from-feed";
import { NoticeForm } from "@/components/details/notice-form";
import { OriginalFile } from "@/components/details/original-file";
import { PlanForm } from "@/components/details/plan-form";
import { ProvenanceForm } from "@/components/details/provenance-form";
import { TriageForm } from "@/components/details/triage-form";
import { WorkTable } from "@/components/details/work-table";
import { PutAway } from "@/components/erasing/put-away";
import { PermittedUseSection } from "@/components/protection/permitted-use-section";
import { ProtectedPassages } from "@/components/protection/protected-passages";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import type { Assignment } from "@/domain/assignment/assignment";
import type { ReportField } from "@/domain/codebook/codebook";
import type { Copy } from "@/domain/copies/copy";
import type { ReportNotice } from "@/domain/event/evidence";
import type { FeedOrigin } from "@/domain/feed/feed";
import type { Member } from "@/domain/project/project";
import type { ProtectedThing } from "@/domain/protection/permitted-use";
import type { Report } from "@/domain/report/report";

interface DetailsParts {
  report: Omit<Report, "text">;
  /** The report fields of the codebook in force. */
  fields: readonly ReportField[];
  /** The title of the report that this one duplicates. */
  original: string | undefined;
  /** What happened to it after it was published. */
  notice: ReportNotice | undefined;
  /** What was said of what may leave of it and of passages in it; undefined for those who may not see that. */
  permitted: readonly ProtectedThing[] | undefined;
  /** What it is, or may be, a copy of, and what copies it. */
  copies: readonly Copy[];
  /** The feed that brought it, if one did. */
  origin: FeedOrigin | undefined;
  assignments: readonly Assignment[];
  members: readonly Member[];
  me: string;
  /** False for blind analysts, who see only themselves. */
  everybody: boolean;
  may: DetailsMay;
}

/** Everything about a report that is not on its text: who works on it, what it is worth, where it comes from. */
export function DetailsPage({
  report,
  fields,
  original,
  notice,
  permitted,
  copies,
  origin,
  assignments,
  members,
  me,
  everybody,
  may,
}: DetailsParts) {
  const t = useTranslations("details");
  return (
    <Page
      narrow
      title={<span lang={report.language}>{report.title}</span>}
      lead={t("title")}
      actions={<ButtonLink href={`/reports/${report.id}`}>{t("toReport")}</ButtonLink>}
    >
      <div className="space-y-12">
        {may.work ? (
          <Section id="work" title={t("work")} lead={everybody ? t("workLead") : t("workBlind")}>
            <WorkTable
              report={report}
              assignments={assignments}
              members={members}
              me={me}
              may={may}
              everybody={everybody}
            />
          </Section>
        ) : null}
        <Section id="plan" title={t("plan")}>
          <TriageForm report={report} original={original} mayTriage={may.triage} />
          <PlanForm report={report} mayChange={may.change} />
        </Section>
        {fields.some(({ slug, retired }) => !retired || report.fields?.[slug] !== undefined) ? (
          <Section id="fields" title={t("fields")} lead={may.change ? t("fieldsLead") : t("onlyEditors")}>
            <FieldsForm report={report} fields={fields} mayChange={may.change} />
          </Section>
        ) : null}
        <Section id="provenance" title={t("provenance")} lead={may.change ? t("provenanceLead") : t("onlyEditors")}>
          <ProvenanceForm report={report} mayChange={may.change} />
        </Section>
        <CopiesOfReport projectId={report.projectId} reportId={report.id} copies={copies} />
        {origin ? <FromFeed origin={origin} /> : null}
        <NoticeForm key={JSON.stringify(notice)} reportId={report.id} notice={notice} mayChange={may.change} />
        {permitted ? <Protected permitted={permitted} report={report} may={may} /> : null}
        <OriginalFile report={report} mayChange={may.change} />
        {may.remove ? (
          <PutAway
            thing={{
              what: "report",
              path: `/reports/${report.id}`,
              title: report.title,
              home: `/projects/${report.projectId}`,
            }}
            archived={report.archivedAt !== undefined}
            mayDelete
          />
        ) : null}
      </div>
    </Page>
  );
}

/** What may leave of the report, and of passages in it. */
function Protected({
  permitted,
  report,
  may,
}: {
  permitted: readonly ProtectedThing[];
  report: Pick<Report, "id" | "projectId" | "title">;
  may: DetailsMay;
}) {
  return (
    <>
      <PermittedUseSection
        key={permitted.map(({ version }) => version).join()}
        projectId={report.projectId}
        thing={{ on: "report", reportId: report.id }}
        name={report.title}
        now={permitted.find(({ thing }) => thing.on === "report")}
        mayProtect={may.protect}
      />
      <ProtectedPassages things={permitted.filter(({ thing }) => thing.on === "passage")} mayUndo={may.protect} />
    </>
  );
}

function Section({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  const heading = (
    <h2 id={id} className="headline text-lead">
      {title}
    </h2>
  );
  return (
    <section aria-labelledby={id} className="space-y-4">
      {lead === undefined ? (
        heading
      ) : (
        <div>
          {heading}
          <p className="text-small text-ink-3">{lead}</p>
        </div>
      )}
      {children}
    </section>
  );
}
