"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { linkKindsBetween } from "@/client/desk/link-between";
import { kindsOfLinkTo, linkTo } from "@/client/desk/link-to";
import { useLinkName } from "@/components/annotate/tags/names";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { useLinkOptions } from "@/components/reader/links/use-link-options";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { Annotation } from "@/domain/tag/tag";

/** After `l`: any other end for a claim's link, by type-ahead; a click on a tag in the text does the same. */
export function LinkFinder({ from }: { from: Annotation }) {
  const t = useTranslations("panels.links");
  const desk = useDesk();
  const annotations = useReader((state) => state.annotations);
  const as = useReader((state) => state.linkingAs);
  const to = useReader((state) => state.linkingTo);
  const [query, setQuery] = useState("");
  const project = useReader((state) => state.project);
  const linkName = useLinkName();
  const leadsTo = (end: string) => linkKindsBetween(from.kind, end, project.codebook);
  const allKinds = [...new Set(["claim", "entity", ...kindsIn(annotations)].flatMap(leadsTo))].filter(
    (kind) => kind !== "located-at" && kind !== "attributed-to",
  );

  const options = useLinkOptions(from, query);

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
    <Asking label={t("add")} onLeave={() => desk.startLinking(null)}>
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
    </Asking>
  );
}

/** What is asked about a link, in the list of links; Escape leaves it. */
function Asking({ label, onLeave, children }: { label?: string; onLeave: () => void; children: ReactNode }) {
  return (
    <fieldset
      aria-label={label}
      className="flex min-w-0 flex-col gap-2 rounded-2 border border-accent bg-accent-wash p-2.5"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      {children}
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
    <Asking onLeave={onCancel}>
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
    </Asking>
  );
}
