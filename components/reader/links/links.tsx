"use client";

import { useTranslations } from "use-intl";
import { startsLinks } from "@/client/desk/link-between";
import { relationsOf } from "@/client/desk/linked";
import { keyOf } from "@/components/annotate/keys/registry";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { LinkFinder } from "@/components/reader/links/link-finder";
import { LinkRow } from "@/components/reader/links/link-row";
import { ProposedLinks } from "@/components/reader/links/proposed-links";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Annotation } from "@/domain/tag/tag";

/** What an annotation is linked to, in both directions, and what it probably should be. */
export function Links({ annotation, disabled }: { annotation: Annotation; disabled: boolean }) {
  const t = useTranslations("panels.links");
  const desk = useDesk();
  const relations = useReader((state) => state.relations);
  const linking = useReader((state) => state.linkingFrom === annotation.id);
  const all = relationsOf({ relations }, annotation.id);
  const isClaim = annotation.kind === "claim";
  const mayStart = useReader((state) => startsLinks(annotation.kind, state.project.codebook));
  if (!mayStart && all.length === 0) return null;

  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="eyebrow mt-4">{t("title")}</h2>
      {all.map((relation) => (
        <LinkRow key={relation.id} relation={relation} seenFrom={annotation.id} disabled={disabled} />
      ))}
      {isClaim && !disabled ? <ProposedLinks id={annotation.id} /> : null}
      {mayStart && !disabled ? (
        linking ? (
          <LinkFinder from={annotation} />
        ) : (
          <Button
            size="small"
            variant="quiet"
            className="self-start"
            icon={<Icon name="add" />}
            kbd={keyOf("link")}
            onClick={() => desk.startLinking(annotation.id)}
          >
            {t("add")}
          </Button>
        )
      ) : null}
    </section>
  );
}
