"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import type { Deletable } from "@/components/erasing/deletable";
import { DeleteDialog } from "@/components/erasing/delete-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

/** Archives a report or project, brings it back, or deletes it. */
export function PutAway({ thing, archived, mayDelete }: { thing: Deletable; archived: boolean; mayDelete: boolean }) {
  const t = useTranslations("erasing");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();

  async function archive(away: boolean): Promise<void> {
    const answer = await ask(away ? "PUT" : "DELETE", `${thing.path}/archive`);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    toast({ title: t(away ? "archived" : "unarchived"), ...(away ? { undo: () => void archive(false) } : {}) });
    router.refresh();
  }

  return (
    <section aria-labelledby="put-away" className="mt-10 space-y-4 border-t border-line pt-6">
      <div>
        <h2 id="put-away" className="headline text-lead">
          {t(thing.what)}
        </h2>
        <p className="text-small text-ink-3">{t(thing.what === "report" ? "reportLead" : "projectLead")}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void archive(!archived)}>{t(archived ? "unarchive" : "archive")}</Button>
        {mayDelete ? <DeleteDialog thing={thing} /> : null}
      </div>
    </section>
  );
}
