"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { othersSaying, sharable } from "@/domain/tag/other-mentions";
import type { Annotation } from "@/domain/tag/tag";

/** Offers what was just said of one mention to the other mentions of the same words; one step to undo. */
export function SetOnOthers({ annotation, said }: { annotation: Annotation; said: readonly string[] }) {
  const t = useTranslations("panels.inspector");
  const keyOf = useKeyOf();
  const desk = useDesk();
  const tell = useToast();
  const annotations = useReader((state) => state.annotations);
  const names = useMemo(() => sharable(annotation.kind, said), [annotation.kind, said]);
  const others = useMemo(() => othersSaying(annotation, annotations.values(), names), [annotation, annotations, names]);
  const set = () => {
    if (others.length === 0) return false;
    const change = Object.fromEntries(names.map((name) => [name, annotation.attributes[name]]));
    desk.changeAttributesOfAll(
      others.map(({ id }) => id),
      change,
    );
    tell({ title: t("setOnOthers", { count: others.length }), undo: () => desk.undo() });
    return undefined;
  };
  useDeeds({ "set-on-mentions": set });
  if (others.length === 0) return null;
  return (
    <Button size="small" className="mb-2 self-start" kbd={keyOf("set-on-mentions")} onClick={set}>
      {t("setOn", { count: others.length })}
    </Button>
  );
}
