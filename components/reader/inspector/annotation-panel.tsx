"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { glyphOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { Example } from "@/components/codebook/example";
import { VerdictLine } from "@/components/reader/decisions/verdict-line";
import { ClaimForm } from "@/components/reader/inspector/claim-form";
import type { FormProps } from "@/components/reader/inspector/form-props";
import { OwnFields } from "@/components/reader/inspector/own-fields";
import { PlaceForm } from "@/components/reader/inspector/place-form";
import { SetOnOthers } from "@/components/reader/inspector/set-on-others";
import { SourceForm } from "@/components/reader/inspector/source-form";
import { TagAlike } from "@/components/reader/inspector/tag-alike";
import { TagHead } from "@/components/reader/inspector/tag-head";
import { TagHistory } from "@/components/reader/inspector/tag-history";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Denials } from "@/components/reader/links/denials";
import { Links } from "@/components/reader/links/links";
import { usePage } from "@/components/reader/panels";
import { Threads } from "@/components/reader/threads/threads";
import type { ProjectLabel } from "@/domain/codebook/codebook";
import { isCoreKind } from "@/domain/kind-values";
import type { Note } from "@/domain/prose/note";
import type { Annotation } from "@/domain/tag/tag";

const edges = { claim: "border-claim", place: "border-place", source: "border-source", custom: "" };

/** One annotation: its words, what is said about it, its links, its discussion, its history. */
export function AnnotationPanel({ annotation, writing }: { annotation: Annotation; writing: boolean }) {
  const t = useTranslations("panels.inspector");
  const page = usePage();
  const mayTag = useReader((state) => state.me.mayTag);
  const language = useReader((state) => state.report.language);
  const label = useReader((state) => labelIn(state.project.codebook, annotation.kind));
  const disabled = !mayTag || annotation.state === "withdrawn";

  const about = useMemo(() => ({ on: "tag" as const, tagId: annotation.id }), [annotation.id]);

  return (
    <article className="flex flex-col">
      <TagHead tag={annotation} />
      <VerdictLine tag={annotation} />
      <button
        type="button"
        aria-label={t("showInText")}
        onClick={() => page.show(annotation.segments)}
        {...(label ? { style: { borderColor: `var(--label-${label.colour})` } } : {})}
        className={`my-3 border-s-[3px] ps-3 text-start font-serif text-[1.02rem] leading-relaxed ${edges[glyphOf(annotation.kind)]}`}
      >
        <blockquote dir="auto" lang={language} className="line-clamp-8">
          {annotation.segments.map(({ start, quote }, at) => (
            <span key={start}>
              {at > 0 ? <span className="text-ink-3"> … </span> : null}
              {quote}
            </span>
          ))}
        </blockquote>
      </button>
      <Links annotation={annotation} disabled={disabled} />
      {annotation.kind === "claim" ? <Denials id={annotation.id} /> : null}
      <Form annotation={annotation} disabled={disabled} />
      <Threads about={about} writing={writing} />
      <TagHistory tag={annotation} disabled={disabled} />
    </article>
  );
}

function Form({ annotation, disabled }: { annotation: Annotation; disabled: boolean }) {
  const desk = useDesk();
  const [said, setSaid] = useState<readonly string[]>([]);
  const change = (part: Record<string, unknown>) => {
    desk.changeAttributes(annotation.id, part);
    setSaid((before) => [...new Set([...before, ...Object.keys(part)])]);
  };
  return (
    <>
      {disabled ? null : <SetOnOthers annotation={annotation} said={said} />}
      {disabled ? null : <TagAlike annotation={annotation} />}
      <div className="not-first:mt-3">
        <KindForm annotation={annotation} disabled={disabled} change={change} />
      </div>
    </>
  );
}

function KindForm(form: FormProps<(part: Record<string, unknown>) => void>) {
  const { annotation } = form;
  if (!isCoreKind(annotation.kind)) return <LabelForm {...form} />;
  switch (annotation.kind) {
    case "claim":
      return <ClaimForm {...form} />;
    case "place":
      return <PlaceForm {...form} />;
    case "source":
      return <SourceForm {...form} />;
  }
}

const labelIn = ({ labels }: { labels: readonly ProjectLabel[] }, kind: string) =>
  labels.find(({ slug }) => kind === `label:${slug}`);

/** What the codebook asks of a label, and a note. */
function LabelForm({ annotation, change, disabled }: FormProps<(part: Record<string, unknown>) => void>) {
  const t = useTranslations("panels");
  const label = useReader((state) => labelIn(state.project.codebook, annotation.kind));
  return (
    <div className="flex flex-col gap-2">
      {label ? <LabelHelp label={label} /> : null}
      <OwnFields
        attributes={label?.attributes ?? []}
        said={annotation.attributes}
        disabled={disabled}
        change={change}
      />
      <TagNote label={t("claim.note")} said={annotation.attributes as Note} disabled={disabled} onChange={change} />
    </div>
  );
}

/** What a label stands for; when to use it and examples unfold. */
function LabelHelp({ label: { definition, guidelines, examples, colour } }: { label: ProjectLabel }) {
  const t = useTranslations("panels.own");
  const more = guidelines !== "" || examples.length > 0;
  return (
    <>
      {definition ? <p className="text-ink-2">{definition}</p> : null}
      {more ? (
        <details className="text-ink-2">
          <summary className="min-h-7 cursor-pointer">{t("help")}</summary>
          <p className="whitespace-pre-wrap">{guidelines}</p>
          <ul className="flex flex-col gap-1">
            {examples.map((example) => (
              <Example key={example.text} example={example} colour={colour} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
