"use client";

import { useTranslations } from "use-intl";
import type { Span } from "@/client/desk/desk";
import { useReader } from "@/components/annotate/use-desk";
import { PermittedUseForm } from "@/components/protection/permitted-use-form";
import { useMeanings } from "@/components/protection/use-meanings";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";

/** Says what may leave of the chosen words. */
export function ProtectPassage({ spans, onDone }: { spans: readonly Span[]; onDone: () => void }) {
  const t = useTranslations("protection");
  const ui = useTranslations("ui");
  const report = useReader((state) => state.report);
  const means = useMeanings("passage");
  const segments = spans.map(({ start, end }) => {
    const quote = sliceCodePoints(report.text, codePoint(start), codePoint(end));
    return { start, end, quote };
  });
  return (
    <Dialog open onOpenChange={onDone} title={t("passageTitle")} description={t("changeLead")}>
      <p dir="auto" className="mb-4 line-clamp-3 border-s-2 border-line-strong ps-2 font-serif text-ink-2">
        {segments.map(({ quote }) => quote).join(" … ")}
      </p>
      <PermittedUseForm
        projectId={report.projectId}
        thing={{ on: "passage", reportId: report.id, revisionId: report.revisionId, segments }}
        now={undefined}
        means={means}
        onDone={onDone}
        footer={
          <DialogClose>
            <Button>{ui("cancel")}</Button>
          </DialogClose>
        }
      />
    </Dialog>
  );
}
