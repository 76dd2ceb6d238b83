"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { BatchForm } from "@/components/queue/batch-form";
import type { Label } from "@/components/queue/choices";
import { useTakeBack } from "@/components/queue/take-back";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";
import type { QueueFilters } from "@/domain/review/queue";

/** One decision on everything under the filters, after seeing what it would do. */
export function BatchDialog({
  project,
  filters,
  labels,
}: {
  project: Project;
  filters: QueueFilters;
  labels: readonly Label[];
}) {
  const t = useTranslations("queue");
  const router = useRouter();
  const tell = useToast();
  const takeBack = useTakeBack();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("batchTitle")}
      description={t("batchLead")}
      trigger={<Button>{t("batch")}</Button>}
      wide
    >
      {open ? (
        <BatchForm
          projectId={project.id}
          filters={filters}
          reasons={project.review.reasons}
          labels={labels}
          onCancel={() => setOpen(false)}
          onDone={({ verdicts, refused }) => {
            setOpen(false);
            tell({
              title: t("done", { count: verdicts.length }),
              ...(refused.length > 0 && {
                detail: t("doneRefused", { count: refused.length, why: [...new Set(refused)].join(" ") }),
              }),
              undo: () => void takeBack(verdicts).then(() => router.refresh()),
            });
            router.refresh();
          }}
        />
      ) : null}
    </Dialog>
  );
}
