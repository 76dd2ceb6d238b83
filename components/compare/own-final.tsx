import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import type { View, Work } from "@/components/compare/use-work";
import { AnnotationPanel } from "@/components/reader/inspector/annotation-panel";
import { RelationPanel } from "@/components/reader/inspector/relation-panel";
import { Button } from "@/components/ui/button";

/** The final tag that a reviewer writes; nothing of a new one is settled before they are done. */
export function OwnFinal({
  id,
  work,
  view,
  ref,
}: {
  id: string;
  work: Work;
  view: View;
  ref: React.Ref<HTMLDivElement>;
}) {
  const t = useTranslations("compare");
  const annotation = useReader((state) => [...state.annotations.values()].find((tag) => tag.id === id));
  const relation = useReader((state) => [...state.relations.values()].find((tag) => tag.id === id));
  return (
    <section ref={ref} aria-label={t("ownTitle")} className="border-t border-line px-4.5 py-4 text-small">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="eyebrow grow">{t("ownTitle")}</h2>
        {work.sketching ? (
          <Button size="small" onClick={work.giveUp}>
            {t("ownGiveUp")}
          </Button>
        ) : null}
        <Button size="small" variant="primary" onClick={work.stopEditing}>
          {work.sketching ? t("ownKeep") : t("ownDone")}
        </Button>
      </div>
      {work.sketching ? <p className="mb-2 text-ink-2">{t("ownHint")}</p> : null}
      {annotation && view === "columns" ? (
        <Button size="small" variant="quiet" className="mb-2" onClick={work.toText}>
          {t("ownWords")}
        </Button>
      ) : null}
      {annotation ? <AnnotationPanel annotation={annotation} writing={false} /> : null}
      {relation ? <RelationPanel relation={relation} writing={false} /> : null}
    </section>
  );
}
