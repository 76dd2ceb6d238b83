"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useLinkName } from "@/components/annotate/tags/names";
import { nameOf, otherEndName } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { VerdictLine } from "@/components/reader/decisions/verdict-line";
import { TagHead } from "@/components/reader/inspector/tag-head";
import { TagHistory } from "@/components/reader/inspector/tag-history";
import { LinkForm } from "@/components/reader/links/link-form";
import { Threads } from "@/components/reader/threads/threads";
import type { Relation } from "@/domain/tag/tag";

/** One link by itself: its two ends, what is said about it, its discussion, its history. */
export function RelationPanel({ relation, writing }: { relation: Relation; writing: boolean }) {
  const t = useTranslations("panels.links");
  const linkName = useLinkName();
  const desk = useDesk();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  const mayTag = useReader((state) => state.me.mayTag);
  const disabled = !mayTag || relation.state === "withdrawn";
  const from = annotations.get(relation.from);
  const other = relation.toArticle ? t("article") : otherEndName({ annotations, relations, entities }, relation);
  const { to } = relation;

  const about = useMemo(() => ({ on: "tag" as const, tagId: relation.id }), [relation.id]);

  return (
    <article className="flex flex-col">
      <TagHead tag={relation} />
      <VerdictLine tag={relation} />
      <div className="my-3 flex flex-col gap-1 border-s-[3px] border-line-strong ps-3 font-serif leading-relaxed">
        <button type="button" dir="auto" className="line-clamp-4 text-start" onClick={() => desk.select(relation.from)}>
          {from ? nameOf(from) : t("otherReport")}
        </button>
        <span className="font-sans text-tiny text-ink-3">{linkName(relation.kind)}</span>
        <button
          type="button"
          dir="auto"
          className="line-clamp-4 text-start"
          disabled={!to}
          onClick={() => to && desk.select(to)}
        >
          {other ?? t("unknown")}
        </button>
      </div>
      <LinkForm relation={relation} disabled={disabled} />
      <Threads about={about} writing={writing} />
      <TagHistory tag={relation} disabled={disabled} />
    </article>
  );
}
