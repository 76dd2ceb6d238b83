"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { ChooseEncodings } from "@/components/import/choose-encodings";
import { CopiesOfImport } from "@/components/import/copies-of-import";
import { DropZone } from "@/components/import/drop-zone";
import { droppedFiles, forgetDropped } from "@/components/import/dropped";
import { Outcomes } from "@/components/import/outcomes";
import { OwnFields } from "@/components/import/own-fields";
import { nothingPasted, type Pasted, PasteFields } from "@/components/import/paste-fields";
import type { ProvenanceDraft } from "@/components/import/provenance-fields";
import { known, ProvenanceFields, unknownProvenance } from "@/components/import/provenance-fields";
import { Start } from "@/components/import/start";
import { chosen, UploadChoicesFields, usualChoices } from "@/components/import/upload-choices";
import { useImport } from "@/components/import/use-import";
import { type FieldsDraft, valuesOf } from "@/components/reports/field-input";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import type { ReportField } from "@/domain/codebook/codebook";
import type { Problem } from "@/domain/failure";
import { fieldProblems } from "@/domain/report/field-problems";
import type { ImportOutcome } from "@/domain/report/import-outcome";
import type { ReportFieldValues } from "@/domain/report/report-fields";
import { titleFrom } from "@/domain/report/title-from";

/** What is filled in before an import. */
function useFields(dropped: readonly File[]) {
  const [pasted, setPasted] = useState(nothingPasted);
  const [files, setFiles] = useState<readonly File[]>(dropped);
  const [choices, setChoices] = useState(usualChoices);
  const [provenance, setProvenance] = useState(unknownProvenance);
  const [own, setOwn] = useState<FieldsDraft>({});

  /** The title follows the first line until somebody writes one. */
  function change(part: Partial<Pasted>) {
    setPasted((before) => ({ ...before, ...part }));
    const { text } = part;
    if (text === undefined) return;
    const former = titleFrom(pasted.text);
    setProvenance((draft) => (draft.title === former ? { ...draft, title: titleFrom(text) } : draft));
  }

  const clear = () => {
    setPasted(nothingPasted);
    setFiles([]);
    setProvenance(unknownProvenance);
    setOwn({});
  };
  return { pasted, change, files, setFiles, choices, setChoices, provenance, setProvenance, own, setOwn, clear };
}

/** Looks at report fields before anything is sent. */
function useChecked(fields: readonly ReportField[]) {
  const [wrong, setWrong] = useState<readonly Problem[]>([]);
  return {
    wrongIn: (field: string) => wrong.find((each) => each.field === field)?.reason,
    /** The fields as the API takes them; undefined where something is wrong with one. */
    check(draft: FieldsDraft): ReportFieldValues | undefined {
      const said = valuesOf(draft, fields);
      const problems = fieldProblems(said, fields);
      setWrong(problems);
      return problems.length > 0 ? undefined : said;
    },
  };
}

type Filled = Pick<ReturnType<typeof useFields>, "pasted" | "files" | "choices" | "provenance"> & {
  pasting: boolean;
  noted: ReportFieldValues;
};

/** Sends what was filled in: a text as JSON, everything else as files. */
function send(
  { pasting, pasted, files, choices, provenance, noted }: Filled,
  { paste, upload }: Pick<ReturnType<typeof useImport>, "paste" | "upload">,
): void {
  const { title, ...about } = known(provenance);
  const { text, markdown, rich, formatted } = pasted;
  const fields = Object.keys(noted).length > 0 ? noted : undefined;
  const ofAll = { ...about, ...(fields && { fields: JSON.stringify(fields) }) };
  if (pasting && rich && formatted) {
    const page = new File([rich], "pasted.html", { type: "text/html" });
    void upload([page], { ...ofAll, ...(title && { title }), take: "whole" });
  } else if (pasting) {
    const mediaType = markdown ? "text/markdown" : "text/plain";
    void paste({ ...about, ...(fields && { fields }), title: title ?? "", text, mediaType });
  } else void upload(files, { ...ofAll, ...(files.length === 1 && title && { title }), ...chosen(choices) });
}

/** Imports reports, by pasting one or uploading many, and lists the result of each; a single report is opened. */
export function ImportReports({ projectId, fields = [] }: { projectId: string; fields?: readonly ReportField[] }) {
  const t = useTranslations("import");
  const api = useTranslations("api");
  const router = useRouter();
  const toast = useToast();
  const [dropped] = useState(droppedFiles);
  useEffect(forgetDropped, []);
  const [way, setWay] = useState(dropped.length > 0 ? "upload" : "paste");
  const { pasted, change, files, setFiles, choices, setChoices, provenance, setProvenance, own, setOwn, clear } =
    useFields(dropped);
  const { check, wrongIn } = useChecked(fields);
  const { outcomes, undecided, progress, sending, paste, upload, decide, cancelling, cancel, again } = useImport(
    projectId,
    (id) => {
      toast({ title: t("importedOne") });
      router.push(`/reports/${id}`);
    },
  );

  if (outcomes) {
    const begin = () => {
      clear();
      again();
    };
    return <Imported {...{ projectId, outcomes, undecided, sending }} onDecide={decide} onAgain={begin} />;
  }

  const pasting = way === "paste";
  function submit(event: FormEvent) {
    event.preventDefault();
    const noted = check(own);
    if (noted) send({ pasting, pasted, files, choices, provenance, noted }, { paste, upload });
  }

  return (
    <form onSubmit={submit} className="space-y-8">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      <Tabs
        label={t("ways")}
        value={way}
        onChange={setWay}
        tabs={[
          {
            value: "paste",
            label: t("paste"),
            content: <PasteFields pasted={pasted} onChange={change} error={sending.errorOf("text")} />,
          },
          {
            value: "upload",
            label: t("upload"),
            content: (
              <div className="space-y-3">
                <DropZone files={files} onChange={setFiles} />
                <UploadChoicesFields files={files} own={fields} choices={choices} onChange={setChoices} />
              </div>
            ),
          },
        ]}
      />
      <Provenance pasting={pasting} files={files} draft={provenance} onChange={setProvenance} sending={sending} />
      <OwnFields
        fields={fields}
        draft={own}
        onChange={setOwn}
        errorOf={(field) => wrongIn(field) ?? sending.errorOf(field)}
      />
      <Start
        count={pasting ? 1 : files.length}
        ready={pasting ? pasted.text.trim() !== "" : files.length > 0}
        busy={sending.busy}
        {...{ progress, cancelling, cancel }}
      />
    </form>
  );
}

/** Where the reports come from. */
function Provenance({
  pasting,
  files,
  draft,
  onChange,
  sending,
}: {
  pasting: boolean;
  files: readonly File[];
  draft: ProvenanceDraft;
  onChange: (value: ProvenanceDraft) => void;
  sending: Sending;
}) {
  const t = useTranslations("import");
  return (
    <fieldset className="space-y-4">
      <legend className="headline mb-1 text-lead">
        {t(pasting || files.length < 2 ? "provenance" : "provenanceAll")}
      </legend>
      {pasting ? null : <p className="text-small text-ink-3">{t("provenanceAllHint")}</p>}
      <ProvenanceFields
        draft={draft}
        onChange={onChange}
        errorOf={sending.errorOf}
        titled={pasting}
        titleHint={t("reportTitleHint")}
      />
    </fieldset>
  );
}

type Done = Pick<ReturnType<typeof useImport>, "undecided" | "sending"> & {
  projectId: string;
  outcomes: readonly ImportOutcome[];
  onDecide: ReturnType<typeof useImport>["decide"];
  onAgain: () => void;
};

/** What became of each file, and which still need somebody to say how they are written. */
function Imported({ projectId, outcomes, undecided, sending, onDecide, onAgain }: Done) {
  const t = useTranslations("import");
  const api = useTranslations("api");
  return (
    <div className="space-y-6">
      {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
      {undecided.length > 0 ? (
        <ChooseEncodings undecided={undecided} busy={sending.busy} onDecide={(chosen) => void onDecide(chosen)} />
      ) : null}
      {outcomes.length > 0 ? <Outcomes outcomes={outcomes} /> : null}
      <CopiesOfImport
        projectId={projectId}
        reports={outcomes.flatMap((each) => (each.outcome === "imported" ? each.id : []))}
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={`/projects/${projectId}`}>
          {t("toReports")}
        </ButtonLink>
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
    </div>
  );
}
