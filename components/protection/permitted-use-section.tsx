"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { PermittedUseForm } from "@/components/protection/permitted-use-form";
import { PermittedUseHistory } from "@/components/protection/permitted-use-history";
import { useMeanings } from "@/components/protection/use-meanings";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { ProjectId } from "@/domain/ids";
import type { ProtectedThing, SentThing } from "@/domain/protection/permitted-use";

/** What may leave of an entity or a report: as it stands, what it was before, and a way to change it. */
export function PermittedUseSection({
  projectId,
  thing,
  name,
  now,
  mayProtect,
}: {
  projectId: ProjectId;
  thing: SentThing;
  name: string;
  now: ProtectedThing | undefined;
  mayProtect: boolean;
}) {
  const t = useTranslations("protection");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const means = useMeanings(thing.on);
  const use = now?.use ?? "named";
  return (
    <section aria-labelledby="permitted-use" className="space-y-3">
      <div>
        <h2 id="permitted-use" className="headline text-lead">
          {t("use")}
        </h2>
        <p className="mt-1 text-small">
          <strong className="font-medium">{t(`uses.${use}`)}</strong>
          <span className="text-ink-2"> · {means[use]}</span>
        </p>
        {now && use === "described" && now.pseudonym ? (
          <p className="text-small text-ink-2">{t("leavesAs", { pseudonym: now.pseudonym })}</p>
        ) : null}
        {now?.closed ? <p className="text-small text-ink-3">{t("closed")}</p> : null}
      </div>
      {mayProtect ? (
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title={t("changeTitle", { name })}
          description={t("changeLead")}
          trigger={<Button>{t("change")}</Button>}
        >
          <PermittedUseForm
            projectId={projectId}
            thing={thing}
            now={now}
            means={means}
            onDone={() => {
              setOpen(false);
              router.refresh();
            }}
            footer={
              <DialogClose>
                <Button>{ui("cancel")}</Button>
              </DialogClose>
            }
          />
        </Dialog>
      ) : null}
      {now ? <PermittedUseHistory thing={now} mayUndo={mayProtect} /> : null}
    </section>
  );
}
