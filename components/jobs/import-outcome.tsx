"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Problem } from "@/client/api/answer";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { ImportResult } from "@/domain/import/annotated";
import { isImportResult } from "@/domain/import/is-result";
import type { Job, JobLine } from "@/domain/job/job";
import { type LineOutcome, lineOutcomes } from "@/domain/job/job-values";

const figures = ["reports", "tags", "addedTo", "skipped", "setAside"] as const;

/** What an import of annotated files did: in figures, and record by record. */
export function ImportOutcome({ job }: { job: Job }) {
  const t = useTranslations("jobs.result");
  const result = isImportResult(job.result) ? job.result : undefined;
  return (
    <section aria-labelledby="result" className="space-y-6">
      <h2 id="result" className="headline text-lead">
        {t("title")}
      </h2>
      {job.state === "cancelled" ? <Banner tone="wait">{t("cancelled")}</Banner> : null}
      {result ? <Figures result={result} /> : null}
      <Lines jobId={job.id} />
    </section>
  );
}

function Figures({ result }: { result: ImportResult }) {
  const t = useTranslations("jobs.result");
  const format = useFormatter();
  const { damage, leftOut } = result;
  const place =
    damage && (damage.line === undefined ? damage.file : t("line", { file: damage.file, line: damage.line }));
  return (
    <>
      {damage && place ? <Banner tone="wait">{t("damage", { place, reason: damage.reason })}</Banner> : null}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
        {figures.map((each) => (
          <div key={each}>
            <dt className="text-small text-ink-2">{t(each)}</dt>
            <dd className="text-title tabular-nums">{format.number(result[each])}</dd>
          </div>
        ))}
      </dl>
      {leftOut.length > 0 ? (
        <div>
          <h3 className="font-medium">{t("leftOut")}</h3>
          <p className="text-small text-ink-2">{t("leftOutLead")}</p>
          <ul className="mt-2 list-disc ps-5 text-small">
            {leftOut.map(({ what, count }) => (
              <li key={what}>{t("leftOutRow", { what, count })}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

type Shown = { items: readonly JobLine[]; next?: string | undefined };

/** What happened record by record, some at a time. */
export function Lines({ jobId }: { jobId: string }) {
  const t = useTranslations("jobs.result");
  const ask = useAsk();
  const [outcome, setOutcome] = useState<LineOutcome | "">("");
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const query = outcome === "" ? "" : `&outcome=${outcome}`;
  useEffect(() => {
    let gone = false;
    setShown(null);
    void ask("GET", `/jobs/${jobId}/lines?limit=100${query}`).then((answer) => {
      if (gone) return;
      if (answer.ok) setShown(answer.value);
      else setProblem(answer.problem);
    });
    return () => {
      gone = true;
    };
  }, [ask, jobId, query]);
  async function more() {
    if (!shown?.next) return;
    const path = `/jobs/${jobId}/lines?limit=100${query}&cursor=${encodeURIComponent(shown.next)}` as const;
    const answer = await ask("GET", path);
    if (answer.ok) setShown({ items: [...shown.items, ...answer.value.items], next: answer.value.next });
    else setProblem(answer.problem);
  }
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Field label={t("show")}>
          <Select
            value={outcome}
            onChange={(event) => setOutcome(lineOutcomes.find((each) => each === event.target.value) ?? "")}
          >
            <option value="">{t("all")}</option>
            {lineOutcomes.map((each) => (
              <option key={each} value={each}>
                {t(`outcomes.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <a href={`/api/v1/jobs/${jobId}/set-aside`} download className="link text-small">
          {t("download")}
        </a>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {shown?.items.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {shown && shown.items.length > 0 ? <LineTable lines={shown.items} /> : null}
      {shown?.next ? <Button onClick={() => void more()}>{t("more")}</Button> : null}
    </div>
  );
}

function LineTable({ lines }: { lines: readonly JobLine[] }) {
  const t = useTranslations("jobs.result");
  return (
    <Table caption={t("lines")}>
      <TableHead>
        <Th>{t("place")}</Th>
        <Th>{t("outcome")}</Th>
        <Th>{t("about")}</Th>
      </TableHead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.nth}>
            <Td className="break-all">
              <bdi>{line.line === undefined ? line.file : t("line", { file: line.file, line: line.line })}</bdi>
            </Td>
            <Td>{t(`outcomes.${line.outcome}`)}</Td>
            <Td className="break-words">
              {line.title ? (
                <span className="block">
                  {line.reportId ? (
                    <Link href={`/reports/${line.reportId}`} className="link font-medium">
                      <bdi>{line.title}</bdi>
                    </Link>
                  ) : (
                    <bdi className="font-medium">{line.title}</bdi>
                  )}
                  {line.outcome === "imported" || line.outcome === "added-to" ? (
                    <span className="text-ink-2"> · {t("tagCount", { count: line.tags })}</span>
                  ) : null}
                </span>
              ) : null}
              {line.reason ? <span className="text-ink-2">{line.reason}</span> : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
