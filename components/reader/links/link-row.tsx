"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { entityOf, speakerOf } from "@/client/desk/speaker";
import { useLinkName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { nameOf, otherEndName } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { LinkForm } from "@/components/reader/links/link-form";
import { useElsewhere } from "@/components/reader/links/use-elsewhere";
import { Grade } from "@/components/tag/grade";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { Entity } from "@/domain/entity/entity";
import type { TagId } from "@/domain/ids";
import type { Relation } from "@/domain/tag/tag";

const end = "flex min-h-8.5 min-w-0 grow items-center gap-2 text-start no-underline";

/** One link in a line, as it is seen from one of its ends; unfolds to describe it. */
export function LinkRow({ relation, seenFrom, disabled }: { relation: Relation; seenFrom: TagId; disabled: boolean }) {
  const t = useTranslations("panels.links");

  const tell = useToast();
  const desk = useDesk();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const [open, setOpen] = useState(false);
  const outward = relation.from === seenFrom;
  const otherId = outward ? relation.to : relation.from;
  const other = otherId ? annotations.get(otherId) : undefined;
  const elsewhere = useElsewhere(other ? undefined : otherId);
  const things = { annotations, relations, entities };
  const entity = relation.toEntity
    ? entityOf(entities, relation.toEntity)
    : other?.kind === "source"
      ? speakerOf(entities, other)
      : undefined;
  const name = outward
    ? relation.toArticle
      ? t("article")
      : (entity?.name ?? otherEndName(things, relation) ?? elsewhere?.name ?? t("otherReport"))
    : other
      ? nameOf(other)
      : (elsewhere?.name ?? t("otherReport"));
  const kind = other?.kind ?? (relation.toEntity ? "source" : elsewhere ? "claim" : undefined);

  const words = <EndWords kind={kind} name={name} entity={entity} relation={relation} outward={outward} />;

  return (
    <div className="rounded-2 border border-line bg-surface text-small has-focus-visible:border-line-strong">
      <div className="flex items-center gap-1 ps-2.5">
        {!other && elsewhere ? (
          <Link href={elsewhere.address} className={end}>
            {words}
          </Link>
        ) : (
          <button
            type="button"
            className={end}
            onClick={() => other && desk.select(other.id)}
            onMouseEnter={() => desk.hover(otherId ?? null)}
            onMouseLeave={() => desk.hover(null)}
            disabled={!other}
          >
            {words}
          </button>
        )}
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("change", { name })}
          aria-expanded={open}
          icon={<Icon name="down" className={open ? "rotate-180" : ""} />}
          onClick={() => setOpen(!open)}
        />
        {disabled ? null : (
          <IconButton
            size="small"
            className="size-7 px-0"
            label={t("remove", { name })}
            icon={<Icon name="close" />}
            onClick={() => {
              desk.withdraw(relation.id);
              tell({ title: t("removed"), undo: () => desk.restore(relation.id) });
            }}
          />
        )}
      </div>
      {open ? (
        <div className="border-t border-line p-2.5">
          <LinkForm relation={relation} disabled={disabled} />
        </div>
      ) : null}
    </div>
  );
}

/** What stands at the other end. */
function EndWords({
  kind,
  name,
  entity,
  relation,
  outward,
}: {
  kind: string | undefined;
  name: string;
  entity: Entity | undefined;
  relation: Relation;
  outward: boolean;
}) {
  const noGrade = useTranslations("panels")("noGrade");
  return (
    <>
      {kind ? <TagGlyph kind={kind} /> : <Icon name="info" className="text-ink-3" />}
      <span className="flex min-w-0 grow flex-col py-1">
        <span className="flex min-w-0 items-center gap-2">
          <span dir="auto" className="truncate">
            {name}
          </span>
          {entity ? <Grade grade={entity.reliability ?? null} name={entity.reliability ?? noGrade} /> : null}
        </span>
        <span className="truncate text-tiny text-ink-3">
          <Summary relation={relation} outward={outward} />
        </span>
      </span>
    </>
  );
}

function Summary({ relation, outward }: { relation: Relation; outward: boolean }) {
  const t = useTranslations("panels.links");
  const linkName = useLinkName();
  // What may be said about a relation is in domain/tag/relation; these are its short parts.
  const said = relation.attributes as { role?: "at"; precision?: 1; primary?: boolean; how?: "none" | "explicit" };
  const parts =
    relation.kind === "located-at"
      ? [
          said.role ? t(`roles.${said.role}`) : t("kinds.located-at"),
          said.precision ? t("precisionIs", { precision: said.precision }) : "",
          said.primary ? t("isPrimary") : "",
        ]
      : [
          linkName(relation.kind, outward ? "forwards" : "backwards"),
          said.how && said.how !== "none" ? t(`manners.${said.how}`) : "",
        ];
  return parts.filter(Boolean).join(" · ");
}
