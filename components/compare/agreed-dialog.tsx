"use client";

import { useTranslations } from "use-intl";
import type { Final } from "@/client/desk/desk";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const SHOWN = 40;

/** What taking everything that all say alike would make; nothing is made before the button is pressed. */
export function AgreedDialog({
  finals,
  onTake,
  onClose,
}: {
  finals: readonly Final[];
  onTake: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("compare");
  const annotations = finals.filter((final) => final.type === "annotation");
  const links = finals.length - annotations.length;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("agreed.title")}
      description={
        finals.length === 0 ? t("agreed.none") : t("agreed.lead", { annotations: annotations.length, links })
      }
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" autoFocus disabled={finals.length === 0} onClick={onTake}>
            {t("agreed.take", { count: finals.length })}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1 text-small">
        {annotations.slice(0, SHOWN).map((final) => (
          <li key={final.id} className="flex items-start gap-2">
            <TagGlyph kind={final.kind} className="mt-1" />
            <span dir="auto" className="line-clamp-2 font-serif">
              {final.segments.map(({ quote }) => quote).join(" … ")}
            </span>
          </li>
        ))}
      </ul>
      {annotations.length > SHOWN ? (
        <p className="text-small text-ink-2">{t("agreed.more", { count: annotations.length - SHOWN })}</p>
      ) : null}
    </Dialog>
  );
}
