"use client";

import { useTranslations } from "use-intl";
import { useKindName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import type { Row } from "@/components/reader/tag-list/rows";

/** A kind, how many there are of it, and whether its tags are shown in the text and here. */
export function Heading({ row }: { row: Extract<Row, { is: "heading" }> }) {
  const t = useTranslations("panels.list");
  const plural = useTranslations("values.kinds");
  const tSeveral = useTranslations("panels.several");
  const page = usePage();
  const desk = useDesk();
  const kindName = useKindName();
  const hiddenKinds = useReader((state) => state.filters.hiddenKinds);
  const { kind, count, entities, hidden } = row;
  const name = kind === "claim" || kind === "place" || kind === "source" ? plural(kind) : kindName(kind);
  const toggle = () => {
    const next = new Set(hiddenKinds);
    if (!next.delete(kind)) next.add(kind);
    desk.filter({ hiddenKinds: next });
  };
  return (
    <div className="group/heading flex items-baseline gap-2 px-2 pt-3.5 pb-1">
      <TagGlyph kind={kind} className="self-center" />
      <h2 className="eyebrow min-w-0 grow">
        {kind === "source" ? t("sources", { name, count, entities }) : t("count", { name, count })}
      </h2>
      {hidden || count === 0 ? null : (
        <button
          type="button"
          aria-label={tSeveral("allOf", { name })}
          onClick={() => {
            desk.pick(row.ids);
            page.open("inspector");
          }}
          className="rounded-1 px-1 text-tiny text-ink-3 opacity-0 hover:text-ink focus-visible:opacity-100 group-hover/heading:opacity-100 pointer-coarse:opacity-100"
        >
          {tSeveral("all")}
        </button>
      )}
      <button
        type="button"
        aria-label={hidden ? t("show", { name }) : t("hide", { name })}
        aria-pressed={!hidden}
        onClick={toggle}
        className={`rounded-1 px-1 text-tiny text-ink-3 hover:text-ink focus-visible:opacity-100 group-hover/heading:opacity-100 ${hidden ? "" : "opacity-0 pointer-coarse:opacity-100"}`}
      >
        {hidden ? t("hidden") : t("hideIt")}
      </button>
    </div>
  );
}
