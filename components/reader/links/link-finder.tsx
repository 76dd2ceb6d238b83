"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { linkKindsBetween } from "@/client/desk/link-between";
import { kindsOfLinkTo, linkTo } from "@/client/desk/link-to";
import { useLinkName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { inContext, isLinked, meantBy } from "@/components/reader/links/context";
import { useOtherClaims } from "@/components/reader/links/use-other-claims";
import { Glyph } from "@/components/tag/glyph";
import { Button } from "@/components/ui/button";
import { Combobox, type Option } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/input";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { Annotation } from "@/domain/tag/tag";

const SHOWN = 60;

/** After `l`: any other end for a claim's link, by type-ahead; a click on a tag in the text does the same. */
export function LinkFinder({ from }: { from: Annotation }) {
  const t = useTranslations("panels.links");
  const desk = useDesk();
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const relations = useReader((state) => state.relations);
  const as = useReader((state) => state.linkingAs);
  const to = useReader((state) => state.linkingTo);
  const [query, setQuery] = useState("");
  const elsewhere = useOtherClaims(query);
  const project = useReader((state) => state.project);
  const linkName = useLinkName();
  const leadsTo = (end: string) => linkKindsBetween(from.kind, end, project.codebook);
  const allKinds = [...new Set(["claim", "entity", ...kindsIn(annotations)].flatMap(leadsTo))].filter(
    (kind) => kind !== "located-at" && kind !== "attributed-to",
  );

  const options = useMemo((): Option[] => {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const leads = (end: string) => linkKindsBetween(from.kind, end, project.codebook).length > 0;
    const fits = (name: string) => words.every((word) => name.toLocaleLowerCase().includes(word));
    const tags = [...annotations.values()]
      .filter(({ id, kind, state }) => id !== from.id && state !== "withdrawn" && leads(kind))
      .map((tag) => ({ tag, name: nameOf(tag) }))
      .filter(({ name }) => fits(name));
    const people = [...entities.values()].filter((entity) => !entity.mergedInto && fits(entity.name));
    return [
      ...(from.kind === "claim" && fits(t("article"))
        ? [{ value: "article", label: t("article"), icon: <Icon name="info" className="text-ink-3" /> }]
        : []),
      ...tags.slice(0, SHOWN).map(({ tag, name }) => ({
        value: `tag:${tag.id}`,
        label: name,
        detail: [
          isLinked({ annotations, relations, entities }, from.id, tag.id) ? t("linked") : undefined,
          meantBy({ annotations, relations, entities }, tag),
          inContext(tag),
        ]
          .filter((each) => each !== undefined && each !== name)
          .join(" · "),
        icon: <TagGlyph kind={tag.kind} />,
      })),
      ...(leads("entity") ? people : []).slice(0, SHOWN).map(({ id, name }) => ({
        value: `entity:${id}`,
        label: name,
        icon: <Icon name="thread" className="text-source" />,
      })),
      ...(leads("claim") ? elsewhere : []).map(({ id, name, reportTitle }) => ({
        value: `claim:${id}`,
        label: name,
        detail: t("inReport", { title: reportTitle }),
        icon: <Glyph kind="claim" />,
      })),
    ];
  }, [annotations, elsewhere, entities, from.id, from.kind, project, query, relations, t]);

  function choose(chosen: string, linkingAs: RelationKind | null) {
    const link = linkTo({ annotations, linkingAs, project }, from.id, chosen);
    if (link === "unsaid") return desk.linkTo(chosen);
    if (!link) return;
    desk.link(link);
    desk.startLinking(null);
  }

  if (to !== null) {
    return (
      <HowRelated
        kinds={kindsOfLinkTo({ annotations, project }, from.id, to)}
        onCancel={() => desk.startLinking(null)}
        onChoose={(kind) => choose(to, kind)}
      />
    );
  }
  return (
    <fieldset
      aria-label={t("add")}
      className="flex min-w-0 flex-col gap-2 rounded-2 border border-accent bg-accent-wash p-2.5"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        desk.startLinking(null);
      }}
    >
      <p className="text-tiny text-ink-2">{t("pick")}</p>
      <Combobox
        autoFocus
        label={t("find")}
        placeholder={t("find")}
        value={null}
        options={options}
        onQuery={setQuery}
        onChange={(chosen) => {
          if (chosen) choose(chosen, desk.getState().linkingAs);
        }}
      />
      <Field label={t("asClaim")}>
        <Select
          className="min-h-7 py-0"
          value={as ?? ""}
          onChange={({ target }) => desk.startLinking(from.id, allKinds.find((each) => each === target.value) ?? null)}
        >
          <option value="">{t("askLater")}</option>
          {allKinds.map((kind) => (
            <option key={kind} value={kind}>
              {linkName(kind)}
            </option>
          ))}
        </Select>
      </Field>
    </fieldset>
  );
}

const kindsIn = (annotations: ReadonlyMap<unknown, Annotation>) => [...annotations.values()].map(({ kind }) => kind);

/** Asks how what was chosen is related. */
function HowRelated({
  kinds,
  onChoose,
  onCancel,
}: {
  kinds: readonly RelationKind[];
  onChoose: (kind: RelationKind) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("panels.links");
  const linkName = useLinkName();
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-2 rounded-2 border border-accent bg-accent-wash p-2.5"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <legend className="sr-only">{t("howRelated")}</legend>
      <p aria-hidden="true" className="text-tiny text-ink-2">
        {t("howRelated")}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {kinds.map((kind, at) => (
          <Button key={kind} size="small" autoFocus={at === 0} onClick={() => onChoose(kind)}>
            {linkName(kind)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
