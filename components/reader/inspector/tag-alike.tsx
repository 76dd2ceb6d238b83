"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { AlikeDialog } from "@/components/reader/inspector/alike-dialog";
import { Button } from "@/components/ui/button";
import type { Annotation } from "@/domain/tag/tag";

/** Opens the list of all places in the report with the words of a tag. A claim is said once, in its own words. */
export function TagAlike({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("panels.alike");
  const keyOf = useKeyOf();
  const [open, setOpen] = useState(false);
  const fits = annotation.kind !== "claim" && annotation.segments.length === 1;
  useDeeds({
    "tag-alike": () => {
      if (!fits) return false;
      setOpen(true);
      return undefined;
    },
  });
  if (!fits) return null;
  return (
    <>
      <Button size="small" className="mb-2 self-start" kbd={keyOf("tag-alike")} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open ? <AlikeDialog annotation={annotation} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
