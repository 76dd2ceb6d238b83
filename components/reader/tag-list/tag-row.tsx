"use client";

import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { gradeOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { type Row, resolutionOf } from "@/components/reader/tag-list/rows";
import { Grade } from "@/components/tag/grade";
import { Dotted } from "@/components/ui/dotted";
import { Icon } from "@/components/ui/icon";
import type { ClaimAttributes } from "@/domain/tag/claim";

const dots = { accepted: "bg-ok", returned: "bg-accent", rejected: "bg-bad", open: "", withdrawn: "" };

/** One tag, or all mentions of one place or speaker; choosing it again goes to the next mention. */
export function TagRow({
  row,
  selected,
  picked,
  onChoose,
}: {
  row: Extract<Row, { is: "tag" }>;
  selected: boolean;
  /** One of several tags that are chosen together. */
  picked: boolean;
  onChoose: (event: MouseEvent) => void;
}) {
  const t = useTranslations("panels.list");
  const tAll = useTranslations("panels");
  const desk = useDesk();
  const at = useReader((state) => (state.selected ? row.ids.indexOf(state.selected) : -1));
  const { first, ids, kind, name, detail } = row;
  const claimKind = kind === "claim" ? (first.attributes as ClaimAttributes).kind : undefined;
  const second = [...detail, claimKind && claimKind !== "event" ? tAll(`claim.kinds.${claimKind}`) : ""].filter(
    Boolean,
  );

  return (
    <button
      type="button"
      aria-current={selected || undefined}
      onClick={onChoose}
      onMouseEnter={() => desk.hover(first.id)}
      onMouseLeave={() => desk.hover(null)}
      data-picked={picked || undefined}
      className="grid w-full grid-cols-[14px_minmax(0,1fr)_auto] items-start gap-2 rounded-2 px-2 py-1.5 text-start text-small leading-snug hover:bg-hover aria-[current]:bg-sunken data-picked:bg-accent-wash"
    >
      {picked ? (
        <span className="mt-0.5 text-accent">
          <Icon name="check" className="size-3.5" />
          <span className="sr-only">{tAll("several.picked")}</span>
        </span>
      ) : (
        <TagGlyph kind={kind} className="mt-0.5" />
      )}
      <span className="flex min-w-0 flex-col">
        <span className="line-clamp-2">
          <bdi>{name}</bdi>
          {ids.length > 1 ? (
            <span className="text-ink-3">
              {" "}
              {selected ? t("mention", { at: at + 1, of: ids.length }) : t("times", { count: ids.length })}
            </span>
          ) : null}
        </span>
        {second.length > 0 ? (
          <span className="block truncate text-tiny text-ink-3">
            <Dotted facts={second} />
          </span>
        ) : null}
      </span>
      <span className="flex items-center gap-1.5">
        {first.state === "open" ? null : (
          <span
            role="img"
            aria-label={tAll(`states.${first.state}`)}
            title={tAll(`states.${first.state}`)}
            className={`size-1.75 rounded-full ${dots[first.state]}`}
          />
        )}
        <Sign row={row} />
      </span>
    </button>
  );
}

function Sign({ row: { first, kind } }: { row: Extract<Row, { is: "tag" }> }) {
  const t = useTranslations("panels");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  if (kind === "place") {
    const resolution = resolutionOf(first);
    if (!resolution || resolution === "unverified") return null;
    return (
      <span className={`text-tiny ${resolution === "verified" ? "text-ink-3" : "text-wait"}`}>
        {t(`place.resolutions.${resolution}`)}
      </span>
    );
  }
  if (kind !== "claim" && kind !== "source") return null;
  const grade = gradeOf({ annotations, relations, entities }, first);
  return <Grade grade={grade} name={grade ? t("gradeIs", { grade }) : t("noGrade")} />;
}
