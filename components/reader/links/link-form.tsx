"use client";

import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ChoiceField, SelectField, TextField } from "@/components/reader/inspector/fields";
import { OwnFields } from "@/components/reader/inspector/own-fields";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { Prose } from "@/domain/prose/prose";
import { attributionManners, placeRoles, relationTypeOf } from "@/domain/tag/relation-values";
import type { Relation } from "@/domain/tag/tag";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { quoteOf } from "@/domain/text/segment";

type Said = {
  how?: (typeof attributionManners)[number];
  saidAt?: string;
  saidAtWords?: string;
  nested?: boolean;
  role?: (typeof placeRoles)[number];
  precision?: number;
  primary?: boolean;
  note?: string;
  noteProse?: Prose;
};

const precisions = ["1", "2", "3"] as const;

/** Everything that can be said about a link. */
export function LinkForm({ relation, disabled }: { relation: Relation; disabled: boolean }) {
  const t = useTranslations("panels.links");
  const none = useTranslations("panels")("none");
  const desk = useDesk();
  const own = useReader((state) => relationTypeOf(relation.kind, state.project.codebook));
  // The attributes of a relation were checked against its kind's shape by the server, or written by this form.
  const said = relation.attributes as Said;
  const change = (part: { [K in keyof Said]?: Said[K] | undefined }) => desk.changeLink(relation.id, part);

  return (
    <div className="flex flex-col gap-2">
      {relation.kind === "attributed-to" ? (
        <>
          <SelectField
            label={t("how")}
            options={attributionManners.map((value) => ({ value, label: t(`manners.${value}`) }))}
            value={said.how}
            none={none}
            disabled={disabled}
            onChange={(how) => change({ how })}
          />
          <TextField
            type="date"
            label={t("saidAt")}
            value={said.saidAt}
            disabled={disabled}
            onChange={(saidAt) => change({ saidAt })}
          />
          <TextField
            label={t("saidAtWords")}
            value={said.saidAtWords}
            disabled={disabled}
            onChange={(saidAtWords) => change({ saidAtWords })}
          />
          <Checkbox
            label={t("nested")}
            checked={said.nested ?? false}
            disabled={disabled}
            onChange={(on) => change({ nested: on || undefined })}
          />
        </>
      ) : null}
      {relation.kind === "located-at" ? (
        <>
          <ChoiceField
            label={t("role")}
            options={placeRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
            value={said.role}
            disabled={disabled}
            onChange={(role) => change({ role })}
          />
          <ChoiceField
            label={t("precision")}
            options={precisions.map((value) => ({ value, label: value, name: t(`precisions.${value}`) }))}
            value={precisions.find((each) => each === String(said.precision))}
            disabled={disabled}
            onChange={(value) => change({ precision: value ? Number(value) : undefined })}
          />
          <Checkbox
            label={t("primary")}
            checked={said.primary ?? false}
            disabled={disabled}
            onChange={(on) => change({ primary: on || undefined })}
          />
        </>
      ) : null}
      {own ? (
        <OwnFields
          attributes={own.attributes}
          said={relation.attributes}
          disabled={disabled}
          change={(part) => desk.changeLink(relation.id, part)}
        />
      ) : null}
      <Cue relation={relation} disabled={disabled} />
      <TagNote label={t("note")} rows={1} said={said} disabled={disabled} onChange={change} />
    </div>
  );
}

/** The words that make the link: chosen in the text, then used with one key. */
function Cue({ relation, disabled }: { relation: Relation; disabled: boolean }) {
  const t = useTranslations("panels.links");
  const desk = useDesk();
  const passage = useReader((state) => state.passage);
  const text = useReader((state) => state.report.text);
  const words = passage.map(({ start, end }) => sliceCodePoints(text, codePoint(start), codePoint(end))).join(" … ");
  const use = () => {
    const { passage: now } = desk.getState();
    if (now.length === 0) return false;
    desk.changeCue(relation.id, now);
    desk.choose([]);
    return undefined;
  };
  useDeeds(disabled ? {} : { "use-as-cue": use });
  return (
    <div className="flex flex-wrap items-center gap-2 text-small">
      <span className="w-26 shrink-0 text-ink-2">{t("cue")}</span>
      {relation.cue ? (
        <>
          <q dir="auto" className="font-serif">
            {quoteOf(relation.cue.segments)}
          </q>
          {disabled ? null : (
            <Button size="small" variant="quiet" onClick={() => desk.changeCue(relation.id, [])}>
              {t("dropCue")}
            </Button>
          )}
        </>
      ) : passage.length > 0 && !disabled ? (
        <Button size="small" kbd={keyOf("use-as-cue")} onClick={use}>
          {t("useCue", { words })}
        </Button>
      ) : (
        <span className="text-tiny text-ink-3">{t("noCue")}</span>
      )}
    </div>
  );
}
