"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { ChooseEncodings } from "@/components/import/choose-encodings";
import { DropZone } from "@/components/import/drop-zone";
import { droppedFiles, forgetDropped } from "@/components/import/dropped";
import { Outcomes } from "@/components/import/outcomes";
import { known, ProvenanceFields, unknownProvenance } from "@/components/import/provenance-fields";
import { chosen, UploadChoicesFields, usualChoices } from "@/components/import/upload-choices";
import { useImport } from "@/components/import/use-import";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { titleFrom } from "@/domain/report/title-from";

/** Imports reports, by pasting one or uploading many, and lists the result of each; a single report is opened. */
export function ImportReports({ projectId }: { projectId: string }) {
  const t = useTranslations("import");
  const api = useTranslations("api");
  const router = useRouter();
  const toast = useToast();
  const [dropped] = useState(droppedFiles);
  useEffect(forgetDropped, []);
  const [way, setWay] = useState(dropped.length > 0 ? "upload" : "paste");
  const [text, setText] = useState("");
  const [markdown, setMarkdown] = useState(false);
  /** What was pasted last, as a page: it has headings, lists and links that its plain words don't. */
  const [rich, setRich] = useState("");
  const [formatted, setFormatted] = useState(true);
  const [files, setFiles] = useState<readonly File[]>(dropped);
  const [choices, setChoices] = useState(usualChoices);
  const [provenance, setProvenance] = useState(unknownProvenance);
  const { outcomes, undecided, progress, sending, paste, upload, decide, cancelling, cancel, again } = useImport(
    projectId,
    (id) => {
      toast({ title: t("importedOne") });
      router.push(`/reports/${id}`);
    },
  );

  if (outcomes) {
    return (
      <div className="space-y-6">
        {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
        {undecided.length > 0 ? (
          <ChooseEncodings undecided={undecided} busy={sending.busy} onDecide={(chosen) => void decide(chosen)} />
        ) : null}
        {outcomes.length > 0 ? <Outcomes outcomes={outcomes} /> : null}
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={`/projects/${projectId}`}>
            {t("toReports")}
          </ButtonLink>
          <Button
            onClick={() => {
              setText("");
              setRich("");
              setFiles([]);
              setProvenance(unknownProvenance);
              again();
            }}
          >
            {t("again")}
          </Button>
        </div>
      </div>
    );
  }

  /** The title follows the first line until somebody writes one. */
  function write(next: string) {
    setText(next);
    setProvenance((draft) => (draft.title === titleFrom(text) ? { ...draft, title: titleFrom(next) } : draft));
  }

  const pasting = way === "paste";
  function submit(event: FormEvent) {
    event.preventDefault();
    const { title, ...rest } = known(provenance);
    if (pasting && rich && formatted)
      void upload([new File([rich], "pasted.html", { type: "text/html" })], {
        ...rest,
        ...(title && { title }),
        take: "whole",
      });
    else if (pasting)
      void paste({ ...rest, title: title ?? "", text, mediaType: markdown ? "text/markdown" : "text/plain" });
    else void upload(files, { ...rest, ...(files.length === 1 && title && { title }), ...chosen(choices) });
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
            content: (
              <div className="space-y-3">
                <Field label={t("text")} required hint={t("textHint")} error={sending.errorOf("text")}>
                  <Textarea
                    rows={14}
                    value={text}
                    onChange={(event) => {
                      write(event.target.value);
                      // What is written by hand is no longer what was pasted.
                      setRich((pasted) =>
                        event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType !== "insertFromPaste"
                          ? ""
                          : pasted,
                      );
                    }}
                    onPaste={(event) => {
                      const html = event.clipboardData.getData("text/html");
                      setRich(text.trim() === "" && /<(?:p|h[1-6]|li|table|blockquote|a)\b/i.test(html) ? html : "");
                    }}
                    className="max-h-[60vh] min-h-80 font-serif text-lead!"
                  />
                </Field>
                {rich ? (
                  <Checkbox
                    label={t("formatted")}
                    hint={t("formattedHint")}
                    checked={formatted}
                    onChange={setFormatted}
                  />
                ) : (
                  <Checkbox label={t("markdown")} hint={t("markdownHint")} checked={markdown} onChange={setMarkdown} />
                )}
              </div>
            ),
          },
          {
            value: "upload",
            label: t("upload"),
            content: (
              <div className="space-y-3">
                <DropZone files={files} onChange={setFiles} />
                <UploadChoicesFields files={files} choices={choices} onChange={setChoices} />
              </div>
            ),
          },
        ]}
      />
      <fieldset className="space-y-4">
        <legend className="headline mb-1 text-lead">
          {t(pasting || files.length < 2 ? "provenance" : "provenanceAll")}
        </legend>
        {pasting ? null : <p className="text-small text-ink-3">{t("provenanceAllHint")}</p>}
        <ProvenanceFields
          draft={provenance}
          onChange={setProvenance}
          errorOf={sending.errorOf}
          titled={pasting}
          titleHint={t("reportTitleHint")}
        />
      </fieldset>
      <div className="flex items-center gap-4">
        <Button
          variant="primary"
          size="large"
          type="submit"
          busy={sending.busy}
          disabled={pasting ? text.trim() === "" : files.length === 0}
        >
          {t("submit", { count: pasting ? 1 : files.length })}
        </Button>
        {progress ? (
          <div className="min-w-48 grow">
            <Progress label={t("progress")} done={progress.done} total={progress.total} />
          </div>
        ) : null}
        {progress && progress.total > 1 ? (
          <Button disabled={cancelling} onClick={cancel}>
            {t(cancelling ? "cancelling" : "cancel")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
