"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { glyphOf, wordsOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ProjectAlike } from "@/components/reader/inspector/project-alike";
import { Glyph } from "@/components/tag/glyph";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { type AlikeWords, alikeWords } from "@/domain/tag/alike-words";
import type { Annotation } from "@/domain/tag/tag";

/** So many are listed to be looked at one by one; of more, the rest is counted and ticked together. */
const LISTED = 300;

const spotOf = ({ start, end }: AlikeWords) => `${start}-${end}`;

/** Every place in the report with the same words as a tag, in its surroundings: tag those that are ticked, as one step. */
export function AlikeDialog({ annotation, onClose }: { annotation: Annotation; onClose: () => void }) {
  const t = useTranslations("panels.alike");
  const desk = useDesk();
  const tell = useToast();
  const blocks = useReader((state) => state.blocks);
  const language = useReader((state) => state.report.language);
  const annotations = useReader((state) => state.annotations);
  const [spellings, setSpellings] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const words = wordsOf(annotation);
  const { kind } = annotation;

  const found = useMemo(() => {
    const tagged = new Set<string>();
    for (const each of annotations.values()) {
      const [only, ...others] = each.segments;
      if (each.kind === kind && each.state !== "withdrawn" && only && others.length === 0)
        tagged.add(`${only.start}-${only.end}`);
    }
    return alikeWords(blocks, words, { language, spellings }).filter((each) => !tagged.has(spotOf(each)));
  }, [annotations, blocks, kind, language, spellings, words]);
  const chosen = found.filter((each) => !out.has(spotOf(each)));

  const apply = () => {
    const { note: _note, restatement: _restatement, ...attributes } = annotation.attributes;
    const ids = desk.annotateAll(
      kind,
      chosen.map(({ start, end }) => [{ start, end }]),
      attributes,
    );
    tell({ title: t("done", { count: ids.length }), undo: () => desk.undo() });
    onClose();
  };
  const tick = (spot: string, on: boolean) => {
    const next = new Set(out);
    if (on) next.delete(spot);
    else next.add(spot);
    setOut(next);
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { words })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {everywhere ? null : (
            <Button variant="primary" disabled={chosen.length === 0} onClick={apply}>
              {t("apply", { count: chosen.length })}
            </Button>
          )}
        </>
      }
    >
      <Checkbox label={t("everywhere")} hint={t("everywhereHint")} checked={everywhere} onChange={setEverywhere} />
      <Checkbox label={t("spellings")} hint={t("spellingsHint")} checked={spellings} onChange={setSpellings} />
      {everywhere ? (
        <ProjectAlike annotation={annotation} spellings={spellings} onDone={onClose} />
      ) : (
        <InReport found={found} out={out} kind={kind} language={language} onTick={tick} />
      )}
    </Dialog>
  );
}

type Listed = {
  found: readonly AlikeWords[];
  out: ReadonlySet<string>;
  kind: string;
  language: string;
  onTick: (spot: string, on: boolean) => void;
};

function InReport({ found, out, kind, language, onTick }: Listed) {
  const t = useTranslations("panels.alike");
  return (
    <>
      {found.length === 0 ? <p className="py-2 text-ink-2">{t("none")}</p> : null}
      <ul className="mt-2 max-h-[50vh] overflow-y-auto border-y border-line">
        {found.slice(0, LISTED).map((each) => (
          <li key={spotOf(each)} className="border-b border-line last:border-b-0">
            <Checkbox
              label={<Place each={each} kind={kind} language={language} />}
              checked={!out.has(spotOf(each))}
              onChange={(on) => onTick(spotOf(each), on)}
            />
          </li>
        ))}
      </ul>
      {found.length > LISTED ? (
        <p className="py-2 text-small text-ink-2">{t("more", { count: found.length - LISTED })}</p>
      ) : null}
    </>
  );
}

function Place({ each, kind, language }: { each: AlikeWords; kind: string; language: string }) {
  const t = useTranslations("panels.alike");
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Glyph kind={glyphOf(kind)} />
      <span dir="auto" lang={language} className="font-serif">
        …{each.before}
        <mark className="bg-transparent font-semibold text-ink underline">{each.quote}</mark>
        {each.after}…
      </span>
      {each.same === "spelling" ? <span className="shrink-0 text-tiny text-ink-3">{t("spelling")}</span> : null}
    </span>
  );
}
