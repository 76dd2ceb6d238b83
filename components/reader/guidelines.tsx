"use client";

import { createElement, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import type { Block } from "@/domain/report/report";
import { layOut } from "@/editor/document";

/** The project's guidelines, at hand while reading. */
export function Guidelines({
  project,
  blocks,
  open,
  onOpenChange,
}: {
  project: string;
  blocks: readonly Block[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("reader");
  const { pieces } = useMemo(() => layOut(blocks, { direction: "ltr", title: "" }), [blocks]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("guidelines", { project })} wide>
      <div className="guidelines">
        {pieces.map(({ at, tag, attributes: { class: className, ...rest }, text }) =>
          createElement(tag, { key: at, className, ...rest }, text),
        )}
      </div>
    </Dialog>
  );
}
