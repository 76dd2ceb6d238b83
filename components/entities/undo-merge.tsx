"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Entity } from "@/domain/entity/entity";

/** Lets a merged entity stand for itself again. */
export function UndoMerge({ entity }: { entity: Pick<Entity, "id" | "name"> }) {
  const t = useTranslations("entities");
  const undo = useUndoMerge();
  return (
    <Button size="small" aria-label={t("undoMergeOf", { name: entity.name })} onClick={() => void undo(entity)}>
      {t("undoMerge")}
    </Button>
  );
}

/** Undoes a merge, says so, and shows the page as it is then. */
function useUndoMerge() {
  const t = useTranslations("entities");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  return async ({ id, name }: Pick<Entity, "id" | "name">) => {
    const answer = await ask("POST", `/entities/${id}/unmerge`);
    if (!answer.ok) {
      const { errors, detail } = answer.problem;
      return toast({ tone: "bad", title: errors?.[0]?.reason ?? detail ?? api("unreachable") });
    }
    toast({ title: t("unmerged", { name }) });
    router.refresh();
  };
}
